// How do the papers of filing, inspection and questioning read?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper, PaperBlock, Run } from '../report/paper.ts';
import { type CaseFile, hourOf, lastStep, stepLabels, textAt, violationsOf, zhDay } from './document-file.ts';
import {
  agencyOf,
  cell,
  field,
  flush,
  fromRecord,
  given,
  head,
  labelCell,
  lawCited,
  line,
  longCell,
  longParas,
  officerRuns,
  officersOf,
  para,
  say,
  stated,
  typed,
} from './document-part.ts';
import { partiesOf, partyFact, partyRun } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

/** 案件来源: the clue or inspection the record names, in its own words. */
export function sourceRun(file: CaseFile): Run {
  const { clue, inspection } = file;
  const told = clue
    ? `线索${clue.no}（${zhDay(textAt(clue.values, 'day')) ?? ''}受理）`
    : inspection
      ? `检查${inspection.no}（${zhDay(textAt(inspection.values, 'day')) ?? ''}发现）`
      : null;
  return given(
    file,
    {
      fact: 'case.source',
      hint: ['案件来源', 'Where the case came from'],
      from: fromRecord(file.record, 'case', 'clue'),
      hand: true,
    },
    told,
  );
}

export function placeRun(file: CaseFile): Run {
  const place = lastStep(file, 'inspect')?.values.where ?? file.names[String(file.record.values.venue ?? '')];
  return given(
    file,
    {
      fact: 'case.place',
      hint: ['发现地点', 'Where it was found'],
      from: fromRecord(file.record, 'case', 'venue'),
      hand: true,
    },
    typeof place === 'string' ? place : null,
  );
}

const signature = (day: string | null, dated = true): readonly (readonly Run[])[] => [
  [say('签名：'), line(8), say(dated ? (day ? `　${day}` : '　　　年　　月　　日') : '')],
];

/** An opinion of one's own hand: what the step recorded, and room to sign. */
export function opinionCell(words: string | null, day: string | null) {
  return { lines: [[words === null ? line(0) : say(words)], ...signature(day)], room: 3 };
}

export function filingApproval(file: CaseFile): Body {
  const asked = lastStep(file, 'proposeFiling');
  const approved = lastStep(file, 'approveFiling');
  const violations = violationsOf(file).join('、');
  const rows = [
    [labelCell('案件名称'), cell([say(textAt(file.record.values, 'name') ?? '')], { span: 3 })],
    [
      labelCell('涉嫌违法行为'),
      cell(
        [
          given(
            file,
            {
              fact: 'violations',
              hint: ['违法类型', 'Violation types'],
              from: fromRecord(file.record, 'case', 'violations'),
            },
            violations,
          ),
        ],
        { span: 3 },
      ),
    ],
    [labelCell('案件来源'), cell([sourceRun(file)], { span: 3 })],
    [
      labelCell('发现时间'),
      cell([
        given(
          file,
          {
            fact: 'discoveredOn',
            hint: ['发现日期', 'Day of discovery'],
            from: fromRecord(file.record, 'case', 'discoveredOn'),
          },
          zhDay(textAt(file.record.values, 'discoveredOn')),
        ),
      ]),
      labelCell('发现地点'),
      cell([placeRun(file)]),
    ],
    [
      labelCell('当事人'),
      cell([partyRun(file)]),
      labelCell('联系电话'),
      cell([partyFact(file, partiesOf(file)[0], 'phone')]),
    ],
    [labelCell('身份证件'), cell([partyFact(file, partiesOf(file)[0], 'idNo')], { span: 3 })],
    [labelCell('住址（住所）'), cell([partyFact(file, partiesOf(file)[0], 'address')], { span: 3 })],
    [
      labelCell('案情摘要\n及立案理由'),
      {
        ...longCell(
          stated(file, asked, {
            step: 'proposeFiling',
            field: 'facts',
            hint: ['案情与立案理由', 'Facts and why to file'],
            must: true,
          }),
          7,
        ),
        span: 3,
      },
    ],
    [labelCell('拟承办人员'), cell(officerRuns(file, officersOf(asked), 'proposeFiling'), { span: 3 })],
    [
      labelCell('承办人意见'),
      {
        ...opinionCell(asked ? `根据${lawCited54}，建议立案调查。` : null, zhDay(asked?.on)),
        span: 3,
      },
    ],
    [labelCell('承办机构\n负责人意见'), { ...opinionCell(null, null), span: 3 }],
    [
      labelCell('机关负责人\n审批意见'),
      { ...opinionCell(approved ? '同意立案。' : null, zhDay(approved?.on)), span: 3 },
    ],
    [labelCell('备注'), cell([say('')], { span: 3 })],
  ];
  return {
    title: '立案审批表',
    size: 'record',
    blocks: [{ b: 'grid', widths: [20, 32, 18, 30], rows }],
    eachPage: null,
    day: approved?.on ?? asked?.on ?? file.today,
  };
}

