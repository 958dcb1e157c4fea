// Where do the records of one kind lie?

import { useText } from '../../client/i18n.ts';
import { EmptyState } from '../../client/ui/empty-state.tsx';
import type { QueryOf } from '../../contract/api.ts';

/** `query` is what the register shows at the moment: filters, search and period. */
export function KindMap(_props: { readonly kind: string; readonly query: QueryOf<'places'> }) {
  const text = useText();
  return <EmptyState title={text('empty.soon')} />;
}
