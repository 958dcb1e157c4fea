// How does a legal record move? One table of statuses and steps; its state is a fold over the steps taken.
import { addDays, dayOfInstant } from './day.ts';
import type { Label } from './label.ts';
import { type Outcome, ok, type Refusal, refuse } from './outcome.ts';
import type { Field, Kind, Room, Values } from './record.ts';
import { checkValues } from './values.ts';

export interface Status {
  readonly code: string;
  readonly label: Label;
  /** The subject is at its end: only a recorded step brings it back. */
  readonly end?: true;
  /** Why no clock of the law or the county runs while it stands here, e.g. it waits for the court. */
  readonly unclocked?: Label;
}

/** First row whose every condition holds gives the status a record begins in (a ledger may bring one half done). */
export interface OpeningRow {
  /** Field → 'set', 'unset', or the code it must have. */
  readonly when: Readonly<Record<string, string>>;
  readonly status: string;
  /** Clocks that run from a day field of the record, or until one: deadline id → field. */
  readonly clocks?: Readonly<Record<string, string>>;
  readonly dues?: Readonly<Record<string, string>>;
}

/** One step as it was taken. `on` is the day it happened (China), `at` the instant clocks in hours count from. */
export interface StepTaken {
  readonly seq: number;
  readonly id: string;
  readonly name: string;
  readonly on: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly values: Values;
}

/** A clock of the law, or of the county, that ran or runs. Instants ISO UTC. */
export interface Clock {
  /** Id of `DEADLINES` or of `COUNTY_LIMITS`. */
  readonly deadline: string;
  readonly since: string;
  /** The last day, where the step stated one; else the deadline's own table says. */
  readonly due: string | null;
  readonly until: string | null;
  readonly pauses: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly reason: string;
  }[];
}

export interface Progress<F = unknown> {
  readonly status: string;
  /** How many steps were taken; what a person saw when asking for the next. */
  readonly seq: number;
  readonly clocks: readonly Clock[];
  /** What this procedure remembers beyond its status. */
  readonly facts: F;
  /** What the steps have made of the record's own fields. */
  readonly owned: Values;
  /** The day of the last step that moved the status. */
  readonly movedOn: string | null;
}

/** A clock that begins: `due` names the field that states its last day, `when` the code a field must have for it to run. */
export interface ClockStart {
  readonly deadline: string;
  readonly due?: string;
  readonly when?: Readonly<Record<string, string>>;
}

export interface StepRule<F = unknown> {
  readonly name: string;
  readonly label: Label;
  /** Statuses it can be taken from. */
  readonly from: readonly string[];
  /** Where it leads: one status, by the code of one of its own fields, or (absent) nowhere else. */
  readonly to?: string | { readonly field: string; readonly of: Readonly<Record<string, string>> };
  /** Statuses in which it is what comes next; screens offer it first. */
  readonly likely?: readonly string[];
  /** Roles that may take it. */
  readonly by: readonly string[];
  /** A reviewer's step: its taker may not have handled the subject (nor registered it). */
  readonly review?: true;
  /** Somebody's own word (a hand that gave or took): only its taker may undo or correct it. */
  readonly own?: true;
  /** It says anew what the record's first statement said: where no step has moved it since, it stands where a record with
   * what this step `sets` begins, and the clocks that count from a day of the record follow. */
  readonly restates?: true;
  readonly fields: Readonly<Record<string, Field>>;
  /** Which of its own fields are asked for, given what is filled in so far; absent: all. What is asked for only because of
   * what was filled in must be filled in too (`check` sees to it). */
  readonly asks?: (values: Values) => readonly string[];
  /** What a form most likely begins with; `today` is the day in China. */
  readonly prefill?: (asked: { progress: Progress<F>; record: Values; today: string }) => Values;
  readonly article?: string;
  /** Deadlines that begin (with the field that states the last day, if one does), end, pause and go on with it. */
  readonly starts?: readonly (string | ClockStart)[];
  readonly stops?: readonly string[];
  readonly pauses?: readonly { readonly deadline: string; readonly reason: string }[];
  readonly resumes?: readonly string[];
  /** Fields of the record it sets; only those the procedure `owns`. */
  readonly sets?: (step: StepTaken, before: Progress<F>, record: Values) => Values;
  readonly apply?: (facts: F, step: StepTaken, record: Values) => F;
  /** What must hold before it, whatever it says; screens offer it only then. */
  readonly needs?: (progress: Progress<F>, record: Values) => Refusal | undefined;
  readonly check?: (asked: { step: StepTaken; progress: Progress<F>; record: Values }) => readonly Refusal[];
}

