// Do whole cases, step by step, stand where the law says, owe what it says, and raise their alarms?
import { describe, expect, it } from 'vitest';
import { case_ } from '../../src/domain/case/case.ts';
import type { CaseFacts } from '../../src/domain/case/fact.ts';
import { type Answer, alarmsOf } from '../../src/domain/case/guard.ts';
import { guardLimits } from '../../src/domain/case/guard-fact.ts';
import { caseProcedure } from '../../src/domain/case/procedure.ts';
import {
  fold,
  type History,
  instantOf,
  type Procedure,
  type Progress,
  pickOwned,
  type StepTaken,
  standing,
  stepKind,
  take,
} from '../../src/domain/kernel/procedure.ts';
import type { Kind, Values } from '../../src/domain/kernel/record.ts';
import { checkValues } from '../../src/domain/kernel/values.ts';
import { ADMINISTRATIVE } from './administrative.ts';
import { CRIMINAL } from './criminal.ts';
import { RETURNED } from './returned.ts';
import { HANDS, type Look, lastDay, type Refused, type Story, type Taken } from './story.ts';

const STORIES = [...ADMINISTRATIVE, ...CRIMINAL, ...RETURNED];
const LATER = '2027-12-31T00:00:00.000Z';

interface Standing {
  readonly history: History & { readonly steps: StepTaken[] };
  progress: Progress<CaseFacts>;
}

function begin(record: Values): Standing {
  const checked = checkValues(case_, record);
  expect(checked).toMatchObject({ ok: true });
  const opening = pickOwned(caseProcedure, record);
  const history = { record, author: HANDS.clerk.account, opening, steps: [] };
  return { history, progress: fold(caseProcedure, record, opening, []) };
}

function read(it: Standing, { when, name, values, hand }: Taken | Refused): StepTaken {
  const [on = '', time] = when.split(' ');
  const kind = stepKind(caseProcedure as unknown as Procedure, name) as Kind;
  const checked = checkValues(kind, values);
  expect(checked, `${when} ${name}`).toMatchObject({ ok: true });
  return {
    seq: it.history.steps.length + 1,
    id: `${name} ${when}`,
    name,
    on,
    at: instantOf(on, time),
    recordedAt: LATER,
    by: HANDS[hand].account,
    values: checked.ok ? checked.value : {},
  };
}

function answersOf(steps: readonly StepTaken[]): Answer[] {
  return standing(steps)
    .filter((step) => step.name === 'answer')
    .map(({ on, by, values }) => ({
      ...{ guard: String(values.guard), cause: String(values.cause), reason: String(values.reason) },
      ...{ on, by },
    }));
}

function alarmsOn(it: Standing, today: string) {
  const { progress, history } = it;
  const clocks = progress.clocks
    .filter((clock) => clock.until === null)
    .map((clock) => ({ deadline: clock.deadline, since: clock.since, due: lastDay(clock) }));
  const end = caseProcedure.statuses.find((status) => status.code === progress.status)?.end === true;
  const record = { ...history.record, ...progress.owned };
  const subject = { about: 'case', id: 'case', record, withdrawnOn: null, end, clocks } as const;
  const { status, facts } = progress;
  return alarmsOf(
    { ...subject, status, facts, computed: null },
    answersOf(history.steps),
    today,
    guardLimits(),
  );
}

/** An answer names the alarm; its cause is what the alarm says on that day. */
function withCause(it: Standing, line: Taken | Refused): Taken | Refused {
  if (line.name !== 'answer' || line.values.cause !== undefined) return line;
  const alarm = alarmsOn(it, line.when.slice(0, 10)).find((each) => each.guard === line.values.guard);
  return { ...line, values: { ...line.values, cause: alarm?.cause ?? 'none' } };
}

function play(it: Standing, line: Taken | Refused | Look): void {
  if (line.is === 'look') {
    seen(it, line);
    return;
  }
  const asked = withCause(it, line);
  const step = read(it, asked);
  const outcome = take(caseProcedure, it.history, step, HANDS[line.hand]);
  if (asked.is === 'refused') {
    expect(outcome.ok, `${line.when} ${line.name} should be refused`).toBe(false);
    if (outcome.ok) return;
    expect(outcome.refusals[0]?.code).toBe(asked.code);
    if (asked.article) expect(outcome.refusals[0]?.article).toBe(asked.article);
    return;
  }
  if (!outcome.ok) throw new Error(`${line.when} ${line.name}: ${JSON.stringify(outcome.refusals)}`);
  it.history.steps.push(step);
  it.progress = outcome.value;
  expect(it.progress.status, `after ${line.when} ${line.name}`).toBe(asked.status);
}

function seen(it: Standing, line: Look): void {
  const running = it.progress.clocks.filter(
    (clock) => clock.until === null && clock.deadline !== 'COUNTY-CASE',
  );
  const due = Object.fromEntries(running.map((clock) => [clock.deadline, lastDay(clock)]));
  if (line.due) expect(due, line.on).toEqual(line.due);
  const alarms = alarmsOn(it, line.on);
  const codes = (answered: boolean) =>
    alarms.filter((alarm) => (alarm.answer !== null) === answered).map((alarm) => alarm.guard);
  if (line.alarms) expect(codes(false), `open on ${line.on}`).toEqual(line.alarms);
  if (line.answered) expect(codes(true), `answered on ${line.on}`).toEqual(line.answered);
  if (line.record) expect({ ...it.history.record, ...it.progress.owned }).toMatchObject(line.record);
}

describe.each(STORIES.map((story) => [story.title, story] as const))('%s', (_, story: Story) => {
  it('goes as told', () => {
    const it = begin(story.record);
    for (const line of story.lines) play(it, line);
  });

  it('comes to the same when its steps are folded again, one by one or at once', () => {
    const it = begin(story.record);
    for (const line of story.lines) if (line.is === 'step') play(it, line);
    const { history, progress } = it;
    for (let n = 0; n <= history.steps.length; n++)
      fold(caseProcedure, history.record, history.opening, history.steps.slice(0, n));
    expect(fold(caseProcedure, history.record, history.opening, history.steps)).toEqual(progress);
    const told = JSON.parse(JSON.stringify(history.steps));
    expect(fold(caseProcedure, history.record, history.opening, told)).toEqual(progress);
  });
});

describe('the stories together', () => {
  it(`${STORIES.length} cases walk every status and take every step`, () => {
    const statuses = new Set<string>();
    const steps = new Set<string>();
    for (const story of STORIES)
      for (const line of story.lines)
        if (line.is === 'step') {
          statuses.add(line.status);
          steps.add(line.name);
        }
    const all = caseProcedure.statuses.map((status) => status.code as string);
    expect(all.filter((code) => !statuses.has(code))).toEqual([]);
    const untold = caseProcedure.steps.map((rule) => rule.name).filter((name) => !steps.has(name));
    expect(untold).toEqual([]);
  });
});