const lawCited54 = '《中华人民共和国行政处罚法》第五十四条第二款的规定';

const CARD_WORDS = '这是我们的执法证件，请过目确认。';

export function inspectionRecord(file: CaseFile, step: StepTaken | undefined): Body {
  const rights = `${agencyOf(file)}执法人员依法向你（单位）出示执法证件，现依法进行现场检查（勘验）。依照${lawCited(
    'answer',
  )}，你（单位）应当协助检查，不得拒绝或者阻挠；依照${lawCited('recusal')}，认为检查人员与本案有直接利害关系的，有权申请回避。`;
  return {
    title: '现场检查（勘验）笔录',
    size: 'record',
    blocks: [
      field('检查时间：', timeRun(file, step), '至', line(6)),
      field(
        '检查地点：',
        stated(file, step, { step: 'inspect', field: 'where', hint: ['检查地点', 'Place'], must: true }),
      ),
      field('被检查人（单位）：', partyRun(file), '　现场负责人：', line(6)),
      field('见证人：', witnessRun(file, step), '　见证人单位或者住址：', line(5)),
      field('检查（勘验）人：', ...officerRuns(file, officersOf(step), 'inspect')),
      field('记录人：', line(8)),
      head('告知事项'),
      para(rights),
      field('被检查人是否看清执法证件、是否申请回避：', line(6)),
      head('检查（勘验）情况'),
      ...longParas(
        stated(file, step, {
          step: 'inspect',
          field: 'findings',
          hint: ['检查情况', 'What was found'],
          must: true,
          personal: true,
        }),
      ),
      ...seizedHere(file, step),
      para('（以下空白）'),
      flush('以上笔录经被检查人阅读（向其宣读），核对无误。', ...signedWords(step)),
      {
        b: 'sign',
        places: [
          { label: '被检查人（签名或者盖章）', dated: true },
          { label: '见证人（签名）', dated: true },
          { label: '检查（勘验）人（签名）', dated: true },
          { label: '检查（勘验）人（签名）', dated: true },
          { label: '记录人（签名）', dated: true },
        ],
      },
    ],
    eachPage: '被检查人：　　　　　　见证人：　　　　　　检查人：　　　　　　',
    day: step?.on ?? file.today,
  };
}

/** No witness stated is a blank line for the pen, not a fact that is missing. */
function witnessRun(file: CaseFile, step: StepTaken | undefined): Run {
  const name = textAt(step?.values, 'witness') ?? file.fills['inspect.witness'];
  return name ? { t: 'text', text: name, fill: true, personal: true } : line(6);
}

export function timeRun(file: CaseFile, step: StepTaken | undefined): Run {
  const hour = step && hourOf(step);
  const day = zhDay(step?.on);
  return stated(
    file,
    step,
    { step: step?.name ?? 'inspect', field: 'on', hint: ['时间', 'Day and hour'] },
    day && hour ? `${day}${hour}` : day,
  );
}