export interface Procedure<F = unknown> {
  /** The kind of record it moves. */
  readonly kind: string;
  readonly room: Room;
  readonly statuses: readonly Status[];
  readonly opening: readonly OpeningRow[];
  /** Fields of the record that only steps may change. */
  readonly owns: readonly string[];
  /** Those of them that stand as first stated even before a step was taken, lest a result or a downgrade be slipped in. */
  readonly firm: readonly string[];
  readonly begin: (record: Values) => F;
  /** Accounts that may take its steps though they may not write the record: in whose hands the thing is. */
  readonly entitles?: (facts: F, account: string) => boolean;
  /** Where the facts alone say where it stands: its status, and the deadlines that are met. */
  readonly settles?: (facts: F) => { readonly status: string; readonly met: readonly string[] };
  readonly steps: readonly StepRule<F>[];
}

/** What every step carries besides its own fields. */
const COMMON = {
  on: { type: 'day', label: ['日期', 'Date'] },
  time: { type: 'time', label: ['时刻', 'Time'], minor: true },
  reason: { type: 'text', long: true, label: ['说明', 'Remarks'] },
} as const satisfies Record<string, Field>;

/** An alarm is answered, never silenced: a reasoned step of a reviewer who has not handled the matter. */
export const ANSWER = 'answer';

function answerRule(statuses: readonly Status[]): StepRule<never> {
  return {
    name: ANSWER,
    label: ['答复警示', 'Answer an alarm'],
    from: statuses.map((status) => status.code),
    by: ['reviewer', 'leader'],
    review: true,
    fields: {
      guard: { type: 'text', required: true, max: 40, label: ['警示', 'Alarm'] },
      cause: { type: 'text', required: true, max: 200, label: ['警示事由', 'Its cause'], minor: true },
      reason: {
        ...COMMON.reason,
        required: true,
        label: ['答复理由', 'Reason'],
        hint: ['不少于10个字，写入工作总结', 'At least ten characters; it goes into the summary'],
      },
    },
    check: ({ step }) =>
      String(step.values.reason).length < 10
        ? [
            {
              code: 'step.reason',
              where: 'reason',
              message: ['请写明理由，不少于10个字', 'State the reason in at least ten characters'],
            },
          ]
        : [],
  };
}

/** Adds the step that answers alarms and checks that every status named is declared. Throws on a bad table. */
export function defineProcedure<F>(table: Procedure<F>): Procedure<F> {
  const procedure = { ...table, steps: [...table.steps, answerRule(table.statuses)] } as Procedure<F>;
  const known = new Set(procedure.statuses.map((status) => status.code));
  const named = procedure.steps.flatMap((step) => [
    ...step.from,
    ...(typeof step.to === 'string' ? [step.to] : Object.values(step.to?.of ?? {})),
  ]);
  for (const code of [...named, ...procedure.opening.map((row) => row.status)])
    if (!known.has(code)) throw new RangeError(`${procedure.kind}: no status ${code}`);
  return procedure;
}

