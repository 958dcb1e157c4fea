// What does the leading group see each morning?

import { useText } from '../../client/i18n.ts';
import { EmptyState } from '../../client/ui/empty-state.tsx';

export function Overview() {
  const text = useText();
  return <EmptyState title={text('empty.soon')} />;
}
