// How do the papers on things read: evidence registered, goods sealed or seized, appraisals, orders to put right?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper, Run } from '../report/paper.ts';
import { type CaseFile, dueFrom, lastStep, stepLabels, textAt, zhDay } from './document-file.ts';
import {
  agencyOf,
  contactLines,
  field,
  flush,
  given,
  itemGrid,
  lawCited,
  longParas,
  officerRuns,
  officersOf,
  para,
  remedies,
  say,
  sealed,
  seizureGrid,
  stated,
  typed,
} from './document-part.ts';
import { partyRun } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

const LIST_SIGNERS = [
  { label: '当事人（签名或者盖章）', dated: true },
  { label: '见证人（签名）', dated: true },
  { label: '执法人员（签名）', dated: true },
  { label: '执法人员（签名）', dated: true },
];

/** 案由 as letters name it. */
export function matter(file: CaseFile): string {
  return textAt(file.record.values, 'name') ?? '';
}

/** '……一案' of a sentence: the name of most cases ends in 案 already. */
export function inCase(file: CaseFile): string {
  return `${matter(file).replace(/(一案|案)$/, '')}一案`;
}

function listNo(step: StepTaken | undefined): readonly Run[] {
  const no = textAt(step?.values, 'listNo');
  return no === null ? [] : [{ t: 'text', text: no }];
}

