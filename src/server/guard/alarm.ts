// Which alarms ring in a county, who owes, and what was answered?
import { type Correction, linkedOn } from '../../domain/case/alteration.ts';
import type { CaseFacts } from '../../domain/case/fact.ts';
import { type Alarm, alarmsOf } from '../../domain/case/guard.ts';
import {
  type CaseStanding,
  type CaseSubject,
  type ClueSubject,
  type GuardFacts,
  type GuardLimits,
  guardLimits,
  type Owes,
  type SeizureSubject,
} from '../../domain/case/guard-fact.ts';
import type { TakenBack } from '../../domain/case/taken-back.ts';
import type { ClueFacts } from '../../domain/clue/fact.ts';
import { LIKE, likeness } from '../../domain/clue/similar.ts';
import { addDays, type Day, dayOfInstant } from '../../domain/kernel/day.ts';
import type { Label } from '../../domain/kernel/label.ts';
import type { RecordRow } from '../../domain/kernel/record.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { type Custody, liveWaiting } from '../../domain/seizure/custody.ts';
import { tipNo } from '../../domain/tip/tip.ts';
import { listAccountNames } from '../account/index.ts';
import { computedLaw, settleStale } from '../assess/index.ts';
import type { CaseLaw } from '../case-law/index.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findRecords, namesFor } from '../record/index.ts';
import { findSetting } from '../setting/index.ts';
import { listCorrections, listTakenBack, listWithdrawals } from './past-store.ts';
import {
  type Candidate,
  type Guarded,
  type GuardScope,
  listAnswers,
  listCandidates,
  listUntakenTips,
} from './store.ts';

/** Below what is suggested as one matter: callers use other words, and not each says where. */
const UNLIKE = LIKE - 1;
const GUARDED: readonly Guarded[] = ['case', 'seizure', 'clue'];

export interface AlarmView {
  readonly guard: string;
  readonly label: readonly [string, string];
  readonly article: string;
  readonly kind: string;
  readonly id: string;
  readonly no: string;
  readonly name: string;
  readonly who: string;
  readonly since: Day;
  readonly cause: string;
  readonly answered: { readonly by: string; readonly on: Day; readonly reason: string } | null;
}

const UNFILED = ['discovered', 'filingAsked'];

/** How the case a record names stands towards it; what came to it only after its end was not settled by it. */
function caseOf({ row, named }: Candidate, corrections: readonly Correction[]): CaseStanding {
  if (!row.values.case || !named) return 'none';
  if (named.withdrawn) return 'withdrawn';
  if (UNFILED.includes(named.status)) return 'unfiled';
  if (named.status === 'notFiled') return row.kind === 'clue' ? 'notFiled' : 'unfiled';
  const { closedOn } = named;
  if (closedOn === null) return 'filed';
  if (closedOn < String(row.values.day)) return 'over';
  if (row.kind === 'clue') return 'filed';
  const entered = new Date(named.recordedAt).toISOString();
  // A case known before it closed; one that came closed from an older ledger may be linked at any time.
  if (dayOfInstant(entered) <= closedOn && closedOn < (linkedOn(corrections) ?? dayOfInstant(row.recordedAt)))
    return 'over';
  return named.seq === 0 && !named.penalised && row.recordedAt < entered ? 'empty' : 'filed';
}

function liveOf(candidate: Candidate, accounts: ReadonlyMap<string, string>): SeizureSubject['live'] {
  if (candidate.row.values.form !== 'live') return null;
  const waiting = liveWaiting(candidate.facts as Custody);
  if (waiting.length === 0) return { left: 0, where: null, who: null };
  const counts = waiting.map(({ quantity }) => quantity.value);
  const told = (texts: readonly string[]) =>
    texts.some((text) => text === '') ? null : [...new Set(texts)].join('、');
  return {
    left: counts.includes(null) ? null : counts.reduce<number>((sum, n) => sum + (n ?? 0), 0),
    where: told(waiting.map(({ place }) => place)),
    who: told(waiting.map(({ account, holder }) => (account ? (accounts.get(account) ?? '') : holder))),
  };
}

/** What was reckoned of a case, as its guards ask for it. */
function lawOf(law: CaseLaw | undefined): Pick<CaseSubject, 'computed' | 'lowered'> {
  const { mustTransfer = null, charges = [], since = null } = law ?? {};
  const lowered = law?.loweredOn ?? null;
  return {
    computed: mustTransfer === null ? null : { mustTransfer, charges, on: since ?? '' },
    lowered:
      lowered === null ? null : { on: lowered, charges: law?.loweredCharges ?? [], by: law?.loweredBy ?? '' },
  };
}

