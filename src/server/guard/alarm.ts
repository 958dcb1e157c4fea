// Which alarms ring in a county, who owes, and what was answered?

import type { CaseFacts } from '../../domain/case/fact.ts';
import { type Alarm, alarmsOf } from '../../domain/case/guard.ts';
import {
  type CaseSubject,
  type GuardFacts,
  type GuardLimits,
  guardLimits,
  type Owes,
  type SeizureSubject,
} from '../../domain/case/guard-fact.ts';
import { type Day, dayOfInstant } from '../../domain/kernel/day.ts';
import type { Label } from '../../domain/kernel/label.ts';
import { regionOf } from '../../domain/kernel/region.ts';
import { titleOf } from '../../domain/kernel/title.ts';
import { getKind } from '../../domain/kind.ts';
import { type Custody, liveWaiting } from '../../domain/seizure/custody.ts';
import { listAccountNames } from '../account/index.ts';
import { computedLaw, settleStale } from '../assess/index.ts';
import type { CaseLaw } from '../case-law/index.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findRecords, namesFor } from '../record/index.ts';
import { findSetting } from '../setting/index.ts';
import { type Candidate, type Guarded, type GuardScope, listAnswers, listCandidates } from './store.ts';

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

const NOT_FILED = ['discovered', 'filingAsked', 'notFiled'];

function caseOf({ row, caseStatus, caseWithdrawn }: Candidate): SeizureSubject['caseIs'] {
  if (!row.values.case) return 'none';
  if (caseWithdrawn) return 'withdrawn';
  return caseStatus !== null && NOT_FILED.includes(caseStatus) ? 'unfiled' : 'filed';
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

function subjectOf(
  kind: Guarded,
  candidate: Candidate,
  accounts: ReadonlyMap<string, string>,
  law: CaseLaw | undefined,
): GuardFacts {
  const { row, status, ended, facts } = candidate;
  const clocks = candidate.clocks.map(({ deadline, since, due }) => ({
    ...{ deadline, since },
    due: due === null ? null : dayOfInstant(due),
  }));
  const withdrawnOn = row.withdrawn ? dayOfInstant(row.updatedAt) : null;
  const base = { id: row.id, record: row.values, withdrawnOn };
  if (kind === 'clue') return { about: 'clue', ...base, end: ended, clocks };
  if (kind === 'seizure')
    return { about: 'seizure', ...base, caseIs: caseOf(candidate), live: liveOf(candidate, accounts) };
  return { about: 'case', ...base, status, end: ended, facts: facts as CaseFacts, clocks, ...lawOf(law) };
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
  const laws =
    kind === 'case'
      ? await computedLaw(
          db,
          county,
          candidates.map(({ row }) => row.id),
        )
      : undefined;
  const holders = kind === 'seizure' ? candidates.flatMap(({ facts }) => accountsIn(facts as Custody)) : [];
  const accounts = await listAccountNames(db, [...new Set(holders)]);
  const answers = await listAnswers(
    db,
    county,
    kind,
    candidates.map(({ row }) => row.id),
  );
  const rang = candidates.flatMap((candidate) => {
    const own = answers.filter(({ subject }) => subject === candidate.row.id);
    const alarms = alarmsOf(
      subjectOf(kind, candidate, accounts, laws?.get(candidate.row.id)),
      own,
      today,
      limits,
    );
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

/** Every alarm of a county on `today`, answered ones included; the longest waiting first. */
export async function listAlarms(
  db: Db | Tx,
  county: string,
  today: Day,
  scope: GuardScope & { readonly kind?: string | undefined } = {},
): Promise<AlarmView[]> {
  const limits = guardLimits(await findSetting(db, county, 'limits'));
  const found: AlarmView[] = [];
  for (const kind of GUARDED)
    if (!scope.kind || scope.kind === kind)
      found.push(...(await listOf(db, county, kind, scope, today, limits)));
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