/** Steps every procedure has: what was taken is never edited, only put right or undone by a later step. */
export const REVISIONS: readonly { name: string; label: Label; fields: Record<string, Field> }[] = [
  {
    name: 'revoke',
    label: ['撤销上一步', 'Undo the last step'],
    fields: { reason: { ...COMMON.reason, required: true, label: ['撤销理由', 'Why'] } },
  },
  {
    name: 'amend',
    label: ['更正已办步骤', 'Correct a step'],
    fields: {
      of: { type: 'int', min: 1, required: true, label: ['更正第几步', 'Which step'] },
      values: { type: 'text', required: true, max: 20_000, label: ['更正内容', 'Corrected values'] },
      reason: { ...COMMON.reason, required: true, label: ['更正理由', 'Why'] },
    },
  },
];

export function ruleOf<F>(procedure: Procedure<F>, name: string): StepRule<F> | undefined {
  return procedure.steps.find((step) => step.name === name);
}

/** The step's fields as a kind, so that form, check, references and species work as for any record. */
export function stepKind(procedure: Procedure, name: string): Kind | undefined {
  const revision = REVISIONS.find((step) => step.name === name);
  const rule = revision ?? ruleOf(procedure, name);
  if (!rule) return undefined;
  return {
    name: `${procedure.kind}.${name}`,
    label: rule.label,
    room: procedure.room,
    prefix: '',
    day: 'on',
    title: [],
    key: [],
    fields: { on: COMMON.on, time: COMMON.time, reason: COMMON.reason, ...rule.fields },
  };
}

/** The status `record` begins in. */
export function openingOf(procedure: Pick<Procedure, 'kind' | 'opening'>, record: Values): OpeningRow {
  const row = procedure.opening.find((candidate) =>
    Object.entries(candidate.when).every(([field, want]) => {
      const value = record[field];
      const there = value !== null && value !== undefined;
      return want === 'set' ? there : want === 'unset' ? !there : value === want;
    }),
  );
  if (!row) throw new RangeError(`${procedure.kind}: no opening fits`);
  return row;
}

