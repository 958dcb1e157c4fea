// How is a case reviewed, discussed, notified, heard and decided?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import { calendarFrom } from '../law/calendar.ts';
import { latestNotice } from '../law/deadline.ts';
import type { CaseFacts } from './fact.ts';
import {
  active,
  checks,
  choice,
  DOC_NO,
  DOC_NO_DUE,
  dueWith,
  fact,
  filled,
  HANDLE,
  HEAD,
  money,
  needs,
  REASON,
  REVIEW,
  type Rule,
  SIGNED,
  textOf,
  words,
  wrong,
  YES_NO,
} from './step-common.ts';

/** 行政处罚法9. */
const PENALTY_KINDS = [
  { code: 'warning', label: ['警告、通报批评', 'Warning'] },
  { code: 'fine', label: ['罚款', 'Fine'] },
  { code: 'proceeds', label: ['没收违法所得', 'Proceeds confiscated'] },
  { code: 'goods', label: ['没收非法财物', 'Goods confiscated'] },
  { code: 'permit', label: ['暂扣、吊销许可证件', 'Permit suspended or revoked'] },
  { code: 'activity', label: ['责令停产停业、限制从业', 'Activity stopped or restricted'] },
  { code: 'other', label: ['其他', 'Other'] },
] as const;

const NO_PENALTY_GROUNDS = [
  { code: 'minor', label: ['轻微并及时改正、没有危害后果（33条）', 'Minor, put right, no harm (art. 33)'] },
  {
    code: 'first',
    label: ['初次违法、轻微并及时改正（33条）', 'First offence, slight, put right (art. 33)'],
  },
  { code: 'noFault', label: ['没有主观过错（33条）', 'No fault (art. 33)'] },
  { code: 'age', label: ['不满十四周岁（30条）', 'Under fourteen (art. 30)'] },
  { code: 'mind', label: ['不能辨认或控制自己行为（31条）', 'Of unsound mind (art. 31)'] },
  { code: 'tooOld', label: ['超过追溯期限（36条）', 'Too old (art. 36)'] },
  { code: 'noViolation', label: ['违法事实不能成立（57条3项）', 'No violation (art. 57(3))'] },
  { code: 'ended', label: ['当事人死亡或终止', 'The party died or ceased to be'] },
] as const;

const DEFENCES = [
  { code: 'stated', label: ['提出陈述申辩', 'Stated'] },
  { code: 'waived', label: ['明确放弃', 'Waived'] },
  { code: 'lapsed', label: ['逾期未提出', 'Not made in time'] },
] as const;

const NATIONAL = calendarFrom();

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

function defenceRefusals({ values }: StepTaken): Refusal[] {
  const stated = values.defence === 'stated';
  return stated || !filled(values.review)
    ? []
    : [wrong('review', ['没有陈述申辩，无需复核', 'There is nothing to re-examine'])];
}

/** 行政处罚法45: not heavier because the party spoke; more than was notified needs a new notice (62). */
function fineRefusals(step: StepTaken, facts: CaseFacts): Refusal[] {
  const fine = money(step.values, 'fine');
  const refusals: Refusal[] = [];
  if (step.values.form === 'fine' ? fine === 0 : fine > 0)
    refusals.push(wrong('fine', ['罚款数额与决定种类不符', 'The fine does not fit the form of decision']));
  if (fine > (facts.noticeFine ?? 0))
    refusals.push(
      wrong(
        'fine',
        ['高于告知的罚款，应当重新告知', 'More than was notified: notify again first'],
        '行政处罚法第45条、第62条',
      ),
    );
  return refusals;
}

const reviewed = fact(
  (facts) => facts.reviewGrounds.length === 0 || facts.reviewedOn !== null,
  ['应当先经法制审核', 'A legal review must come first'],
  '行政处罚法第58条',
);
const discussed = fact(
  (facts) => !facts.major || facts.discussedOn !== null,
  ['情节复杂或者重大，应当先集体讨论', 'It is complex or major: it must be discussed first'],
  '行政处罚法第57条第2款',
);
const defended = fact(
  (facts) => facts.defence !== null,
  ['应当先听取（或记明放弃）陈述申辩', 'The party must be heard first, or have waived it'],
  '行政处罚法第62条',
);

