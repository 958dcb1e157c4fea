// Where do the records lie?

import { useText } from '../../client/i18n.ts';
import { EmptyState } from '../../client/ui/empty-state.tsx';

export function MapPage() {
  const text = useText();
  return <EmptyState title={text('empty.soon')} />;
}
