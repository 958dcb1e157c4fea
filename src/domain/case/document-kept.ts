// What becomes of evidence registered and of what was sealed: the papers that decide on them?
import type { StepTaken } from '../kernel/procedure.ts';
import type { Paper, PaperBlock, Run } from '../report/paper.ts';
import { inCase } from './document-evidence.ts';
import { type CaseFile, dueFrom, listAt, stepsOf, textAt, zhDay } from './document-file.ts';
import {
  contactLines,
  flush,
  fromStep,
  given,
  itemGrid,
  lawCited,
  longParas,
  para,
  remedies,
  say,
  sealed,
} from './document-part.ts';
import { partyRun } from './document-party.ts';

type Body = Omit<Paper, 'format' | 'kind' | 'no' | 'agency'>;

/** A confiscation is a penalty (行政处罚法9): neither paper can order it, only say that it is to be decided. */
const FATES: Readonly<Record<string, string>> = {
  returned: '退还当事人',
  sealed: '依法查封（扣押），查封（扣押）决定书另行送达',
  appraisal: '送交鉴定（认定）',
  confiscated: '依法应当没收，以行政处罚决定书的决定为准',
  moved: '移送有关部门处理',
  released: '活体野生动物依法放归或者送收容救护机构',
  lapsed: '逾期未作出处理决定，先行登记保存自即日起解除',
};

/** The steps that put things in keeping and that `step` decides on: those since the last decision before it. */
function begunBy(file: CaseFile, step: StepTaken | undefined, name: string): readonly StepTaken[] {
  const before = stepsOf(file, step?.name ?? '')
    .filter((each) => each.seq < (step?.seq ?? 0))
    .at(-1);
  return stepsOf(file, name).filter(
    ({ seq }) => seq > (before?.seq ?? 0) && (step === undefined || seq < step.seq),
  );
}

/** '2025年3月3日（示林登存字〔2025〕第1号，清单登保1号）' */
function namedAs(file: CaseFile, step: StepTaken, paper: string): string {
  const no = file.issued.find((each) => each.name === `${paper}-${step.seq}`)?.no;
  const list = textAt(step.values, 'listNo');
  const said = [no, list && list !== no ? `清单${list}` : null].filter((text) => text);
  return `${zhDay(step.on)}${said.length > 0 ? `（${said.join('，')}）` : ''}`;
}

function fateText({ facts }: CaseFile, step: StepTaken | undefined, code: string): string {
  const { decidedOn, decisionNo, penalties } = facts;
  const decided = step && decidedOn !== null && decidedOn <= step.on && penalties.includes('goods');
  return code === 'confiscated' && decided
    ? `依照行政处罚决定（${decisionNo}）予以没收`
    : (FATES[code] ?? code);
}

/** What is decided, and of several fates which thing meets which. */
function fateBlocks(file: CaseFile, step: StepTaken | undefined, ask: string): readonly PaperBlock[] {
  const fates = listAt(step?.values, 'fates').map((code) => fateText(file, step, code));
  const decided = given(
    file,
    { fact: `${ask}.fates`, hint: ['处理决定', 'Decision'], from: fromStep(ask), must: true },
    fates.map((text, i) => `${fates.length > 1 ? `${i + 1}．` : ''}${text}`).join('；'),
  );
  const detail: Run = given(
    file,
    {
      fact: step ? `${ask}.${step.seq}.detail` : `${ask}.detail`,
      hint: ['各件物品分别如何处理', 'Which thing meets which fate'],
      from: fromStep(ask),
      hand: true,
      must: true,
    },
    textAt(step?.values, 'detail'),
  );
  const told = fates.length > 1 || detail.t === 'text';
  return [
    {
      b: 'para',
      runs: [decided.t === 'text' ? { ...decided, fill: false, bold: true } : decided, say('。')],
    },
    ...(told ? [para('具体处理情况：'), ...longParas(detail)] : []),
  ];
}

function listOf(kept: readonly StepTaken[], title: string): readonly PaperBlock[] {
  const items = kept.map((each) => textAt(each.values, 'items')).filter((text) => text !== null);
  return [
    { b: 'title', text: title, page: true },
    itemGrid(items.join('；')),
    { b: 'sign', places: SIGNERS },
  ];
}

