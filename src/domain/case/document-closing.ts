// How do the papers at the end read: service receipt, closing report, cover and index of the file?
import { formatFen } from '../kernel/money.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Cell, Paper, Run } from '../report/paper.ts';
import { RELEASE_KINDS } from '../seizure/seizure.ts';
import { CASE_OUTCOMES, CASE_TRACKS, case_ } from './case.ts';
import { matter } from './document-evidence.ts';
import {
  type CaseFile,
  type FileRecord,
  type IssuedPaper,
  labelOf,
  lastStep,
  quantityText,
  seizureText,
  stepLabels,
  textAt,
  zhDay,
} from './document-file.ts';
import {
  agencyOf,
  cell,
  given,
  labelCell,
  line,
  longCell,
  moneyText,
  officerRuns,
  say,
  stated,
  typed,
} from './document-part.ts';
import { type Party, partyRun } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

/** The step that tells how a paper was served, if one does: only the decision's service is a step of its own. */
function servedBy(file: CaseFile, paper: IssuedPaper | undefined) {
  return paper?.kind === 'penaltyDecision' || paper?.kind === 'noPenaltyDecision'
    ? lastStep(file, 'serve', 'serveOther')
    : undefined;
}

function whereFact(served: IssuedPaper | undefined, party: Party | undefined): string {
  return served ? `service.${served.name}${party ? `.${party.at + 1}` : ''}.where` : 'service.where';
}

/** Who signed, as far as the step says; where one signed for several only a name that is his own stands on his receipt. */
function receiverOf(step: StepTaken | undefined, party: Party | undefined): string | null {
  const said = textAt(step?.values, 'receiver');
  const names = said?.split(/[、，,；;\s]+/) ?? [];
  if (said === null || party === undefined || names.length < 2) return said;
  return names.find((name) => name === party.name) ?? null;
}

/** `party` alone where a paper is served on several. */
export function serviceReceipt(file: CaseFile, served: IssuedPaper | undefined, party?: Party): Body {
  const step = servedBy(file, served);
  const blank = (chars: number): Run => line(chars);
  const wide = { span: 3 } as const;
  const method = stepLabels(step, 'method')[0];
  const receiver = receiverOf(step, party);
  const rows: (readonly Cell[])[] = [
    [
      labelCell('送达文书\n名称及文号'),
      cell([served ? `${served.title}${served.no ? `（${served.no}）` : ''}` : blank(12)], wide),
    ],
    [labelCell('受送达人'), cell([partyRun(file, true, party)], wide)],
    [labelCell('送达地点'), cell([typed(file, whereFact(served, party), ['送达地点', 'Where'])], wide)],
    [
      labelCell('送达方式'),
      cell(
        [method ? { t: 'text', text: method, fill: true } : say('□直接　□留置　□邮寄　□委托　□电子　□公告')],
        wide,
      ),
    ],
    [
      labelCell('收件人签名\n或者盖章'),
      {
        lines: [
          [receiver ? { t: 'text', text: receiver, personal: true } : blank(10)],
          [say(step ? (zhDay(step.on) ?? '') : '　　　年　　月　　日　　时')],
        ],
        span: 3,
        room: 2,
      },
    ],
    [labelCell('代收人及\n与受送达人关系'), { ...cell([blank(12)], wide), room: 2 }],
    [labelCell('拒收、留置的\n事由和见证人'), { ...cell([blank(12)], wide), room: 3 }],
    [labelCell('送达人（二人）'), { ...cell([blank(8), '　　', blank(8)], wide), room: 2 }],
    [labelCell('备注'), { ...cell([textAt(step?.values, 'consent') ?? ''], wide), room: 2 }],
  ];
  return {
    title: '送达回证',
    size: 'record',
    blocks: [
      { b: 'para', flush: true, align: 'left', runs: [say(`案件：${matter(file)}`)] },
      { b: 'para', flush: true, align: 'left', runs: [say(`送达机关：${agencyOf(file)}`)] },
      { b: 'grid', widths: [24, 26, 22, 28], rows },
      {
        b: 'note',
        text: '处罚决定书应当在宣告后当场交付当事人；当事人不在场的，在七个工作日内依照民事诉讼法的有关规定送达（行政处罚法第六十一条、第八十五条）。',
      },
    ],
    eachPage: null,
    day: step?.on ?? served?.day ?? file.today,
  };
}

