// How do the forms read that are checked before a decision, or that end a matter without one?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Cell, Paper, Run } from '../report/paper.ts';
import { matter } from './document-evidence.ts';
import {
  type CaseFile,
  labelOf,
  lastStep,
  listAt,
  stepLabels,
  textAt,
  violationsOf,
  zhDay,
} from './document-file.ts';
import { opinionCell, placeRun, sourceRun } from './document-filing.ts';
import { dropReason } from './document-letter.ts';
import {
  cell,
  field,
  fromStep,
  given,
  head,
  labelCell,
  lawCited,
  line,
  longCell,
  longParas,
  officerRuns,
  para,
  stated,
} from './document-part.ts';
import { partyRun } from './document-party.ts';
import { REVIEW_GROUNDS } from './step-conclusion.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;
type Row = readonly Cell[];

const wide = { span: 3 } as const;
const row = (label: string, ...runs: readonly (Run | string)[]): Row => [labelCell(label), cell(runs, wide)];
const long = (label: string, run: Run, room: number): Row => [
  labelCell(label),
  { ...longCell(run, room), ...wide },
];
const opinion = (label: string, words: string | null, day: string | null): Row => [
  labelCell(label),
  { ...opinionCell(words, day), ...wide },
];

function form(title: string, rows: readonly Row[], day: string): Body {
  return {
    title,
    size: 'record',
    blocks: [{ b: 'grid', widths: [20, 32, 18, 30], rows }],
    eachPage: null,
    day,
  };
}

const firstRows = (file: CaseFile): readonly Row[] => [
  row('案件名称', matter(file)),
  row('涉嫌违法行为', violationsOf(file).join('、')),
  row('案件来源', sourceRun(file)),
  [
    labelCell('发现时间'),
    cell([zhDay(textAt(file.record.values, 'discoveredOn')) ?? '']),
    labelCell('发现地点'),
    cell([placeRun(file)]),
  ],
  row('当事人', partyRun(file)),
];

/** 不予立案: what was checked, why no case is opened, who decided. */
export function notFiledApproval(file: CaseFile): Body {
  const step = lastStep(file, 'declineFiling');
  const checked = lastStep(file, 'check');
  const proposed = lastStep(file, 'proposeFiling');
  const found = given(
    file,
    {
      fact: 'check.finding',
      hint: ['核查情况', 'What was found'],
      from: fromStep('check'),
      hand: true,
      must: true,
      personal: true,
    },
    textAt(checked?.values, 'finding') ?? textAt(proposed?.values, 'facts'),
  );
  const ground = stated(
    file,
    step,
    { step: 'declineFiling', field: 'ground', hint: ['不予立案的情形', 'Ground'], must: true },
    stepLabels(step, 'ground')[0],
  );
  const receiver = textAt(step?.values, 'receiver');
  const receipt = textAt(step?.values, 'receiptNo');
  const rows: readonly Row[] = [
    ...firstRows(file),
    long('核查情况', found, 4),
    row('不予立案\n的情形', ground),
    long(
      '不予立案\n的理由',
      stated(file, step, { step: 'declineFiling', field: 'reason', hint: ['理由', 'Reason'], must: true }),
      3,
    ),
    ...(receiver ? [row('移送的机关\n及接收回执', `${receiver}${receipt ? `（${receipt}）` : ''}`)] : []),
    opinion('承办人意见', null, null),
    opinion('承办机构\n负责人意见', null, null),
    opinion(
      '机关负责人\n审批意见',
      step ? `不符合${lawCited('file')}的立案标准，不予立案。` : null,
      zhDay(step?.on),
    ),
  ];
  return form('不予立案审批表', rows, step?.on ?? file.today);
}