export function registrationNotice(file: CaseFile, step: StepTaken | undefined): Body {
  const due = step && dueFrom(file, step, 'APL-56');
  return {
    title: '证据先行登记保存通知书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `${inCase(file)}的有关证据可能灭失或者以后难以取得。依照${lawCited(
          'register',
        )}的规定，经本机关负责人批准，决定自`,
        stated(
          file,
          step,
          { step: 'registerEvidence', field: 'on', hint: ['登记保存日期', 'Day'], must: true },
          zhDay(step?.on),
        ),
        '起对所附清单载明的物品先行登记保存，保存地点为',
        stated(file, step, {
          step: 'registerEvidence',
          field: 'keptAt',
          hint: ['保存地点', 'Where it is kept'],
          must: true,
        }),
        '。',
      ),
      para(
        '本机关将在七个工作日内',
        ...(due ? [`（${zhDay(due)}前）`] : []),
        `作出处理决定（${lawCited('workingDays')}）。在此期间，当事人或者有关人员不得销毁或者转移证据。`,
      ),
      field('执法人员：', ...officerRuns(file, officersOf(step), 'registerEvidence')),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'title', text: '先行登记保存物品清单', no: listNo(step), page: true },
      itemGrid(textAt(step?.values, 'items')),
      { b: 'note', text: '本清单一式二份，一份交当事人，一份附卷。' },
      { b: 'sign', places: LIST_SIGNERS },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

export function sealDecision(file: CaseFile, step: StepTaken | undefined): Body {
  const due = step && dueFrom(file, step, 'AEL-25');
  return {
    title: '查封（扣押）决定书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `因办理${inCase(file)}的需要，依照${lawCited('seal')}的规定，经本机关负责人批准，决定自`,
        stated(
          file,
          step,
          { step: 'seal', field: 'on', hint: ['查封、扣押日期', 'Day'], must: true },
          zhDay(step?.on),
        ),
        `起对所附清单载明的物品予以查封（扣押），期限为三十日${due ? `（至${zhDay(due)}止）` : ''}，检测、检验、检疫、技术鉴定的期间不计算在内（${lawCited(
          'sealDays',
        )}）。物品保管于`,
        stated(file, step, {
          step: 'seal',
          field: 'keptAt',
          hint: ['保管处', 'Where it is kept'],
          must: true,
        }),
        '。查封（扣押）期间，任何单位和个人不得擅自启封、动用、转移或者损毁。',
      ),
      para('你（单位）有权陈述和申辩。'),
      remedies(file, '决定'),
      field('执法人员：', ...officerRuns(file, officersOf(step), 'seal')),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'title', text: '查封（扣押）物品清单', no: listNo(step), page: true },
      itemGrid(textAt(step?.values, 'items')),
      { b: 'note', text: '本清单一式二份，由当事人和本机关分别保存。' },
      { b: 'sign', places: LIST_SIGNERS },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

export function seizureList(file: CaseFile): Body {
  const last = file.seizures
    .map(({ values }) => String(values.day ?? ''))
    .sort()
    .at(-1);
  return {
    title: '收缴物品清单',
    size: 'record',
    blocks: [
      { b: 'para', flush: true, align: 'left', runs: [say('案件：'), say(matter(file))] },
      { b: 'para', flush: true, align: 'left', runs: [say('当事人：'), partyRun(file)] },
      seizureGrid(file.seizures),
      { b: 'note', text: '“未核定”的价值不计入合计；数量带“余”“约”的照原记录，不作精确数。' },
      { b: 'sign', places: LIST_SIGNERS },
    ],
    eachPage: null,
    day: last || file.today,
  };
}

export function appraisalRequest(file: CaseFile, step: StepTaken | undefined): Body {
  const matters = stepLabels(step, 'matters');
  return {
    title: '鉴定（价值认定）委托书',
    size: 'letter',
    blocks: [
      flush(
        stated(file, step, {
          step: 'requestAppraisal',
          field: 'appraiser',
          hint: ['鉴定（认定）机构', 'The appraiser'],
          must: true,
        }),
        '：',
      ),
      para(
        `因办理${inCase(file)}的需要，依照${'《行政执法机关移送涉嫌犯罪案件的规定》第四条第二款'}，现委托你单位对下列事项进行鉴定（认定）：`,
      ),
      para(
        stated(
          file,
          step,
          { step: 'requestAppraisal', field: 'matters', hint: ['鉴定事项', 'Questions'], must: true },
          matters.map((text, i) => `${i + 1}．${text}`).join('；'),
        ),
        '。',
      ),
      para('送检材料、物品：'),
      ...longParas(
        stated(file, step, {
          step: 'requestAppraisal',
          field: 'items',
          hint: ['送检物品', 'Items'],
          must: true,
        }),
      ),
      para('要求：请在鉴定意见中写明所依据的名录、标准和方法，价值认定请列明基准价值、倍数和来源情况。'),
      para(
        '请于',
        typed(file, step ? `appraisal.${step.seq}.by` : 'appraisal.by', ['希望完成的日期', 'Wanted by']),
        '前出具书面意见。本机关保证所送材料真实、完整，来源合法。',
      ),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'title', text: '鉴定（价值认定）委托书（回执）', page: true },
      para(`${agencyOf(file)}：你机关关于${inCase(file)}的委托书及送检材料、物品收悉。`),
      { b: 'sign', places: [{ label: '受托机构接收人（签名、盖章）', dated: true }] },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

export function correctionOrder(file: CaseFile): Body {
  const by = textAt(file.inspection?.values, 'rectifyBy');
  const inspect = lastStep(file, 'inspect');
  const found = given(
    file,
    {
      fact: 'correct.facts',
      hint: ['违法事实', 'What was done'],
      from: { by: 'step', step: 'inspect' },
      hand: true,
      must: true,
      personal: true,
    },
    textAt(inspect?.values, 'findings'),
  );
  return {
    title: '责令改正通知书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para('经查，你（单位）有下列违法行为：'),
      ...longParas(found),
      para(
        '上述行为违反了',
        typed(file, 'correct.basis', ['违反的法律条款', 'Provision broken'], { must: true }),
        `的规定。依照${lawCited('correct')}的规定，责令你（单位）`,
        given(
          file,
          {
            fact: 'correct.by',
            hint: ['改正期限（立即或者某日前）', 'By when'],
            from: { by: 'hand' },
            must: true,
          },
          by ? `于${zhDay(by)}前` : null,
        ),
        '改正上述违法行为，具体要求：',
        typed(file, 'correct.what', ['改正内容', 'What to put right'], { must: true }),
        '。',
      ),
      para('逾期不改正的，本机关将依法处理。'),
      ...contactLines(file),
      sealed(file, null),
      { b: 'sign', places: [{ label: '当事人（签收）', dated: true }] },
    ],
    eachPage: null,
    day: file.today,
  };
}