export const DECISION_STEPS: readonly Rule[] = [
  {
    name: 'review',
    label: ['法制审核', 'Legal review'],
    from: ['concluded', 'notified'],
    to: { field: 'result', of: { returned: 'investigating' } },
    likely: ['concluded'],
    by: REVIEW,
    review: true,
    article: '行政处罚法第58条',
    fields: {
      result: choice(
        ['审核结果', 'Result'],
        [
          { code: 'passed', label: ['通过', 'Passed'] },
          { code: 'returned', label: ['退回补充调查', 'Sent back'] },
        ],
      ),
      opinion: words(['审核意见', 'Opinion']),
    },
    needs: active,
    apply: (facts, { on, values }) => ({ ...facts, reviewedOn: values.result === 'passed' ? on : null }),
  },
  {
    name: 'discuss',
    label: ['集体讨论', 'Collective discussion'],
    from: ['concluded', 'notified'],
    by: HEAD,
    article: '行政处罚法第57条第2款',
    fields: {
      attendees: { type: 'refs', kind: 'person', required: true, label: ['参加人', 'Attended by'] },
      minutes: words(['讨论记录', 'Minutes']),
      conclusion: words(['结论', 'Conclusion']),
    },
    needs: active,
    check: ({ step }) =>
      ((step.values.attendees ?? []) as readonly string[]).length < 2
        ? [
            wrong(
              'attendees',
              ['集体讨论不能只有一人', 'One person is no discussion'],
              '行政处罚法第57条第2款',
            ),
          ]
        : [],
    apply: (facts, { on }) => ({ ...facts, discussedOn: on }),
  },
  {
    name: 'notify',
    label: ['处罚告知', 'Notify the penalty proposed'],
    from: ['concluded', 'notified'],
    to: { field: 'hearing', of: { offered: 'hearingOffered', notDue: 'notified' } },
    likely: ['concluded'],
    by: HANDLE,
    article: '行政处罚法第44条、第63条',
    fields: {
      docNo: { ...DOC_NO_DUE, label: ['告知书文号', 'Notice no.'] },
      content: words(['拟处罚内容、事实、理由、依据', 'Penalty proposed, facts, reasons, basis']),
      fine: { type: 'money', label: ['拟罚款（元）', 'Fine proposed (yuan)'] },
      hearing: choice(
        ['听证权利', 'Hearing'],
        [
          { code: 'offered', label: ['已告知有权要求听证', 'Offered'] },
          { code: 'notDue', label: ['不属于应当告知听证的情形', 'Not due'] },
        ],
      ),
    },
    needs: active,
    starts: [{ deadline: 'APL-64-1', when: { hearing: 'offered' } }],
    apply: (facts, { on, values }) => ({
      ...facts,
      noticeOn: on,
      noticeFine: money(values, 'fine'),
      defence: null,
      hearing: values.hearing === 'offered' ? 'offered' : null,
      hearingOn: null,
    }),
  },
  {
    name: 'defence',
    label: ['陈述申辩', 'Statement and defence'],
    from: ['hearingOffered', 'hearingAsked', 'hearingSet', 'notified'],
    likely: ['notified'],
    by: HANDLE,
    article: '行政处罚法第45条',
    fields: {
      defence: choice(['陈述申辩', 'Defence'], DEFENCES),
      content: words(['意见内容', 'What was said'], { required: false }),
      review: words(['复核意见', 'Re-examined'], { required: false }),
      adopted: {
        type: 'code',
        codes: [
          { code: 'all', label: ['采纳', 'Adopted'] },
          { code: 'part', label: ['部分采纳', 'In part'] },
          { code: 'none', label: ['不采纳', 'Not adopted'] },
        ],
        label: ['是否采纳', 'Adopted'],
      },
    },
    asks: ({ defence }) => (defence === 'stated' ? ['defence', 'content', 'review', 'adopted'] : ['defence']),
    check: checks(
      dueWith('defence', 'stated', {
        content: ['意见内容', 'What was said'],
        review: ['复核意见', 'Re-examined'],
        adopted: ['是否采纳', 'Adopted'],
      }),
      ({ step }) => defenceRefusals(step),
    ),
    apply: (facts, { values }) => ({ ...facts, defence: values.defence as 'stated' | 'waived' | 'lapsed' }),
  },
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
      where: words(['地点', 'Place'], { line: true }),
      presider: { type: 'ref', kind: 'person', required: true, label: ['主持人', 'Presided by'] },
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
      minutes: words(['听证笔录要点', 'Minutes']),
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
  {
    name: 'decidePenalty',
    label: ['处罚决定', 'Decide a penalty'],
    from: ['notified'],
    to: { field: 'form', of: { fine: 'decided', other: 'resolved' } },
    likely: ['notified'],
    by: HEAD,
    article: '行政处罚法第57条第1项、第59条',
    fields: {
      form: choice(
        ['决定种类', 'Form'],
        [
          { code: 'fine', label: ['罚款（可以并处其他）', 'A fine, with others or not'] },
          { code: 'other', label: ['其他处罚，无罚款', 'Other penalties, no fine'] },
        ],
      ),
      docNo: { ...DOC_NO_DUE, label: ['决定书文号', 'Decision no.'] },
      penalties: { type: 'codes', codes: PENALTY_KINDS, required: true, label: ['处罚种类', 'Penalties'] },
      fine: { type: 'money', label: ['罚款（元）', 'Fine (yuan)'] },
      proceeds: { type: 'money', label: ['没收违法所得（元）', 'Proceeds (yuan)'] },
      confiscated: words(['没收财物', 'Goods confiscated'], { required: false, line: true }),
      basis: words(['违反与处罚依据', 'Basis'], { line: true }),
    },
    needs: needs(active, defended, reviewed, discussed),
    prefill: ({ progress: { facts } }) => ({
      form: facts.noticeFine ? 'fine' : 'other',
      fine: facts.noticeFine || null,
      penalties: facts.noticeFine ? ['fine'] : null,
    }),
    check: ({ step, progress }) => fineRefusals(step, progress.facts),
    stops: ['APL-60'],
    starts: ['APL-61'],
    sets: () => ({ outcome: 'penalised' }),
    apply: (facts, { on, values }) => ({
      ...facts,
      decision: values.form as 'fine' | 'other',
      decidedOn: on,
      decisionNo: textOf(values, 'docNo'),
      penalties: (values.penalties ?? []) as readonly string[],
      fine: money(values, 'fine'),
    }),
  },
  {
    name: 'decideNoPenalty',
    label: ['不予处罚决定', 'Decide no penalty'],
    from: ['concluded', 'notified', 'returned'],
    to: 'resolved',
    by: HEAD,
    article: '行政处罚法第57条第2项、第3项',
    fields: {
      ground: choice(['不予处罚的情形', 'Ground'], NO_PENALTY_GROUNDS),
      docNo: { ...DOC_NO_DUE, label: ['决定书文号', 'Decision no.'] },
      educated: words(['教育情况', 'How the party was taught'], { required: false, line: true }),
      reason: REASON,
    },
    needs: active,
    // 33条3款: who is not punished is taught.
    check: ({ step: { values } }) =>
      ['minor', 'first', 'noFault'].includes(String(values.ground)) && !filled(values.educated)
        ? [wrong('educated', ['应当对当事人进行教育', 'The party must be taught'], '行政处罚法第33条第3款')]
        : [],
    stops: ['APL-60', 'COUNTY-RETURNED'],
    starts: ['APL-61'],
    sets: () => ({ outcome: 'notPenalised' }),
    apply: (facts, { on, values }) => ({
      ...facts,
      decision: 'none',
      decidedOn: on,
      decisionNo: textOf(values, 'docNo'),
      penalties: [],
      fine: 0,
    }),
  },
];
