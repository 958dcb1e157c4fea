// What may not pass silently, who owes it, and was it answered?
import type { Day } from '../kernel/day.ts';
import { firstDayOf } from './alteration.ts';
import { CASE_GUARDS } from './guard-case.ts';
import type { ClueSubject, Found, Guard, GuardFacts, GuardLimits, SeizureSubject } from './guard-fact.ts';
import {
  agencyOf,
  causeOf,
  foundAltered,
  foundOverdue,
  lateSince,
  overdue,
  textIn,
  withdrawnCause,
} from './guard-fact.ts';

/** A limit counts from the first day stated, not from the last correction of it. */
const dayOf = ({ record, corrections, recordedOn }: SeizureSubject | ClueSubject) =>
  firstDayOf('day', record, corrections, recordedOn);

const SEIZURE_GUARDS: readonly Guard<SeizureSubject>[] = [
  {
    code: 'seizure.noCase',
    label: ['收缴后未立案（一查一收一放）', 'Seized, no case filed'],
    about: 'seizure',
    article: '行政处罚法第54条第2款、第76条第2款',
    find: (subject, today, limits) => {
      const { record, caseIs, withdrawnOn } = subject;
      if (caseIs === 'filed' || withdrawnOn !== null || isOwnerless(record)) return undefined;
      const since = lateSince(dayOf(subject), limits.seizureDays, today);
      return since === undefined ? undefined : { since, cause: causeOf(caseIs), owes: agencyOf(record) };
    },
  },
  {
    code: 'seizure.withdrawn',
    label: ['收缴记录被撤回', 'A seizure was withdrawn'],
    about: 'seizure',
    article: '行政处罚法第79条；移送规定第15条',
    find: (subject) =>
      subject.withdrawnOn === null
        ? undefined
        : { since: subject.withdrawnOn, cause: withdrawnCause(subject), owes: agencyOf(subject.record) },
  },
  {
    code: 'animal.noEnd',
    label: ['活体没有去向', 'A live animal without an end'],
    about: 'animal',
    article: '野生动物保护法第61条；移送规定第4条',
    find: (subject, today, limits) => {
      const { record, live, withdrawnOn } = subject;
      if (live === null || live.left === 0 || withdrawnOn !== null) return undefined;
      const since = lateSince(dayOf(subject), limits.liveDays, today);
      return since === undefined
        ? undefined
        : {
            since,
            cause: causeOf(live.left ?? '若干', live.who, live.where),
            owes: holder(record, live.who),
          };
    },
  },
  {
    code: 'animal.noPlace',
    label: ['活体不知在何处、由何人看管', 'A live animal, nobody says where or with whom'],
    about: 'animal',
    article: '野生动物保护法第61条；移送规定第4条',
    find: (subject) => {
      const { record, live, withdrawnOn } = subject;
      if (live === null || live.left === 0 || withdrawnOn !== null) return undefined;
      if (live.where !== null && live.who !== null) return undefined;
      return {
        since: dayOf(subject) ?? '',
        cause: causeOf(live.where === null ? 'where' : '', live.who === null ? 'who' : ''),
        owes: holder(record, live.who),
      };
    },
  },
  {
    code: 'seizure.missing',
    label: ['清点短少', 'A count found less than there was'],
    about: 'seizure',
    article: '行政处罚法第79条；移送规定第15条',
    find: ({ record, missing = 0, withdrawnOn }) =>
      missing > 0 && withdrawnOn === null
        ? { since: textIn(record, 'day') ?? '', cause: causeOf(missing), owes: agencyOf(record) }
        : undefined,
  },
  {
    code: 'seizure.altered',
    label: ['收缴关键内容被更改', 'Key facts of a seizure were changed'],
    about: 'seizure',
    article: '行政处罚法第47条、第79条',
    find: (subject) => foundAltered(subject, agencyOf(subject.record)),
  },
];

/** Nets and snares cleared on a patrol, with nobody to be penalised: art. 54 speaks of a party. */
function isOwnerless(record: SeizureSubject['record']): boolean {
  return record.form === 'tool' && !record.holder && !record.inspection && typeof record.patrol === 'string';
}

function holder(record: SeizureSubject['record'], who: string | null): Found['owes'] {
  return who === null ? agencyOf(record) : { by: 'holder', ref: null, name: who };
}