const SIGNERS = [
  { label: '当事人（签名或者盖章）', dated: true },
  { label: '执法人员（签名）', dated: true },
  { label: '执法人员（签名）', dated: true },
];

/** The last working day for a decision on what was registered first; null where the calendar does not say. */
export function evidenceDue(file: CaseFile, step: StepTaken): string | null {
  const first = begunBy(file, step, 'registerEvidence')[0];
  return first ? dueFrom(file, first, 'APL-56') : null;
}

export function evidenceDecision(file: CaseFile, step: StepTaken | undefined): Body {
  const kept = begunBy(file, step, 'registerEvidence');
  const keptRun = given(
    file,
    {
      fact: 'registerEvidence.listNo',
      hint: ['先行登记保存的日期和清单', 'What was registered, and when'],
      from: fromStep('registerEvidence'),
      must: true,
    },
    kept.map((each) => namedAs(file, each, 'registration')).join('、'),
  );
  return {
    title: '先行登记保存证据处理决定书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `${inCase(file)}的有关证据，本机关已于`,
        keptRun,
        `先行登记保存。依照${lawCited('register')}的规定，经本机关负责人批准，现作出如下处理决定：`,
      ),
      ...fateBlocks(file, step, 'decideEvidence'),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'note', text: '本决定书一式二份，一份送达当事人，一份附卷。' },
      ...listOf(kept, '先行登记保存证据处理清单'),
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

export function sealEnded(file: CaseFile, step: StepTaken | undefined): Body {
  const kept = begunBy(file, step, 'seal');
  const keptRun = given(
    file,
    {
      fact: 'seal.listNo',
      hint: ['查封（扣押）的日期和清单', 'What was sealed, and when'],
      from: fromStep('seal'),
      must: true,
    },
    kept.map((each) => namedAs(file, each, 'seal')).join('、'),
  );
  return {
    title: '查封（扣押）处理决定书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `${inCase(file)}的有关物品，本机关已于`,
        keptRun,
        `予以查封（扣押）。依照${lawCited('sealEnd')}的规定，现作出如下处理决定：`,
      ),
      ...fateBlocks(file, step, 'endSeal'),
      remedies(file, '决定'),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'note', text: '本决定书一式二份，一份送达当事人，一份附卷。' },
      ...listOf(kept, '查封（扣押）物品处理清单'),
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}

/** The party is told of an extension and why (行政强制法25). */
export function sealExtended(file: CaseFile, step: StepTaken | undefined): Body {
  const kept = stepsOf(file, 'seal').filter(({ seq }) => step === undefined || seq < step.seq);
  const ask = (name: string, hint: readonly [string, string], text: string | null | undefined): Run =>
    given(file, { fact: `extendSeal.${name}`, hint, from: fromStep('extendSeal'), must: true }, text);
  return {
    title: '延长查封（扣押）期限决定书',
    size: 'letter',
    blocks: [
      flush(partyRun(file, true), '：'),
      para(
        `${inCase(file)}的有关物品，本机关已于`,
        given(
          file,
          {
            fact: 'seal.listNo',
            hint: ['查封（扣押）的日期和清单', 'What was sealed, and when'],
            from: fromStep('seal'),
            must: true,
          },
          kept
            .slice(-1)
            .map((each) => namedAs(file, each, 'seal'))
            .join(),
        ),
        '予以查封（扣押）。因',
        ask('reason', ['延长的理由', 'Why'], textAt(step?.values, 'reason')),
        `，依照${lawCited('sealDays')}的规定，经本机关负责人批准，决定将查封（扣押）期限延长至`,
        ask('until', ['延长至', 'Until'], zhDay(textAt(step?.values, 'until'))),
        '。',
      ),
      remedies(file, '决定'),
      ...contactLines(file),
      sealed(file, step?.on),
      { b: 'note', text: '本决定书一式二份，一份送达当事人，一份附卷。' },
    ],
    eachPage: null,
    day: step?.on ?? file.today,
  };
}