function releaseText({ values }: FileRecord): string {
  const species = (values.species as { name?: string } | undefined)?.name ?? '';
  return `${zhDay(textAt(values, 'day')) ?? ''}${labelOf(RELEASE_KINDS, values.releaseKind)}${species}${quantityText(values.quantity, 'head')}`;
}

/** 处罚执行: what was fined, paid, added for lateness. */
function executionText({ facts }: CaseFile): string | null {
  if (facts.decision === null) return null;
  const fine = facts.fine ?? 0;
  const parts = [
    facts.served ? `决定书于${zhDay(facts.served)}送达` : '决定书尚未送达',
    ...(fine > 0
      ? [
          `罚款${formatFen(fine)}元，已缴${formatFen(facts.paid)}元${facts.paid < fine ? `，尚欠${formatFen(fine - facts.paid)}元` : ''}`,
        ]
      : []),
    ...(facts.late > 0 ? [`加处罚款${formatFen(facts.late)}元`] : []),
  ];
  return `${parts.join('；')}。`;
}

export function closingReport(file: CaseFile): Body {
  const { record, facts } = file;
  const step = lastStep(file, 'close', 'dropCase', 'handOverAccepted');
  const wide = { span: 3 } as const;
  const own = (field: string, hint: readonly [string, string], text: string | null, by: string) =>
    given(file, { fact: field, hint, from: { by: 'step', step: by } }, text);
  const disposals = file.releases.map(releaseText).join('；');
  const goods =
    file.seizures.length === 0 ? '无涉案物品。' : `收缴：${file.seizures.map(seizureText).join('、')}。`;
  const decided = facts.decidedOn
    ? `${zhDay(facts.decidedOn)}，${facts.decisionNo ?? ''}${facts.fine ? `，罚款${moneyText(facts.fine)}` : ''}`
    : textAt(record.values, 'outcome')
      ? labelOf(CASE_OUTCOMES, record.values.outcome)
      : null;
  const rows: (readonly Cell[])[] = [
    [labelCell('案件名称'), cell([matter(file)], wide)],
    [
      labelCell('案号'),
      cell([textAt(record.values, 'caseNo') ?? record.no]),
      labelCell('案件类别'),
      cell([labelOf(CASE_TRACKS, record.values.track)]),
    ],
    [labelCell('当事人'), cell([partyRun(file)], wide)],
    [
      labelCell('立案日期'),
      cell([own('filedOn', ['立案日期', 'Filed'], zhDay(textAt(record.values, 'filedOn')), 'approveFiling')]),
      labelCell('结案日期'),
      cell([own('closedOn', ['结案日期', 'Closed'], zhDay(textAt(record.values, 'closedOn')), 'close')]),
    ],
    [labelCell('承办人'), cell(officerRuns(file, facts.officers, 'proposeFiling'), wide)],
    [
      labelCell('处理决定'),
      { ...longCell(own('outcome', ['处理决定', 'Decision'], decided, 'decidePenalty'), 2), span: 3 },
    ],
    [
      labelCell('执行情况'),
      { ...longCell(own('execution', ['执行情况', 'Execution'], executionText(file), 'serve'), 2), span: 3 },
    ],
    [
      labelCell('涉案物品处理'),
      { ...longCell({ t: 'text', text: `${goods}${disposals ? `处置：${disposals}。` : ''}` }, 2), span: 3 },
    ],
    [
      labelCell('结案理由'),
      {
        ...longCell(
          stated(
            file,
            step,
            {
              step: 'close',
              field: 'summary',
              hint: ['结案报告', 'Closing report'],
              must: true,
              personal: true,
            },
            textAt(step?.values, 'summary') ?? textAt(step?.values, 'reason'),
          ),
          5,
        ),
        span: 3,
      },
    ],
    [
      labelCell('承办人意见'),
      { lines: [[line(0)], [say('签名：'), line(8), say('　　　年　　月　　日')]], span: 3, room: 2 },
    ],
    [
      labelCell('机关负责人\n审批意见'),
      {
        lines: [
          [step ? say('同意结案。') : line(0)],
          [say('签名：'), line(8), say(step ? `　${zhDay(step.on)}` : '　　　年　　月　　日')],
        ],
        span: 3,
        room: 2,
      },
    ],
  ];
  return {
    title: '结案报告',
    size: 'record',
    blocks: [{ b: 'grid', widths: [20, 32, 18, 30], rows }],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

export function fileCover(file: CaseFile): Body {
  const { record, facts } = file;
  const close = lastStep(file, 'close');
  const officers = facts.officers.map((id) => file.people[id]?.name ?? '').filter((name) => name !== '');
  const outcome = record.values.outcome;
  const rows: (readonly Cell[])[] = [
    [labelCell('案　　号'), cell([textAt(record.values, 'caseNo') ?? record.no])],
    [labelCell('案　　由'), cell([matter(file)])],
    [labelCell('案件类别'), cell([labelOf(case_.fields.track.codes, record.values.track)])],
    [labelCell('当 事 人'), cell([partyRun(file)])],
    [labelCell('立案日期'), cell([zhDay(textAt(record.values, 'filedOn')) ?? ''])],
    [labelCell('结案日期'), cell([zhDay(textAt(record.values, 'closedOn')) ?? ''])],
    [labelCell('处理结果'), cell([outcome ? labelOf(CASE_OUTCOMES, outcome) : ''])],
    [labelCell('承 办 人'), cell([officers.join('、')])],
    [labelCell('归 档 号'), cell([textAt(close?.values, 'fileNo') ?? line(10)])],
    [labelCell('归档日期'), cell([line(10)])],
    [labelCell('保管期限'), cell([typed(file, 'cover.keep', ['保管期限', 'How long it is kept'])])],
    [labelCell('本卷共'), cell([`${file.issued.length}件　`, line(4), '页'])],
  ].map(([label, content]) => [label as Cell, { ...(content as Cell), room: 2 }]);
  return {
    title: record.values.track === 'criminal' ? '涉嫌犯罪案件移送卷宗' : '行政处罚案卷',
    size: 'record',
    blocks: [{ b: 'grid', widths: [24, 76], rows }],
    eachPage: null,
    day: file.today,
  };
}

export function fileIndex(file: CaseFile): Body {
  const mid = (text: string, head = false): Cell => ({
    lines: [[say(text)]],
    align: 'center',
    ...(head ? { head } : {}),
  });
  const rows = file.issued.map((paper, i) => [
    mid(String(i + 1)),
    cell([paper.title]),
    mid(paper.no ?? ''),
    mid(zhDay(paper.day) ?? ''),
    mid(''),
    mid(paper.version > 1 ? `第${paper.version}版` : ''),
  ]);
  return {
    title: '卷内目录',
    size: 'record',
    blocks: [
      {
        b: 'grid',
        widths: [14, 46, 42, 40, 14, 16],
        repeat: 1,
        rows: [
          ['序号', '文书名称', '文号', '日期', '页次', '备注'].map((text) => mid(text, true)),
          ...(rows.length > 0 ? rows : [[{ ...cell(['尚无已签发的文书'], { align: 'center' }), span: 6 }]]),
        ],
      },
    ],
    eachPage: null,
    day: file.today,
  };
}
