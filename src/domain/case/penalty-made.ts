// Which penalties do the steps of a case come to: of whom, by which decision, how much, and paid when?
import { type Outcome, ok, type Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { readMoney } from '../kernel/read-money.ts';
import type { Values } from '../kernel/record.ts';

/** One party of a decision that stands. `step` took it, `place` counts its parties from 0. */
export interface PenaltyMade {
  readonly step: StepTaken;
  readonly place: number;
  /** Fields of the record `penalty` but `case`; null clears one. */
  readonly values: Values;
}

interface Decision {
  readonly step: StepTaken;
  /** Fen; as changed on review where it was. */
  readonly fine: number;
  readonly fines: readonly string[] | null;
  readonly docNos: readonly string[] | null;
  readonly paidOn: string | null;
}

/** Steps that decide a penalty: 行政处罚法51, 57 and a judgment. */
export const DECIDING = ['decidePenalty', 'punishOnSpot', 'judge'] as const;

const texts = (value: unknown) => (value ?? null) as readonly string[] | null;

function decided(step: StepTaken, paidOn: string | null = null): Decision {
  const { fine, fines, docNos } = step.values;
  return {
    step,
    fine: (fine as number | undefined) ?? 0,
    fines: texts(fines),
    docNos: texts(docNos),
    paidOn,
  };
}

function changed(before: Decision, { values }: StepTaken): Decision {
  return values.result === 'changed' && typeof values.fine === 'number'
    ? { ...before, fine: values.fine, fines: texts(values.fines) }
    : before;
}

interface Standing {
  readonly own: Decision | null;
  readonly court: Decision | null;
}

function after({ own, court }: Standing, step: StepTaken): Standing {
  const { name, on, values } = step;
  const paid = (paidOn: string | null) => ({ own: own && { ...own, paidOn }, court });
  switch (name) {
    case 'decidePenalty':
      return { own: decided(step), court };
    case 'punishOnSpot':
      return { own: decided(step, values.collected === 'cash' ? on : null), court };
    case 'judge':
      return { own, court: values.result === 'sentenced' ? decided(step) : null };
    case 'contestKept':
      return { own: own && changed(own, step), court };
    case 'payFull':
      return paid(on);
    case 'courtResult':
      return values.result === 'refused'
        ? { own: null, court }
        : paid(values.result === 'executed' ? on : null);
    case 'contestRevoked':
    case 'refile':
      return { own: null, court };
    case 'reopen':
      return values.into === 'closing' ? { own, court } : { own: null, court: null };
    default:
      return { own, court };
  }
}

/** The agency's decision and the court's judgment that stand after `steps` (standing ones, in their order). */
function standingDecisions(steps: readonly StepTaken[]): Decision[] {
  const { own, court } = steps.reduce<Standing>(after, { own: null, court: null });
  return [own, court].filter((each) => each !== null);
}

/** The decision steps that stand: a penalty written by hand beside one would count it twice. */
export function decidingSteps(steps: readonly StepTaken[]): readonly StepTaken[] {
  return standingDecisions(steps).map(({ step }) => step);
}

const wrong = (where: string, zh: string, en: string): Outcome<never> => ({
  ok: false,
  refusals: [{ code: 'step.value', where, message: [zh, en] } satisfies Refusal],
});

/** What each party is fined, in fen; several parties are fined each by its own sum, which add up to the whole. */
function shares({ fine, fines }: Decision, parties: readonly string[]): Outcome<readonly number[]> {
  if (parties.length === 1) return ok([fine]);
  if (fine === 0) return ok(parties.map(() => 0));
  const each = (fines ?? []).map((text) => readMoney(text));
  const sums = each.flatMap((read) => (read.ok && read.value !== undefined ? [read.value] : []));
  if (sums.length !== parties.length || sums.reduce((sum, n) => sum + n, 0) !== fine)
    return wrong(
      'fines',
      `有${parties.length}名当事人，请按当事人顺序分别列明罚款，合计应等于罚款总额`,
      `There are ${parties.length} parties: state the fine of each in their order; together they make the whole`,
    );
  return ok(sums);
}

/** What each of `parties` is fined by the decision `step`, in fen; null where it does not say. */
export function finesOf(step: StepTaken, parties: readonly string[]): readonly number[] | null {
  const each = shares(decided(step), parties);
  return each.ok ? each.value : null;
}

/** A number for each party, all different, or none. */
function numbersOf({ docNos }: Decision, parties: readonly string[]): Outcome<readonly string[] | null> {
  if (docNos === null || docNos.length === 0) return ok(null);
  return docNos.length === parties.length && new Set(docNos).size === docNos.length
    ? ok(docNos)
    : wrong(
        'docNos',
        `有${parties.length}名当事人，请按当事人顺序各写一个文号，不得重复；也可以不填`,
        `There are ${parties.length} parties: a number for each in their order, all different, or none`,
      );
}

function confiscated({ values }: StepTaken): string | null {
  const proceeds = typeof values.proceeds === 'number' ? `违法所得${values.proceeds / 100}元` : '';
  return [proceeds, values.confiscated].filter(Boolean).join('；') || null;
}

function kindOf(step: StepTaken, record: Values): string {
  if (step.name === 'judge') return 'criminal';
  return record.track === 'forestry' ? 'forestry' : 'administrative';
}

function ofDecision(decision: Decision, record: Values): Outcome<PenaltyMade[]> {
  const { step, paidOn } = decision;
  const parties = texts(step.values.parties) ?? texts(record.parties) ?? [];
  if (parties.length === 0)
    return wrong(
      'parties',
      '请列明被处罚的当事人（在此填写，或先在案件中补充）',
      'Name the parties penalised, here or in the case first',
    );
  const fines = shares(decision, parties);
  if (!fines.ok) return fines;
  const numbers = numbersOf(decision, parties);
  if (!numbers.ok) return numbers;
  return ok(
    parties.map((party, place) => ({
      step,
      place,
      values: {
        ...{
          day: step.on,
          docNo: numbers.value?.[place] ?? step.values.docNo ?? null,
          penaltyKind: kindOf(step, record),
          party,
        },
        ...{ fine: fines.value[place] || null, confiscated: confiscated(step), paidOn },
        ...{ campaign: record.campaign ?? null, agency: record.agency ?? null },
      },
    })),
  );
}

/** The penalties of a case `record` after `steps` (standing ones), one for each party; or what the decision lacks. */
export function penaltiesOf(record: Values, steps: readonly StepTaken[]): Outcome<PenaltyMade[]> {
  const made: PenaltyMade[] = [];
  for (const decision of standingDecisions(steps)) {
    const each = ofDecision(decision, record);
    if (!each.ok) return each;
    made.push(...each.value);
  }
  return ok(made);
}
