// Which administrative penalties does the Wildlife Protection Law 2022 know, arts 47 to 60, and how is each fine reckoned?
import type { PenaltyRow } from './penalty-row.ts';
import { HUNTING_ROWS } from './penalty-row-hunt.ts';
import { OTHER_ROWS } from './penalty-row-other.ts';
import { TRADE_ROWS } from './penalty-row-trade.ts';

export const PENALTIES: readonly PenaltyRow[] = [...HUNTING_ROWS, ...TRADE_ROWS, ...OTHER_ROWS].map(
  (line) => ({
    base: null,
    multiple: null,
    below: null,
    fixed: null,
    severeOnly: false,
    overdueOnly: false,
    confiscate: [],
    other: [],
    whenSevere: [],
    ...line,
    from: '2023-05-01',
    until: null,
  }),
);