/** What is known beside the records: who holds accounts, what was reckoned, and what the past said. */
interface Known {
  readonly accounts: ReadonlyMap<string, string>;
  readonly laws: ReadonlyMap<string, CaseLaw>;
  readonly corrections: ReadonlyMap<string, readonly Correction[]>;
  readonly withdrawals: ReadonlyMap<string, { on: Day; times: number }>;
  readonly takenBack: ReadonlyMap<string, readonly TakenBack[]>;
  readonly merged: ReadonlyMap<string, RecordRow>;
}

async function knownOf(
  db: Db | Tx,
  county: string,
  kind: Guarded,
  candidates: readonly Candidate[],
): Promise<Known> {
  const ids = candidates.map(({ row }) => row.id);
  const holders = kind === 'seizure' ? candidates.flatMap(({ facts }) => accountsIn(facts as Custody)) : [];
  const into = kind === 'clue' ? candidates.flatMap(({ facts }) => (facts as ClueFacts).into ?? []) : [];
  const gone = candidates.flatMap(({ row }) => (row.withdrawn ? [row.id] : []));
  const targets = into.length > 0 ? await findRecords(db, county, getKind('clue'), [...new Set(into)]) : [];
  return {
    accounts: await listAccountNames(db, [...new Set(holders)]),
    laws: kind === 'case' ? await computedLaw(db, county, ids) : new Map(),
    corrections: await listCorrections(db, county, kind, ids),
    withdrawals: await listWithdrawals(db, county, kind, gone),
    takenBack: kind === 'case' ? await listTakenBack(db, county, ids) : new Map(),
    merged: new Map(targets.map((row) => [row.id, row])),
  };
}

/** Two clues nobody would take for one matter; the day is that of the merge. */
function unlikeOf({ row, facts }: Candidate, { merged }: Known): NonNullable<ClueSubject['unlike']> | null {
  const other = merged.get((facts as ClueFacts).into ?? '');
  if (!other || likeness(row.values, other.values).score >= UNLIKE) return null;
  return { into: other.no, on: String(row.values.resultDay ?? row.values.day) };
}

function subjectOf(kind: Guarded, candidate: Candidate, known: Known): GuardFacts {
  const { row, status, ended, facts } = candidate;
  const { accounts, laws } = known;
  const corrections = known.corrections.get(row.id) ?? [];
  const withdrawal = known.withdrawals.get(row.id);
  const clocks = candidate.clocks.map(({ deadline, since, due }) => ({
    ...{ deadline, since },
    due: due === null ? null : dayOfInstant(due),
  }));
  const base = {
    ...{ id: row.id, record: row.values, corrections, recordedOn: dayOfInstant(row.recordedAt) },
    withdrawnOn: row.withdrawn ? (withdrawal?.on ?? dayOfInstant(row.updatedAt)) : null,
    withdrawals: withdrawal?.times ?? 1,
  };
  const caseIs = caseOf(candidate, corrections);
  if (kind === 'clue') {
    const { extended, reopened } = facts as ClueFacts;
    const more = { extended: extended + reopened > 0, unlike: unlikeOf(candidate, known) };
    return { about: 'clue', ...base, end: ended, clocks, caseIs, ...more };
  }
  if (kind === 'seizure') {
    const { missing } = facts as Custody;
    return { about: 'seizure', ...base, caseIs, live: liveOf(candidate, accounts), missing };
  }
  const takenBack = known.takenBack.get(row.id) ?? [];
  const own = { status, end: ended, facts: facts as CaseFacts, clocks, takenBack };
  return { about: 'case', ...base, ...own, ...lawOf(laws.get(row.id)) };
}

const SAYS_HEAD = '负责人';

async function whoOwes(db: Db | Tx, county: string, owes: readonly Owes[]): Promise<(owes: Owes) => string> {
  const refs = (by: readonly Owes['by'][]) => [
    ...new Set(owes.filter((each) => by.includes(each.by)).flatMap(({ ref }) => ref ?? [])),
  ];
  const people = await findRecords(db, county, getKind('person'), refs(['officer']));
  const agencies = await findRecords(db, county, getKind('agency'), refs(['agency', 'head', 'police']));
  const names = new Map([...people, ...agencies].map((row) => [row.id, String(row.values.name)]));
  return ({ by, ref, name }) => {
    const told = name ?? names.get(ref ?? '') ?? '';
    if (by === 'head') return `${told}${SAYS_HEAD}`;
    if (by === 'police') return told || '公安机关';
    return told || '承办单位未填';
  };
}

/** Cases an import or another table left to be reckoned: some at each look, all of them before a campaign may be closed. */
const AT_A_LOOK = 500;

