// How is the history of a case told, and what is told of it at each turn?
import { addDays, dayOfInstant } from '../../src/domain/kernel/day.ts';
import type { Clock } from '../../src/domain/kernel/procedure.ts';
import type { Values } from '../../src/domain/kernel/record.ts';
import { calendarFrom } from '../../src/domain/law/calendar.ts';
import { findLimit, limitDays } from '../../src/domain/law/county-limit.ts';
import { dueOf } from '../../src/domain/law/deadline.ts';
import { findDeadline, type SuspensionReason } from '../../src/domain/law/deadline-table.ts';
import { suspensionBetween } from '../../src/domain/law/suspension.ts';
import { idOf } from '../support/walk-draw.ts';

/** Names are invented. */
export const PERSON = {
  zhao: idOf('person', 11), // 赵立新，执法人员
  wang: idOf('person', 12), // 王海峰，执法人员
  sun: idOf('person', 13), // 孙玉梅，执法人员
  liu: idOf('person', 14), // 刘敏，听证主持人
  chen: idOf('person', 15), // 陈国栋，局长
  he: idOf('person', 16), // 何静，副局长
};
export const AGENCY = {
  bureau: idOf('agency', 11), // 示范县自然资源局
  police: idOf('agency', 12), // 示范县公安局
  forestPolice: idOf('agency', 13), // 示范县森林派出所
  market: idOf('agency', 14), // 示范县市场监督管理局
};
export const TEAM = [PERSON.zhao, PERSON.wang];

/** Whose hand: an account with its role. The clerk registers every case. */
export const HANDS = {
  clerk: { account: 'clerk', roles: ['clerk'] },
  officer: { account: 'officer', roles: ['officer'] },
  head: { account: 'head', roles: ['leader'] },
  reviewer: { account: 'reviewer', roles: ['reviewer'] },
  secondReviewer: { account: 'second-reviewer', roles: ['reviewer'] },
  police: { account: 'police', roles: ['otherAgency'] },
} as const;
export type Hand = keyof typeof HANDS;

export interface Taken {
  readonly is: 'step';
  /** 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM'. */
  readonly when: string;
  readonly hand: Hand;
  readonly name: string;
  readonly values: Values;
  readonly status: string;
}
export interface Refused {
  readonly is: 'refused';
  readonly when: string;
  readonly hand: Hand;
  readonly name: string;
  readonly values: Values;
  /** Code of the refusal, and the article it rests on where one does. */
  readonly code: string;
  readonly article?: string;
}
export interface Look {
  readonly is: 'look';
  readonly on: string;
  /** Running clocks and their last days, the county's reminder of long cases left out. */
  readonly due?: Readonly<Record<string, string>>;
  readonly alarms?: readonly string[];
  readonly answered?: readonly string[];
  readonly record?: Values;
}
export type Line = Taken | Refused | Look;

export interface Story {
  readonly title: string;
  readonly record: Values;
  readonly lines: readonly Line[];
}

export function step(when: string, hand: Hand, name: string, status: string, values: Values = {}): Taken {
  return { is: 'step', when, hand, name, values, status };
}

export function refused(
  when: string,
  hand: Hand,
  name: string,
  [code, article]: readonly [code: string, article?: string],
  values: Values = {},
): Refused {
  return { is: 'refused', when, hand, name, values, code, ...(article ? { article } : {}) };
}

export function look(on: string, seen: Omit<Look, 'is' | 'on'>): Look {
  return { is: 'look', on, ...seen };
}

/** A case as first written down, found on `discoveredOn`. */
export function found(caseNo: string, name: string, discoveredOn: string, more: Values = {}): Values {
  const handled = { agency: AGENCY.bureau, officer: PERSON.zhao };
  return { caseNo, name, track: 'administrative', discoveredOn, ...handled, ...more };
}

/** Checked, proposed and approved by the head. */
export function filing(checked: string, filed: string, facts: string): Line[] {
  return [
    step(checked, 'officer', 'check', 'discovered', { officers: TEAM, finding: facts }),
    step(filed, 'officer', 'proposeFiling', 'filingAsked', { officers: TEAM, facts }),
    step(filed, 'head', 'approveFiling', 'investigating', { docNo: '示自然资立〔2025〕号' }),
  ];
}

/** The scene inspected and the party questioned by two officers who showed their cards. */
export function inquiry(on: string, party: string, findings: string): Line[] {
  const both = { officers: TEAM, shown: 'yes', signed: 'signed' };
  return [
    step(on, 'officer', 'inspect', 'investigating', { ...both, where: '当事人经营场所', findings }),
    step(on, 'officer', 'question', 'investigating', {
      ...both,
      person: party,
      role: 'party',
      record: '对违法事实供认不讳',
    }),
  ];
}

export function assessed(on: string, proposed: string, more: Values = {}): Taken {
  return step(on, 'officer', 'assess', 'investigating', { proposed, conclusion: proposed, ...more });
}

/** Reported by a team of two, approved, sent with all five papers. */
export function sent(reported: string, approved: string, left: string): Line[] {
  return [
    step(reported, 'officer', 'reportTransfer', 'transferReported', {
      officers: TEAM,
      charges: ['危害珍贵、濒危野生动物罪'],
      report: '涉案动物价值已达追诉标准，建议移送',
    }),
    step(approved, 'head', 'approveTransfer', 'transferApproved'),
    step(left, 'officer', 'transfer', 'transferred', {
      police: AGENCY.police,
      docNo: '示自然资移〔2025〕1号',
      materials: ['letter', 'report', 'items', 'appraisal', 'other'],
    }),
  ];
}

const CALENDAR = calendarFrom();

/** The last day of a running clock; null while it stands still. A party's day off moves to the next working day. */
export function lastDay(clock: Clock): string | null {
  if (clock.due !== null) return clock.due;
  if (findLimit(clock.deadline)) return addDays(dayOfInstant(clock.since), limitDays(clock.deadline, null));
  const deadline = findDeadline(clock.deadline);
  if (!deadline) throw new Error(clock.deadline);
  const pauses = clock.pauses.map(({ from, until, reason }) =>
    suspensionBetween(from, until, reason as SuspensionReason),
  );
  const due = dueOf(deadline, { instant: clock.since }, CALENDAR, pauses);
  return due.dueIfHolidayExtends ?? due.due;
}
