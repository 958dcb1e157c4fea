// How is a hearing waived, asked for, set, held or ended?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { calendarFrom } from '../law/calendar.ts';
import { latestNotice } from '../law/deadline.ts';
import {
  choice,
  DOC_NO,
  HANDLE,
  REASON,
  type Rule,
  SIGNED,
  textOf,
  words,
  wrong,
  YES_NO,
} from './step-common.ts';

const NATIONAL = calendarFrom();
/** The order of 行政处罚法64(7). */
const MINUTES_HINT = [
  '按顺序：调查人员提出的事实、证据和处罚建议；当事人的申辩和质证；最后陈述',
  'In order: facts, evidence and proposal; defence and cross-examination; last words',
] as const;

/** 行政处罚法64(2). Only where the holiday notice of the year is held: a county may know its days better. */
function noticeRefusals(step: StepTaken): Refusal[] {
  const hearingOn = String(step.values.hearingOn);
  if (hearingOn <= step.on)
    return [wrong('hearingOn', ['须晚于通知之日', 'It must lie after the notice'], '行政处罚法第64条第2项')];
  const { dayByShorterCount, certain } = latestNotice(hearingOn, NATIONAL);
  if (!certain || step.on <= dayByShorterCount) return [];
  return [
    wrong(
      'hearingOn',
      [
        '应当在举行听证的七个工作日前通知，请另定日期',
        'Notice is due seven working days before; choose a later day',
      ],
      '行政处罚法第64条第2项',
    ),
  ];
}

export const HEARING_STEPS: readonly Rule[] = [
  {
    name: 'waiveHearing',
    label: ['未要求听证', 'No hearing asked for'],
    from: ['hearingOffered'],
    to: 'notified',
    likely: ['hearingOffered'],
    by: HANDLE,
    article: '行政处罚法第64条第1项',
    fields: {
      how: choice(
        ['情形', 'How'],
        [
          { code: 'waived', label: ['明确放弃', 'Waived'] },
          { code: 'lapsed', label: ['逾期未提出', 'Not asked in time'] },
        ],
      ),
    },
    stops: ['APL-64-1'],
    apply: (facts, { values }) => ({ ...facts, hearing: values.how as 'waived' | 'lapsed' }),
  },
  {
    name: 'requestHearing',
    label: ['要求听证', 'A hearing is asked for'],
    from: ['hearingOffered'],
    to: 'hearingAsked',
    by: HANDLE,
    article: '行政处罚法第64条第1项',
    fields: { content: words(['申请内容', 'Request'], { required: false }) },
    stops: ['APL-64-1'],
    apply: (facts) => ({ ...facts, hearing: 'asked' }),
  },
  {
    name: 'scheduleHearing',
    label: ['听证通知', 'Notice of the hearing'],
    from: ['hearingAsked', 'hearingSet'],
    to: 'hearingSet',
    likely: ['hearingAsked'],
    by: HANDLE,
    article: '行政处罚法第64条第2项、第4项',
    fields: {
      hearingOn: { type: 'day', required: true, label: ['听证日期', 'Hearing on'] },
      hearingTime: { type: 'time', label: ['听证时刻', 'Hour'] },
      where: words(['地点', 'Place'], { line: true }),
      presider: { type: 'ref', kind: 'person', required: true, label: ['主持人', 'Presided by'] },
      recorder: { type: 'ref', kind: 'person', label: ['记录员', 'Recorder'] },
      docNo: DOC_NO,
    },
    check: ({ step, progress }) => [
      ...noticeRefusals(step),
      ...(progress.facts.officers.includes(String(step.values.presider))
        ? [
            wrong(
              'presider',
              ['主持人不能是本案调查人员', 'The presider may not have investigated the case'],
              '行政处罚法第64条第4项',
            ),
          ]
        : []),
    ],
    apply: (facts, { values }) => ({ ...facts, hearing: 'set', hearingOn: textOf(values, 'hearingOn') }),
  },
  {
    name: 'holdHearing',
    label: ['举行听证', 'Hold the hearing'],
    from: ['hearingSet'],
    to: 'notified',
    likely: ['hearingSet'],
    by: HANDLE,
    article: '行政处罚法第64条、第65条',
    fields: {
      open: choice(['公开举行', 'In public'], YES_NO),
      present: words(['到场人员', 'Who was there'], { required: false, personal: true }),
      minutes: { ...words(['听证笔录', 'Minutes'], { personal: true }), hint: MINUTES_HINT },
      opinion: words(['听证意见', 'Opinion']),
      signed: SIGNED,
    },
    check: ({ step, progress: { facts } }) =>
      facts.hearingOn !== null && step.on < facts.hearingOn
        ? [wrong('on', ['早于通知的听证日期', 'It lies before the day notified'], '行政处罚法第64条第2项')]
        : [],
    // 58条2项: after a hearing the decision needs a legal review of its own.
    apply: (facts) => ({
      ...facts,
      hearing: 'held',
      reviewedOn: null,
      reviewGrounds: [...new Set([...facts.reviewGrounds, 'hearing'])],
    }),
  },
  {
    name: 'endHearing',
    label: ['终止听证', 'End the hearing'],
    from: ['hearingAsked', 'hearingSet'],
    to: 'notified',
    by: HANDLE,
    article: '行政处罚法第64条第6项',
    fields: {
      ground: choice(
        ['情形', 'Ground'],
        [
          { code: 'withdrawn', label: ['当事人撤回要求', 'Withdrawn by the party'] },
          { code: 'absent', label: ['无正当理由拒不出席', 'Absent without cause'] },
          { code: 'left', label: ['未经许可中途退出', 'Left without leave'] },
        ],
      ),
      reason: REASON,
    },
    apply: (facts) => ({ ...facts, hearing: 'ended' }),
  },
];
