// How is a summary written from figures?

import { useText } from '../../client/i18n.ts';
import { EmptyState } from '../../client/ui/empty-state.tsx';

export function ReportEditor() {
  const text = useText();
  return <EmptyState title={text('empty.soon')} />;
}