async function settleFirst(db: Db | Tx, county: string, { id, campaign }: GuardScope): Promise<void> {
  if (id !== undefined) return;
  if (!db.isTransaction) await settleStale(db, county, { most: AT_A_LOOK });
  else if (campaign !== undefined) await settleStale(db, county, { campaign });
}

async function listOf(
  db: Db | Tx,
  county: string,
  kind: Guarded,
  scope: GuardScope,
  today: Day,
  limits: GuardLimits,
): Promise<AlarmView[]> {
  if (kind === 'case') await settleFirst(db, county, scope);
  const candidates = await listCandidates(db, county, kind, scope);
  const known = await knownOf(db, county, kind, candidates);
  const answers = Map.groupBy(
    await listAnswers(
      db,
      county,
      kind,
      candidates.map(({ row }) => row.id),
    ),
    ({ subject }) => subject,
  );
  const rang = candidates.flatMap((candidate) => {
    const own = answers.get(candidate.row.id) ?? [];
    const alarms = alarmsOf(subjectOf(kind, candidate, known), own, today, limits);
    return alarms.map((alarm) => ({ alarm, row: candidate.row }));
  });
  const names = await namesFor(
    db,
    county,
    getKind(kind),
    rang.map(({ row }) => row.values),
  );
  const who = await whoOwes(
    db,
    county,
    rang.map(({ alarm }) => alarm.owes),
  );
  return rang.map(({ alarm, row }) => ({
    ...{ guard: alarm.guard, label: alarm.label, article: alarm.article, kind, id: row.id, no: row.no },
    name: titleOf(getKind(kind), row.values, names) || row.no,
    who: who(alarm.owes),
    since: alarm.since,
    cause: alarm.cause,
    answered: answeredBy(alarm),
  }));
}

function answeredBy({ answer }: Alarm): AlarmView['answered'] {
  return answer && { by: answer.by, on: answer.on, reason: answer.reason };
}

function accountsIn(custody: Custody): string[] {
  return liveWaiting(custody).flatMap(({ account }) => account ?? []);
}

const TIP_LABEL = ['举报逾期未受理', 'A tip nobody took up'] as const;

/** A tip is no record and takes no answer: it is taken up, or set aside with a reason the informant is told. */
async function untakenTips(
  db: Db | Tx,
  county: string,
  { from, until }: GuardScope,
  today: Day,
  { clueDays }: GuardLimits,
): Promise<AlarmView[]> {
  const last = addDays(today, -clueDays - 1);
  const tips = await listUntakenTips(db, county, until !== undefined && until < last ? until : last, from);
  return tips.map(({ id, day }) => ({
    ...{ guard: 'tip.untaken', label: TIP_LABEL, article: '野生动物保护法第6条第3款', kind: 'tip', id },
    ...{ no: tipNo(id, day), name: '', who: '举报受理人员', since: addDays(day, clueDays + 1), cause: day },
    answered: null,
  }));
}

/** Every alarm of a county on `today`, answered ones included; the longest waiting first. */
export async function listAlarms(
  db: Db | Tx,
  county: string,
  today: Day,
  scope: GuardScope & { readonly kind?: string | undefined } = {},
): Promise<AlarmView[]> {
  const limits = guardLimits(await findSetting(db, county, 'limits'));
  let found: AlarmView[] = [];
  for (const kind of GUARDED)
    if (!scope.kind || scope.kind === kind)
      found = found.concat(await listOf(db, county, kind, scope, today, limits));
  const { campaign, id, ids, kind = 'tip' } = scope;
  if (kind === 'tip' && campaign === undefined && id === undefined && ids === undefined)
    found.push(...(await untakenTips(db, county, scope, today, limits)));
  return found.sort((a, b) => (a.since === b.since ? (a.no < b.no ? -1 : 1) : a.since < b.since ? -1 : 1));
}

/** Open and answered alarms of each county by guard; counties are asked one by one, as each reckons by its own limits. */
export async function countAlarms(db: Db, counties: readonly string[], today: Day) {
  const counted = [];
  for (const county of counties) {
    const alarms = await listAlarms(db, county, today);
    const guards = new Map<string, { guard: string; label: Label; open: number; answered: number }>();
    for (const { guard, label, answered } of alarms) {
      const row = guards.get(guard) ?? { guard, label, open: 0, answered: 0 };
      guards.set(guard, answered ? { ...row, answered: row.answered + 1 } : { ...row, open: row.open + 1 });
    }
    counted.push({ county, name: regionOf(county)?.name ?? county, guards: [...guards.values()] });
  }
  return counted;
}