/** What was seized on that very day belongs to what was found. */
function seizedHere(file: CaseFile, step: StepTaken | undefined): readonly PaperBlock[] {
  const there = file.seizures.filter(({ values }) => step && values.day === step.on);
  return there.length === 0
    ? []
    : [
        para(
          `当日收缴物品${there.length}项，详见《收缴物品清单》（${there.map(({ no }) => no).join('、')}）。`,
        ),
      ];
}

function signedWords(step: StepTaken | undefined): readonly string[] {
  if (step?.values.signed === 'refused') return ['被检查人拒绝签字，检查人员已注明。'];
  return step?.values.signed === 'absent' ? ['当事人不在场，检查人员已注明。'] : [];
}

export function questioningRecord(file: CaseFile, step: StepTaken | undefined): Body {
  const role = stepLabels(step, 'role')[0] ?? '';
  const who = (fact: string, hint: readonly [string, string]) => {
    const at = step ? `question.${step.seq}.${fact}` : `question.${fact}`;
    return typed(file, at, hint, { personal: true });
  };
  const officers = officersOf(step).map((id) => file.people[id]?.name ?? '');
  return {
    title: '询问笔录',
    size: 'record',
    blocks: [
      field('询问时间：', timeRun(file, step), '至', line(6)),
      field(
        '询问地点：',
        typed(file, step ? `question.${step.seq}.where` : 'question.where', ['询问地点', 'Place']),
      ),
      field(
        '被询问人：',
        stated(file, step, {
          step: 'question',
          field: 'person',
          hint: ['被询问人姓名', 'Person questioned'],
          must: true,
          personal: true,
        }),
        `　与本案关系：${role}`,
        ...(role ? [] : [line(4)]),
      ),
      field('身份证件及号码：', who('idNo', ['身份证件及号码', 'Identity document'])),
      field('工作单位及职务：', who('work', ['工作单位及职务', 'Employer and post'])),
      field('住址：', who('address', ['住址', 'Address']), '　电话：', who('phone', ['电话', 'Phone'])),
      field('询问人：', ...officerRuns(file, officersOf(step), 'question')),
      field('记录人：', line(8)),
      head('权利义务告知'),
      para(
        `问：我们是${agencyOf(file)}的执法人员${officers.length > 0 ? officers.join('、') : ''}，${CARD_WORDS}现依法就有关情况向你询问。依照${lawCited(
          'answer',
        )}，你应当如实回答询问，并协助调查，不得拒绝或者阻挠；依照${lawCited(
          'recusal',
        )}，你认为执法人员与案件有直接利害关系的，有权申请回避。你是否看清、听清？是否申请回避？`,
      ),
      para('答：', line(20)),
      head('询问内容'),
      ...questionLines(file, step),
      para('（以下空白）'),
      flush('以上笔录我已看过（已向我宣读），与我说的相符。', ...signedWords(step)),
      {
        b: 'sign',
        places: [
          { label: '被询问人（签名、捺指印）', dated: true },
          { label: '询问人（签名）', dated: true },
          { label: '询问人（签名）', dated: true },
          { label: '记录人（签名）', dated: true },
        ],
      },
    ],
    eachPage: '被询问人（签名、捺指印）：　　　　　　　询问人：　　　　　　　',
    day: step?.on ?? file.today,
  };
}

/** Lines that begin 问 or 答 stand as they were taken down; a summary is told as the answer to one question. */
function questionLines(file: CaseFile, step: StepTaken | undefined): readonly PaperBlock[] {
  const record = stated(file, step, {
    step: 'question',
    field: 'record',
    hint: ['询问内容', 'Questions and answers'],
    must: true,
    personal: true,
  });
  if (record.t !== 'text') return [para('问：', line(20)), para('答：', record)];
  const lines = record.text.split('\n').filter((text) => text.trim() !== '');
  const verbatim = lines.some((text) => /^[问答][:：]/.test(text.trim()));
  return lines.map((text, i) => {
    const plain = text.trim().replace(/^([问答]):/, '$1：');
    const mark = verbatim ? '' : i === 0 ? '问：请你把有关情况讲一下。\n答：' : '';
    return { b: 'para', runs: [{ t: 'text', text: `${mark}${plain}`, personal: true }] };
  });
}
