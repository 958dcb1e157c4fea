// How far may a base value be trusted, in words?
import type { CodeOption } from '../kernel/read-code.ts';
import type { BaseStatus } from './valuation-line.ts';

export const BASE_STATUSES = [
  { code: 'verified', label: ['已核对', 'Compared'], aliases: ['核对', '已核实', '是'] },
  { code: 'unverified', label: ['未核对', 'Not compared'], aliases: ['未核实', '待核对', '否'] },
  { code: 'fromMemory', label: ['凭记忆', 'From memory'] },
  { code: 'manual', label: ['本案录入', 'Entered for this case'] },
] as const satisfies readonly (CodeOption & { readonly code: BaseStatus })[];

/** What a county says of its own row: whether a person compared it with the document. */
export const COUNTY_STATUSES = [BASE_STATUSES[0], BASE_STATUSES[1]] as const;
