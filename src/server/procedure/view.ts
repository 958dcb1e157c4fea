// Where does a record stand, what was done, and what may this person do next?
import type { Actor } from '../../domain/access/access.ts';
import { shownStep } from '../../domain/access/shown.ts';
import { dayOfInstant, daysBetween } from '../../domain/kernel/day.ts';
import { isUuid } from '../../domain/kernel/id.ts';
import {
  ANSWER,
  type Clock,
  fold,
  type History,
  openSteps,
  type Procedure,
  REVISIONS,
  ruleOf,
  type StepTaken,
  standing,
  stepKind,
} from '../../domain/kernel/procedure.ts';
import type { Kind, RecordRow } from '../../domain/kernel/record.ts';
import { findLimit } from '../../domain/law/county-limit.ts';
import { findDeadline } from '../../domain/law/deadline-table.ts';
import { listAccountNames } from '../account/index.ts';
import type { App } from '../app.ts';
import { dueAt, findProgress, listSteps, loadReckoning, type Reckoning } from '../progress/index.ts';
import { namesFor } from '../record/index.ts';
import { authorOf, mayStep } from './actions.ts';

/** Days before the end from which a clock counts as due soon. */
const SOON_DAYS = 3;

/** A clock in words: what is owed, by which article, by when, and how it stands at `now` (ISO). */
export function clockView(clock: Clock, reckoning: Reckoning, now: string) {
  const deadline = findDeadline(clock.deadline);
  const limit = findLimit(clock.deadline);
  const due = dueAt(clock, reckoning);
  const paused = clock.pauses.at(-1)?.until === null;
  return {
    deadline: clock.deadline,
    label: deadline?.action ?? limit?.label ?? ([clock.deadline, clock.deadline] as const),
    article: deadline?.basis ?? '',
    owes: deadline?.owes ?? limit?.owes ?? 'agency',
    since: clock.since,
    due,
    until: clock.until,
    state: stateOf(clock.until, due, paused, now),
    daysLeft: due === null ? null : daysBetween(dayOfInstant(clock.until ?? now), dayOfInstant(due)),
  };
}

function stateOf(until: string | null, due: string | null, paused: boolean, now: string) {
  if (until !== null) return due === null || until <= due ? 'met' : 'metLate';
  if (paused || due === null) return 'suspended';
  if (now > due) return 'overdue';
  return daysBetween(dayOfInstant(now), dayOfInstant(due)) <= SOON_DAYS ? 'dueSoon' : 'running';
}

async function stepNames(app: App, county: string, procedure: Procedure, steps: readonly StepTaken[]) {
  const names = new Map<string, string>();
  for (const step of steps) {
    const kind = stepKind(procedure, step.name);
    if (!kind) continue;
    for (const [id, name] of await namesFor(app.db, county, kind, [step.values])) names.set(id, name);
  }
  return names;
}

/** Who took the steps, and whom their texts may name. */
function accountsOf(steps: readonly StepTaken[]): string[] {
  const named = steps
    .flatMap((step) => Object.values(step.values))
    .filter((value) => typeof value === 'string');
  return [...new Set([...steps.map((step) => step.by), ...named.filter(isUuid)])];
}

export async function progressView(app: App, actor: Actor, kind: Kind, row: RecordRow, procedure: Procedure) {
  const { county } = row;
  const stored = await findProgress(app.db, county, kind.name, row.id);
  const steps = await listSteps(app.db, county, kind.name, row.id);
  const author = await authorOf(app.db, county, row);
  const history: History = { record: row.values, author, opening: stored?.opening ?? {}, steps };
  const progress = fold(procedure, row.values, history.opening, steps);
  const reckoning = await loadReckoning(app.db, county);
  const now = new Date(app.now()).toISOString();
  const taker = { account: actor.account, roles: actor.roles };
  const mine = mayStep(actor, procedure, kind, row.values, progress.facts);
  const kept = new Set(standing(steps).map((step) => step.seq));
  const last = standing(steps).at(-1);
  const lastRule = last && ruleOf(procedure, last.name);
  const accounts = await listAccountNames(app.db, accountsOf(steps));
  return {
    status: progress.status,
    ended: procedure.statuses.find((status) => status.code === progress.status)?.end === true,
    seq: progress.seq,
    facts: progress.facts,
    clocks: progress.clocks.map((clock) => clockView(clock, reckoning, now)),
    steps: steps.map((step) => ({
      ...{
        seq: step.seq,
        name: step.name,
        on: step.on,
        at: step.at,
        recordedAt: step.recordedAt,
        by: step.by,
      },
      byName: accounts.get(step.by) ?? '',
      values: shownStep(actor, procedure, step.name, step.values),
      standing: kept.has(step.seq) || REVISIONS.some((revision) => revision.name === step.name),
    })),
    open: mine
      ? openSteps(procedure, history, taker)
          .map((rule) => rule.name)
          .filter((name) => !row.withdrawn || name === ANSWER)
      : [],
    mayRevoke:
      mine && !row.withdrawn && (lastRule?.by.some((role) => taker.roles.includes(role as never)) ?? false),
    names: {
      ...Object.fromEntries(accounts),
      ...Object.fromEntries(await stepNames(app, county, procedure, steps)),
    },
  };
}