/** The instant of a time of day in China; without one midday, so that a clock of hours errs by half a day at most. */
export function instantOf(on: string, time?: string | null): string {
  const [hour, minute] = (time ?? '12:00').split(':').map(Number) as [number, number];
  const utc = hour - 8;
  const day = utc < 0 ? addDays(on, -1) : on;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day}T${two((utc + 24) % 24)}:${two(minute)}:00.000Z`;
}

function beginning<F>(procedure: Procedure<F>, record: Values): Progress<F> {
  const row = openingOf(procedure as Procedure, record);
  const clocks: Clock[] = [];
  for (const [deadline, field] of Object.entries(row.clocks ?? {})) {
    const since = record[field];
    if (typeof since !== 'string') continue;
    const due = record[row.dues?.[deadline] ?? ''];
    clocks.push({
      deadline,
      since: instantOf(since),
      due: typeof due === 'string' ? due : null,
      until: null,
      pauses: [],
    });
  }
  const facts = procedure.begin(record);
  return {
    status: procedure.settles?.(facts).status ?? row.status,
    seq: 0,
    clocks,
    facts,
    owned: pickOwned(procedure, record),
    movedOn: null,
  };
}

/**
 * Why a record may not be corrected so: fields its steps own. While no step was taken they may be corrected, firm ones
 * only filled in (a ledger completed): what was stated changes by a step, so that no downgrade goes unseen.
 */
export function ownedRefusals(
  procedure: Procedure,
  before: Values,
  after: Values,
  begun: boolean,
  label: (field: string) => Label,
): Refusal[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  return procedure.owns
    .filter((name) => !same(before[name], after[name]))
    .filter((name) => begun || (procedure.firm.includes(name) && !same(before[name], null)))
    .map((name) => ({
      code: 'procedure.owned',
      where: name,
      message: [
        `${label(name)[0]}由办理步骤确定，请通过“办理”更改`,
        `${label(name)[1]} is set by the steps of the procedure; take a step to change it`,
      ],
    }));
}

export function pickOwned(procedure: Pick<Procedure, 'owns'>, record: Values): Values {
  return Object.fromEntries(procedure.owns.map((name) => [name, record[name] ?? null]));
}

/** The steps that count: undone ones left out, corrected ones as corrected. */
export function standing(steps: readonly StepTaken[]): StepTaken[] {
  const kept: StepTaken[] = [];
  for (const step of steps) {
    if (step.name === 'revoke') kept.pop();
    else if (step.name === 'amend') {
      const i = kept.findIndex((other) => other.seq === step.values.of);
      const before = kept[i];
      if (before) kept[i] = corrected(before, JSON.parse(String(step.values.values)) as Values);
    } else kept.push(step);
  }
  return kept;
}

/** A corrected day moves the step itself; its clocks count from there. */
function corrected(step: StepTaken, change: Values): StepTaken {
  const { on: day, time, ...own } = change;
  const on = typeof day === 'string' ? day : step.on;
  const moved = on !== step.on || typeof time === 'string';
  const at = moved ? instantOf(on, time as string | undefined) : step.at;
  return { ...step, on, at, values: { ...step.values, ...own } };
}

/**
 * The state of `record` after `steps` (in their order, revisions included). `opening` are the owned fields as the
 * record began with them.
 */
export function fold<F>(
  procedure: Procedure<F>,
  record: Values,
  opening: Values,
  steps: readonly StepTaken[],
): Progress<F> {
  const began = { ...record, ...opening };
  let progress = beginning(procedure, began);
  for (const step of standing(steps)) {
    const rule = ruleOf(procedure, step.name);
    if (!rule) throw new RangeError(`${procedure.kind}: no step ${step.name}`);
    progress = advance(procedure, progress, rule, step, { ...began, ...progress.owned });
  }
  return { ...progress, seq: steps.length };
}

function advance<F>(
  procedure: Procedure<F>,
  before: Progress<F>,
  rule: StepRule<F>,
  step: StepTaken,
  record: Values,
): Progress<F> {
  const facts = rule.apply ? rule.apply(before.facts, step, record) : before.facts;
  const settled = procedure.settles?.(facts);
  const to = targetOf(rule, step.values);
  const stops = [...(rule.stops ?? []), ...(settled?.met ?? [])];
  const set = rule.sets?.(step, before, record);
  const after = {
    status: to ?? settled?.status ?? before.status,
    seq: step.seq,
    clocks: wind(before.clocks, { ...rule, stops }, step),
    facts,
    owned: { ...before.owned, ...set },
    movedOn: to !== undefined ? step.on : before.movedOn,
  };
  return rule.restates
    ? { ...after, ...restated(procedure, before, record, { ...record, ...set }, step) }
    : after;
}

/** Where it stands, and by which clocks, now that its first statement says `now` instead of `was`. */
function restated<F>(
  procedure: Procedure<F>,
  before: Progress<F>,
  was: Values,
  now: Values,
  step: StepTaken,
): Pick<Progress<F>, 'status' | 'clocks'> {
  const [old, fresh] = [beginning(procedure, was), beginning(procedure, now)];
  const moved = before.movedOn === null && old.status !== fresh.status;
  const clocks = before.clocks.map((clock) => {
    const began = old.clocks.some((each) => each.deadline === clock.deadline && each.since === clock.since);
    if (!began) return clock;
    const again = fresh.clocks.find((each) => each.deadline === clock.deadline);
    if (!again) return moved ? ended(clock, step.at) : clock;
    return reckonedFrom(clock, again);
  });
  const due = moved ? fresh.clocks : [];
  const begun = due.filter(
    (clock) => !clocks.some((each) => each.deadline === clock.deadline && each.until === null),
  );
  return { status: moved ? fresh.status : before.status, clocks: [...clocks, ...begun] };
}

const later = (a: string, b: string) => (a < b ? b : a);

function ended(clock: Clock, at: string): Clock {
  if (clock.until !== null) return clock;
  const until = later(clock.since, at);
  return {
    ...clock,
    until,
    pauses: clock.pauses.map((p) => ({ ...p, until: p.until ?? later(p.from, at) })),
  };
}

/** Counted from another day; what lies before it is drawn to it. */
function reckonedFrom(clock: Clock, { since, due }: Clock): Clock {
  return {
    ...clock,
    ...{ since, due },
    until: clock.until === null ? null : later(since, clock.until),
    pauses: clock.pauses.map((pause) => ({
      ...pause,
      from: later(since, pause.from),
      until: pause.until === null ? null : later(since, pause.until),
    })),
  };
}

export function targetOf(rule: Pick<StepRule, 'to'>, values: Values): string | undefined {
  if (rule.to === undefined || typeof rule.to === 'string') return rule.to;
  return rule.to.of[String(values[rule.to.field])];
}

type Winding = Pick<StepRule, 'starts' | 'stops' | 'pauses' | 'resumes'>;

function wind(clocks: readonly Clock[], rule: Winding, step: StepTaken): Clock[] {
  const { at } = step;
  const next = clocks.map((clock) => {
    if (clock.until !== null) return clock;
    const paused = clock.pauses.at(-1)?.until === null;
    const gone = clock.pauses.map((p) => (p.until === null ? { ...p, until: at < p.from ? p.from : at } : p));
    if (rule.stops?.includes(clock.deadline))
      return { ...clock, until: at < clock.since ? clock.since : at, pauses: gone };
    const pause = rule.pauses?.find((each) => each.deadline === clock.deadline);
    if (pause && !paused)
      return { ...clock, pauses: [...clock.pauses, { from: at, until: null, reason: pause.reason }] };
    if (rule.resumes?.includes(clock.deadline) && paused) return { ...clock, pauses: gone };
    return clock;
  });
  const begun = (rule.starts ?? []).flatMap((each): Clock[] => {
    const start: ClockStart = typeof each === 'string' ? { deadline: each } : each;
    if (Object.entries(start.when ?? {}).some(([field, code]) => step.values[field] !== code)) return [];
    // Begun twice, e.g. two lists of evidence: the earlier one governs, and nothing is late under either.
    if (next.some((clock) => clock.deadline === start.deadline && clock.until === null)) return [];
    const due = (start.due && step.values[start.due]) as string | undefined;
    return [{ deadline: start.deadline, since: at, due: due ?? null, until: null, pauses: [] }];
  });
  return [...next, ...begun];
}

export interface Taker {
  readonly account: string;
  readonly roles: readonly string[];
}

export interface History {
  readonly record: Values;
  /** Who registered the record (account). */
  readonly author: string;
  readonly opening: Values;
  readonly steps: readonly StepTaken[];
}

/** Who has handled the subject: registered it, or took, undid or corrected a step that is not a reviewer's. */
export function handlers(procedure: Procedure, history: History): Set<string> {
  const hands = new Set([history.author]);
  const kept: StepTaken[] = [];
  for (const step of history.steps) {
    const about = aboutOf(step, kept);
    if (about === step) kept.push(step);
    else if (step.name === 'revoke') kept.pop();
    const rule = about && ruleOf(procedure, about.name);
    if (rule && !rule.review) hands.add(step.by);
  }
  return hands;
}

/** The step that `step` takes, undoes or corrects. */
function aboutOf(step: StepTaken, kept: readonly StepTaken[]): StepTaken | undefined {
  if (step.name === 'revoke') return kept.at(-1);
  return step.name === 'amend' ? kept.find((other) => other.seq === step.values.of) : step;
}

/** Why `taker` may not take `rule` now, or nothing. */
export function barrier<F>(
  procedure: Procedure<F>,
  rule: StepRule<F>,
  history: History,
  progress: Progress<F>,
  taker: Taker,
): Refusal | undefined {
  const where = 'step';
  if (!rule.from.includes(progress.status)) {
    const status = procedure.statuses.find((s) => s.code === progress.status)?.label ?? ['', ''];
    return {
      code: 'step.illegal',
      where,
      message: [
        `当前状态为“${status[0]}”，不能办理“${rule.label[0]}”`,
        `It stands at "${status[1]}"; "${rule.label[1]}" cannot be taken from there`,
      ],
    };
  }
  if (!taker.roles.some((role) => rule.by.includes(role)))
    return {
      code: 'access.denied',
      where,
      message: [`您的角色不能办理“${rule.label[0]}”`, `Your role may not take "${rule.label[1]}"`],
    };
  if (rule.review && handlers(procedure as Procedure, history).has(taker.account))
    return {
      code: 'step.sameHand',
      where,
      message: [
        '经办过本事项的人不能审核，请由其他审核人员办理',
        'Who has handled the matter may not review it; another reviewer must',
      ],
    };
  return rule.needs?.(progress, { ...history.record, ...history.opening, ...progress.owned });
}

/** Rules `taker` could take now, as the screen offers them. */
export function openSteps<F>(procedure: Procedure<F>, history: History, taker: Taker): StepRule<F>[] {
  const progress = fold(procedure, history.record, history.opening, history.steps);
  return procedure.steps.filter((rule) => !barrier(procedure, rule, history, progress, taker));
}

/**
 * Takes `step` (its values already checked against `stepKind`), or refuses. The answer is the state after it.
 * Days: not before the last step that moved the status, not after the day it reached us.
 */
export function take<F>(
  procedure: Procedure<F>,
  history: History,
  step: StepTaken,
  taker: Taker,
): Outcome<Progress<F>> {
  const before = fold(procedure, history.record, history.opening, history.steps);
  if (step.name === 'revoke' || step.name === 'amend') return revise(procedure, history, step, taker);
  const rule = ruleOf(procedure, step.name);
  if (!rule) return refuse('step.unknown', ['没有这个步骤', 'There is no such step'], { where: 'step' });
  const barred = barrier(procedure, rule, history, before, taker);
  if (barred) return { ok: false, refusals: [barred] };
  const late = outOfTime(step, before, rule);
  if (late) return { ok: false, refusals: [late] };
  const record = { ...history.record, ...before.owned };
  const refusals = rule.check?.({ step, progress: before, record }) ?? [];
  if (refusals.length > 0) return { ok: false, refusals };
  return ok(fold(procedure, history.record, history.opening, [...history.steps, step]));
}

function outOfTime(
  step: StepTaken,
  before: Progress,
  rule: Winding & Pick<StepRule, 'to'>,
): Refusal | undefined {
  if (step.on > dayOfInstant(step.recordedAt))
    return {
      code: 'step.future',
      where: 'on',
      message: ['日期不能晚于今天', 'The date may not lie in the future'],
    };
  const moves = targetOf(rule, step.values) !== undefined;
  if (moves && before.movedOn !== null && step.on < before.movedOn)
    return {
      code: 'step.early',
      where: 'on',
      message: [
        `日期不能早于上一环节（${before.movedOn}）`,
        `The date may not lie before the last stage (${before.movedOn})`,
      ],
    };
  const began = before.clocks.find((clock) => clock.until === null && winds(rule, clock, step.at));
  return began
    ? {
        code: 'step.early',
        where: 'on',
        message: [
          `日期时刻不能早于相关期限的起算（${dayOfInstant(began.since)}）`,
          `It may not lie before its clock began (${dayOfInstant(began.since)})`,
        ],
      }
    : undefined;
}

/**
 * Would `rule` end, pause or resume `clock` on a day before it began or was paused? Told by days: a clock from a day of the
 * record began at midday by convention, and who acts that morning is not early.
 */
function winds(rule: Winding, clock: Clock, at: string): boolean {
  const { deadline, pauses } = clock;
  const touched =
    rule.stops?.includes(deadline) ||
    rule.resumes?.includes(deadline) ||
    rule.pauses?.some((pause) => pause.deadline === deadline);
  const last = pauses.at(-1);
  return touched === true && dayOfInstant(at) < dayOfInstant(last?.until ?? last?.from ?? clock.since);
}

/** Undoing and correcting: by whoever took the step, or by a role that could have. */
function revise<F>(
  procedure: Procedure<F>,
  history: History,
  step: StepTaken,
  taker: Taker,
): Outcome<Progress<F>> {
  const kept = standing(history.steps);
  const target = step.name === 'revoke' ? kept.at(-1) : kept.find((other) => other.seq === step.values.of);
  const rule = target && ruleOf(procedure, target.name);
  if (!target || !rule)
    return refuse('step.unknown', ['没有可以撤销或更正的步骤', 'There is no step to undo or correct'], {
      where: 'of',
    });
  if (!taker.roles.some((role) => rule.by.includes(role)))
    return refuse('access.denied', ['您的角色不能改动这一步', 'Your role may not change this step']);
  if (rule.review && target.by !== taker.account)
    return refuse('step.sameHand', ['审核意见只能由作出人更正', 'Only its author may change a review']);
  if (rule.own && target.by !== taker.account)
    return refuse('step.sameHand', [
      '这一步只能由办理人本人更正',
      'Only whoever took this step may change it',
    ]);
  if (step.name === 'amend') {
    const wrong = amendable(procedure, rule, target, step);
    if (wrong) return { ok: false, refusals: wrong };
  }
  return replay(procedure, history, [...history.steps, step]);
}

function amendable<F>(
  procedure: Procedure<F>,
  rule: StepRule<F>,
  target: StepTaken,
  step: StepTaken,
): readonly Refusal[] | undefined {
  const kind = stepKind(procedure as Procedure, rule.name) as Kind;
  let asked: unknown;
  try {
    asked = JSON.parse(String(step.values.values));
  } catch {
    asked = undefined;
  }
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked))
    return [{ code: 'body.invalid', where: 'values', message: ['更正内容有误', 'Not an object of fields'] }];
  const checked = checkValues(kind, { ...target.values, ...asked });
  if (!checked.ok) return checked.refusals;
  if (targetOf(rule, checked.value) !== targetOf(rule, target.values))
    return [
      {
        code: 'step.branch',
        where: 'values',
        message: [
          '更正不能改变办理方向，请先撤销后续步骤',
          'A correction may not change the way taken; undo later steps first',
        ],
      },
    ];
  return undefined;
}

/** The state after `steps`, of which each must be legal where it stands: a changed past, or a changed record. */
export function replay<F>(
  procedure: Procedure<F>,
  history: History,
  steps: readonly StepTaken[],
): Outcome<Progress<F>> {
  let progress = beginning(procedure, { ...history.record, ...history.opening });
  const began = { ...history.record, ...history.opening };
  for (const step of standing(steps)) {
    const rule = ruleOf(procedure, step.name) as StepRule<F>;
    const record = { ...began, ...progress.owned };
    const late = outOfTime(step, progress, rule);
    const lacking = rule.needs?.(progress, record);
    const wrong = late ?? lacking;
    if (wrong) return { ok: false, refusals: [wrong] };
    const refusals = rule.from.includes(progress.status)
      ? (rule.check?.({ step, progress, record }) ?? [])
      : [
          {
            code: 'step.illegal',
            where: 'step',
            message: [
              '后续步骤不再成立，请先撤销后续步骤',
              'Later steps would no longer hold; undo them first',
            ] as Label,
          },
        ];
    if (refusals.length > 0) return { ok: false, refusals };
    progress = advance(procedure, progress, rule, step, record);
  }
  return ok({ ...progress, seq: steps.length });
}