/** 撤销案件: the approval of the head, with what was investigated. */
export function dropApproval(file: CaseFile): Body {
  const step = lastStep(file, 'dropCase');
  const report = textAt(lastStep(file, 'conclude')?.values, 'report');
  const rows: readonly Row[] = [
    ...firstRows(file),
    row('立案日期', zhDay(textAt(file.record.values, 'filedOn')) ?? ''),
    row('承办人', ...officerRuns(file, file.facts.officers, 'proposeFiling')),
    long(
      '调查情况',
      given(
        file,
        {
          fact: 'drop.findings',
          hint: ['调查情况', 'What was investigated'],
          from: fromStep('conclude'),
          hand: true,
          must: true,
          personal: true,
        },
        report,
      ),
      6,
    ),
    long('撤销案件\n的理由', dropReason(file, step), 4),
    opinion('承办人意见', null, null),
    opinion('承办机构\n负责人意见', null, null),
    opinion('机关负责人\n审批意见', step ? '同意撤销案件。' : null, zhDay(step?.on)),
  ];
  return form('撤销案件审批表', rows, step?.on ?? file.today);
}

/** 法制审核意见书 (58). */
export function legalReview(file: CaseFile, step: StepTaken | undefined): Body {
  const before = file.steps.filter(({ seq }) => step === undefined || seq < step.seq);
  const concluded = before.filter(({ name }) => name === 'conclude').at(-1);
  // 58条2项: a hearing held since then is a ground of its own.
  const heard = before.some(({ name, seq }) => name === 'holdHearing' && seq > (concluded?.seq ?? 0));
  const codes = [...listAt(concluded?.values, 'reviewGrounds'), ...(heard ? ['hearing'] : [])];
  const grounds = [...new Set(codes)].map((code) => labelOf(REVIEW_GROUNDS, code));
  const rows: readonly Row[] = [
    row('案件名称', matter(file)),
    row('当事人', partyRun(file)),
    row('承办人', ...officerRuns(file, file.facts.officers, 'proposeFiling')),
    row('应当审核\n的情形', grounds.join('、') || '（无法定情形，本机关自行送审）'),
    long(
      '审核意见',
      stated(file, step, { step: 'review', field: 'opinion', hint: ['审核意见', 'Opinion'], must: true }),
      8,
    ),
    row(
      '审核结果',
      stated(
        file,
        step,
        { step: 'review', field: 'result', hint: ['审核结果', 'Result'], must: true },
        stepLabels(step, 'result')[0],
      ),
    ),
    opinion('审核人员', null, zhDay(step?.on)),
    row('备注', `未经法制审核或者审核未通过的，不得作出决定（${lawCited('legalReview')}）。`),
  ];
  return form('行政处罚法制审核意见书', rows, step?.on ?? file.today);
}

/** 集体讨论记录 (57). */
export function discussionRecord(file: CaseFile, step: StepTaken | undefined): Body {
  const present = listAt(step?.values, 'attendees').map((id) => file.names[id] ?? '');
  const words = (name: string, hint: readonly [string, string]) =>
    longParas(stated(file, step, { step: 'discuss', field: name, hint, must: true, personal: true }));
  return {
    title: '行政处罚案件集体讨论记录',
    size: 'record',
    blocks: [
      field('案由：', matter(file)),
      field('讨论时间：', zhDay(step?.on) ?? line(8), '　地点：', line(8)),
      field('主持人：', line(6), '　记录人：', line(6)),
      field(
        '参加人：',
        stated(
          file,
          step,
          { step: 'discuss', field: 'attendees', hint: ['参加人', 'Attended by'], must: true },
          present.join('、'),
        ),
      ),
      para(
        `${file.facts.major ? '本案情节复杂或者属于重大违法行为，' : ''}依照${lawCited('discuss')}的规定，由本机关负责人集体讨论。`,
      ),
      head('讨论记录'),
      ...words('minutes', ['讨论记录', 'Minutes']),
      head('结论'),
      ...words('conclusion', ['结论', 'Conclusion']),
      para('（以下空白）'),
      {
        b: 'sign',
        places: [
          ...present.map(() => ({ label: '参加人（签名）', dated: true })),
          { label: '记录人（签名）', dated: true },
        ],
      },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}
