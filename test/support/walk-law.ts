// What does the table allow, said a second time and differently, and what may never be?
import { dayOfInstant } from '../../src/domain/kernel/day.ts';
import type {
  Clock,
  History,
  Procedure,
  Progress,
  StepRule,
  StepTaken,
  Taker,
} from '../../src/domain/kernel/procedure.ts';
import { openingOf, ruleOf } from '../../src/domain/kernel/procedure.ts';

export type Judged = { readonly ok: boolean; readonly why: string };

const list = (deadlines: StepRule['pauses']) => (deadlines ?? []).map((each) => each.deadline);

/** Everybody whose hand was in the matter, told step by step. */
function hands(procedure: Procedure, { author, steps }: History): Set<string> {
  const found = new Set([author]);
  const standing: StepTaken[] = [];
  for (const step of steps) {
    const target =
      step.name === 'revoke'
        ? standing.pop()
        : step.name === 'amend'
          ? standing.find((other) => other.seq === step.values.of)
          : step;
    if (target === step) standing.push(step);
    if (target && !ruleOf(procedure, target.name)?.review) found.add(step.by);
  }
  return found;
}

export function sameHand(rule: StepRule, target: StepTaken, account: string): boolean {
  return (rule.review === true || rule.own === true) && target.by !== account;
}

export function branchOf({ to }: StepRule, { values }: StepTaken): string | undefined {
  return typeof to === 'object' ? to.of[String(values[to.field])] : to;
}

function lastTurn({ since, pauses }: Clock): string {
  const pause = pauses.at(-1);
  return dayOfInstant(pause ? (pause.until ?? pause.from) : since);
}

/** May `taker` take `step` now? By the words of the table alone. */
export function judge(
  procedure: Procedure,
  history: History,
  before: Progress,
  step: StepTaken,
  taker: Taker,
): Judged {
  const no = (why: string): Judged => ({ ok: false, why });
  const rule = procedure.steps.find((each) => each.name === step.name);
  if (!rule) return no('unknown');
  if (rule.from.indexOf(before.status) < 0) return no('status');
  if (rule.by.filter((role) => taker.roles.includes(role)).length === 0) return no('role');
  if (rule.review && hands(procedure, history).has(taker.account)) return no('hand');
  return lawful(rule, history, before, step);
}

/** As `judge`, whoever took it: what held when it was taken must still hold when its past was put right. */
export function lawful(rule: StepRule, history: History, before: Progress, step: StepTaken): Judged {
  const no = (why: string): Judged => ({ ok: false, why });
  if (rule.from.indexOf(before.status) < 0) return no('status');
  const record = { ...history.record, ...before.owned };
  if (rule.needs?.(before, record)) return no('needs');
  if (step.on > dayOfInstant(step.recordedAt)) return no('future');
  const branch = branchOf(rule, step);
  if (branch && before.movedOn && step.on < before.movedOn) return no('early');
  const touched = [...(rule.stops ?? []), ...(rule.resumes ?? []), ...list(rule.pauses)];
  const running = before.clocks.filter((clock) => clock.until === null && touched.includes(clock.deadline));
  if (running.some((clock) => dayOfInstant(step.at) < lastTurn(clock))) return no('clock');
  if ((rule.check?.({ step, progress: before, record }) ?? []).length > 0) return no('check');
  return { ok: true, why: '' };
}

/** What holds after every step, whoever took it. */
export function assertSound(
  procedure: Procedure,
  history: History,
  before: Progress,
  rule: StepRule,
  step: StepTaken,
  after: Progress,
): void {
  const wrong = (what: string): never => {
    throw new Error(
      `${procedure.kind}.${step.name}: ${what}\n${JSON.stringify({ before, step, after, history }, null, 1)}`,
    );
  };
  const status = procedure.statuses.find((each) => each.code === after.status);
  if (!status) throw wrong('no such status');
  const branch = branchOf(rule, step);
  const stays = branch ?? before.status;
  // Put right where a ledger began it, it may stand where such a record begins; never once a step has moved it.
  const may =
    rule.restates && before.movedOn === null ? [stays, openingOf(procedure, after.owned).status] : [stays];
  if (!procedure.settles && !may.includes(after.status)) wrong('moved against the table');
  if (rule.restates) assertSeen(before, after, wrong);
  const ended = procedure.statuses.find((each) => each.code === before.status)?.end;
  if (ended && !procedure.settles && after.status !== before.status && !REOPENING.includes(step.name))
    wrong('reopened by another step');
  if (after.seq !== before.seq + 1) wrong('lost a step');
  for (const name of Object.keys(after.owned)) if (!procedure.owns.includes(name)) wrong(`set ${name}`);
  assertClocks(after.clocks, wrong);
  if (procedure.kind === 'case') assertClocked(status, after, wrong);
}

/** A ledger's word is put right downwards only with a mark that rings. */
function assertSeen(before: Progress, after: Progress, wrong: (what: string) => never): void {
  const went = (track: string) => before.owned.track === track && after.owned.track !== track;
  const lost = (name: string) =>
    (before.owned[name] ?? null) !== null && (after.owned[name] ?? null) === null;
  const lower = went('criminal') || lost('outcome') || lost('transferredOn');
  if (lower && !(after.facts as { downgraded?: string | null }).downgraded) wrong('lowered without a mark');
}

/** The steps that bring a matter back from its end. */
export const REOPENING = ['reopen', 'bounce', 'renew'];

function assertClocks(clocks: readonly Clock[], wrong: (what: string) => never): void {
  const running = clocks.filter((clock) => clock.until === null).map((clock) => clock.deadline);
  if (new Set(running).size !== running.length) wrong('a clock runs twice');
  for (const { since, until, pauses } of clocks) {
    if (until !== null && until < since) wrong('a clock ended before it began');
    for (const [i, pause] of pauses.entries()) {
      if (pause.until !== null && pause.until < pause.from) wrong('a pause ended before it began');
      if (pause.until === null && (until !== null || i < pauses.length - 1)) wrong('a pause was left open');
      if (dayOfInstant(pause.from) < dayOfInstant(since)) wrong('a pause began before its clock');
    }
  }
}

/** A case never stands without a clock of the law, or a stated reason why none runs. */
function assertClocked(
  status: { readonly end?: true; readonly unclocked?: unknown },
  { clocks }: Progress,
  wrong: (what: string) => never,
): void {
  if (status.end || status.unclocked) return;
  const law = clocks.filter((clock) => clock.until === null && !clock.deadline.startsWith('COUNTY-'));
  if (law.length === 0) wrong('stands without a clock');
}
