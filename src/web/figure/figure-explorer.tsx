// Which figures are there, and which records are behind them?

import { useText } from '../../client/i18n.ts';
import { EmptyState } from '../../client/ui/empty-state.tsx';

export function FigureExplorer() {
  const text = useText();
  return <EmptyState title={text('empty.soon')} />;
}
