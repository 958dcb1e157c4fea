// What does an import job remember and show?
import type { SheetPlan } from '../../domain/import/plan.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';
import type { Shown } from './deciding.ts';
import type { Issue } from './issue.ts';
import type { Status, StoredJob } from './store.ts';

export interface Counts {
  create: number;
  correct: number;
  same: number;
  vanished: number;
  error: number;
  skipped: number;
}

export interface Source {
  readonly sheet: string;
  readonly kind: string;
  readonly source: string;
  readonly signature: string;
}

export interface State {
  /** `total` is 0 while it is not known. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly plans: readonly SheetPlan[];
  readonly counts: Counts;
  readonly issues: readonly Issue[];
  readonly issueCount: { readonly error: number; readonly note: number };
  readonly refusals: readonly Refusal[];
  readonly preview: readonly Shown[];
  readonly sources: readonly Source[];
  /** A person has said what columns mean; saving remembers it. */
  readonly corrected: boolean;
  readonly saveAs: string | null;
  /** The process at work: host, process id, and a mark of its own because ids are used again. */
  readonly owner: { readonly host: string; readonly pid: number; readonly mark: string };
}

/** As it crosses the wire. */
export interface ImportJob {
  readonly id: string;
  readonly fileName: string;
  readonly status: Status;
  readonly progress: State['progress'];
  readonly plans: readonly SheetPlan[];
  readonly counts: Counts;
  readonly issues: readonly Issue[];
  readonly issueCount: State['issueCount'];
  readonly refusals: readonly Refusal[];
  readonly preview: readonly Shown[];
  readonly createdAt: string;
}

export function noCounts(): Counts {
  return { create: 0, correct: 0, same: 0, vanished: 0, error: 0, skipped: 0 };
}

export function stateOf(job: StoredJob): State {
  return job.state as State;
}

export function toJob(job: StoredJob, progress?: State['progress']): ImportJob {
  const { plans, counts, issues, issueCount, refusals, preview, progress: stored } = stateOf(job);
  const { id, fileName, status, createdAt } = job;
  return {
    ...{ id, fileName, status, createdAt, plans, counts, issues, issueCount, refusals, preview },
    progress: progress ?? stored,
  };
}
