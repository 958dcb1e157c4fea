// What does the procedure of a clue remember beyond its status?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Values } from '../kernel/record.ts';
import type { Finding } from './result.ts';

/** `caused`: the clue led to it · `found`: it brought the clue to light. */
export type LinkDirection = 'caused' | 'found';

export interface ClueLink {
  readonly kind: string;
  readonly id: string;
  readonly direction: LinkDirection;
}

export interface ClueFacts {
  readonly urgency: string | null;
  /** Person (record id) who handles it. */
  readonly officer: string | null;
  /** Finding of the last check since it was received or reopened. */
  readonly found: Finding | null;
  readonly checks: number;
  readonly links: readonly ClueLink[];
  /** The clue it was merged into. */
  readonly into: string | null;
  readonly extended: number;
  readonly reopened: number;
}

export function beginClue(_record: Values): ClueFacts {
  return {
    urgency: null,
    officer: null,
    found: null,
    checks: 0,
    links: [],
    into: null,
    extended: 0,
    reopened: 0,
  };
}

export const LINKED_KINDS = ['inspection', 'patrol', 'seizure', 'rescue', 'case'] as const;

/** The one record a `link` step names, or undefined. */
export function linkOf({ values }: Pick<StepTaken, 'values'>): ClueLink | undefined {
  const kind = LINKED_KINDS.find((name) => typeof values[name] === 'string');
  if (!kind) return undefined;
  return { kind, id: values[kind] as string, direction: values.direction as LinkDirection };
}
