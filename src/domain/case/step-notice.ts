// How is a case reviewed, discussed and notified to the party, and what does the party say?
import type { Refusal } from '../kernel/outcome.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import {
  active,
  checks,
  choice,
  DOC_NO_DUE,
  dueWith,
  filled,
  HANDLE,
  HEAD,
  money,
  REVIEW,
  type Rule,
  words,
  wrong,
} from './step-common.ts';

const DEFENCES = [
  { code: 'stated', label: ['提出陈述申辩', 'Stated'] },
  { code: 'waived', label: ['明确放弃', 'Waived'] },
  { code: 'lapsed', label: ['逾期未提出', 'Not made in time'] },
] as const;

function defenceRefusals({ values }: StepTaken): Refusal[] {
  const stated = values.defence === 'stated';
  return stated || !filled(values.review)
    ? []
    : [wrong('review', ['没有陈述申辩，无需复核', 'There is nothing to re-examine'])];
}

export const NOTICE_STEPS: readonly Rule[] = [
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
];