const CLUE_GUARDS: readonly Guard<ClueSubject>[] = [
  {
    code: 'clue.overdue',
    label: ['线索逾期没有结果', 'A clue without a result'],
    about: 'clue',
    article: '行政处罚法第54条、第75条第2款',
    find: (subject, today, limits) => {
      const { record, clocks, end, extended = false } = subject;
      if (end) return undefined;
      const late = foundOverdue(overdue(clocks, today), () => agencyOf(record));
      if (late || extended || !waitsForResult(clocks)) return late;
      const since = lateSince(dayOf(subject), limits.clueDays, today);
      return since === undefined
        ? undefined
        : { since, cause: causeOf('received', dayOf(subject)), owes: agencyOf(record) };
    },
  },
  {
    code: 'clue.noCase',
    label: ['线索称已立案而未立案', 'Ended as a case that is none'],
    about: 'clue',
    article: '行政处罚法第54条第2款、第76条第2款',
    find: ({ record, caseIs = 'none', end, withdrawnOn }, today, limits) => {
      if (!end || record.result !== 'case' || withdrawnOn !== null) return undefined;
      if (caseIs === 'none' || caseIs === 'filed') return undefined;
      const ended = textIn(record, 'resultDay') ?? textIn(record, 'day');
      const since = caseIs === 'unfiled' ? lateSince(ended, limits.seizureDays, today) : (ended ?? today);
      return since === undefined ? undefined : { since, cause: causeOf(caseIs), owes: agencyOf(record) };
    },
  },
  {
    code: 'clue.unlike',
    label: ['并入内容不相近的线索', 'Merged into a clue that tells of something else'],
    about: 'clue',
    article: '行政处罚法第54条、第75条第2款',
    find: ({ record, unlike = null, withdrawnOn }) =>
      unlike === null || withdrawnOn !== null
        ? undefined
        : { since: unlike.on, cause: causeOf(unlike.into, unlike.on), owes: agencyOf(record) },
  },
  {
    code: 'clue.altered',
    label: ['线索关键内容被更改', 'Key facts of a clue were changed'],
    about: 'clue',
    article: '行政处罚法第47条、第75条第2款',
    find: (subject) => foundAltered(subject, agencyOf(subject.record)),
  },
  {
    code: 'clue.withdrawn',
    label: ['线索被撤回', 'A clue was withdrawn'],
    about: 'clue',
    article: '行政处罚法第75条第2款、第83条',
    find: (subject) =>
      subject.withdrawnOn === null
        ? undefined
        : { since: subject.withdrawnOn, cause: withdrawnCause(subject), owes: agencyOf(subject.record) },
  },
];

/** Its result is what is owed, not the answer to the informant. */
function waitsForResult(clocks: ClueSubject['clocks']): boolean {
  return clocks.some(({ deadline }) => deadline === 'COUNTY-CLUE');
}

/** Every guard, in the order a summary tells them. */
export const GUARDS: readonly Guard<never>[] = [...CASE_GUARDS, ...SEIZURE_GUARDS, ...CLUE_GUARDS];

const BY_SUBJECT = {
  case: CASE_GUARDS,
  seizure: SEIZURE_GUARDS,
  clue: CLUE_GUARDS,
} as unknown as Readonly<Record<GuardFacts['about'], readonly Guard[]>>;

/** A reviewer's step `answer`, as it stands. */
export interface Answer {
  readonly guard: string;
  readonly cause: string;
  readonly reason: string;
  readonly on: Day;
  readonly by: string;
}

export interface Alarm extends Found {
  readonly guard: string;
  readonly label: Guard['label'];
  readonly about: Guard['about'];
  readonly article: string;
  readonly id: string;
  /** Null while nobody answered this very cause. */
  readonly answer: Answer | null;
}

/** The alarms of one record on `today`, answered ones included; an answer holds for the cause it was given to. */
export function alarmsOf(
  subject: GuardFacts,
  answers: readonly Answer[],
  today: Day,
  limits: GuardLimits,
): Alarm[] {
  return BY_SUBJECT[subject.about].flatMap((guard) => {
    const found = guard.find(subject, today, limits);
    if (!found) return [];
    const answer = answers.findLast((each) => each.guard === guard.code && each.cause === found.cause);
    return [
      {
        ...{ guard: guard.code, label: guard.label, about: guard.about, id: subject.id },
        ...found,
        article: found.article ?? guard.article,
        answer: answer ?? null,
      },
    ];
  });
}
