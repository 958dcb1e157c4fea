// Which pieces do the papers of a case share: a stated fact or its blank, people, tables, signatures?

import type { Label } from '../kernel/label.ts';
import { formatFen } from '../kernel/money.ts';
import { capitalYuan } from '../kernel/money-words.ts';
import type { StepTaken } from '../kernel/procedure.ts';
import type { Cell, FactSource, Gap, PaperBlock, Run } from '../report/paper.ts';
import {
  type CaseFile,
  type FileRecord,
  listAt,
  quantityText,
  seizureForm,
  seizureName,
  textAt,
  zhDay,
} from './document-file.ts';
import { LAW, type LawId } from './document-law.ts';
import type { PaperSetting } from './document-setting.ts';

export const say = (text: string, more: { bold?: boolean } = {}): Run => ({ t: 'text', text, ...more });
export const line = (chars: number): Run => ({ t: 'line', chars });

export const para = (...runs: readonly (Run | string)[]): PaperBlock => ({
  b: 'para',
  runs: runs.map((run) => (typeof run === 'string' ? say(run) : run)),
});
export const flush = (...runs: readonly (Run | string)[]): PaperBlock => ({
  b: 'para',
  flush: true,
  runs: runs.map((run) => (typeof run === 'string' ? say(run) : run)),
});
/** A line of a form: its words keep to the left, however long what is filled in. */
export const field = (...runs: readonly (Run | string)[]): PaperBlock => ({
  b: 'para',
  align: 'left',
  runs: runs.map((run) => (typeof run === 'string' ? say(run) : run)),
});
export const head = (text: string): PaperBlock => ({ b: 'head', text });

export interface Ask extends Omit<Gap, 'hint'> {
  readonly hint: Label;
}

/** The fact as it stands or as it was typed in; else a blank that says what is missing. */
export function given(file: CaseFile, ask: Ask, value: string | null | undefined): Run {
  const typed = ask.from.by === 'hand' || ask.hand ? file.fills[ask.fact]?.trim() : undefined;
  const text = value?.trim() || typed;
  if (!text) return { t: 'gap', ...ask };
  return { t: 'text', text, fill: true, ...(ask.personal ? { personal: true } : {}) };
}

export const fromStep = (step: string): FactSource => ({ by: 'step', step });
export const fromSetting: FactSource = { by: 'setting', name: 'casePaper' };
export const byHand: FactSource = { by: 'hand' };
export function fromRecord(record: FileRecord, kind: string, field: string): FactSource {
  return { by: 'record', kind, id: record.id, field };
}

/** A fact only a person can type in. */
export function typed(file: CaseFile, fact: string, hint: Label, more: Partial<Gap> = {}): Run {
  return given(file, { fact, hint, from: byHand, ...more }, null);
}

/** A fact a step states. */
export function stated(
  file: CaseFile,
  step: StepTaken | undefined,
  ask: { readonly step: string; readonly field: string; readonly hint: Label } & Partial<Gap>,
  value?: string | null,
): Run {
  const { step: name, field, ...more } = ask;
  const text = value === undefined ? textAt(step?.values, field) : value;
  return given(file, { fact: `${name}.${field}`, from: fromStep(name), ...more }, text);
}

export function settled(file: CaseFile, name: keyof PaperSetting, hint: Label, must = false): Run {
  const value = file.setting[name];
  return given(
    file,
    { fact: `setting.${name}`, hint, from: fromSetting, must },
    value ? String(value) : null,
  );
}

export function agencyOf(file: CaseFile): string {
  return file.agency ?? `${file.county.name}自然资源局`;
}

/** '《……》第67条第3款' spelt out for paper: 行政处罚法 → 《中华人民共和国行政处罚法》. */
export function lawCited(id: LawId): string {
  return citedArticle(LAW[id].article);
}

const FULL: Readonly<Record<string, string>> = {
  行政处罚法: '《中华人民共和国行政处罚法》',
  行政强制法: '《中华人民共和国行政强制法》',
  行政复议法: '《中华人民共和国行政复议法》',
  行政诉讼法: '《中华人民共和国行政诉讼法》',
  野生动物保护法: '《中华人民共和国野生动物保护法》',
  移送规定: '《行政执法机关移送涉嫌犯罪案件的规定》',
};

const NUMERALS = '零一二三四五六七八九';

export function numeral(n: number): string {
  if (n < 10) return NUMERALS.charAt(n);
  const ten = Math.floor(n / 10);
  return `${ten === 1 ? '' : NUMERALS.charAt(ten)}十${n % 10 === 0 ? '' : NUMERALS.charAt(n % 10)}`;
}

export function citedArticle(article: string): string {
  const name = Object.keys(FULL).find((each) => article.startsWith(each)) ?? '';
  const rest = article
    .slice(name.length)
    .replace(/第(\d+)项/g, (_, n: string) => `第（${numeral(Number(n))}）项`)
    .replace(/第(\d+)/g, (_, n: string) => `第${numeral(Number(n))}`);
  return `${FULL[name] ?? ''}${rest}`;
}

/** '人民币伍仟元整（¥5,000）' */
export function moneyText(fen: number): string {
  return `人民币${capitalYuan(fen)}（¥${formatFen(fen)}）`;
}

/** '张三（执法证号：64022101）、……' of the officers of a step; fewer than two is no record (行政处罚法42). */
export function officerRuns(file: CaseFile, ids: readonly string[], step: string): readonly Run[] {
  if (ids.length === 0)
    return [
      given(
        file,
        {
          fact: `${step}.officers`,
          hint: ['两名以上执法人员', 'Two officers or more'],
          from: fromStep(step),
          must: true,
        },
        null,
      ),
    ];
  return ids.flatMap((id, i): Run[] => {
    const person = file.people[id];
    const cert = given(
      file,
      {
        fact: `person.${id}.certNo`,
        hint: [`${person?.name ?? ''}的执法证号`, `Certificate no. of ${person?.name ?? ''}`],
        from: { by: 'record', kind: 'person', id, field: 'certNo' },
      },
      person?.certNo,
    );
    return [
      say(`${i > 0 ? '、' : ''}`),
      { t: 'text', text: person?.name ?? '', fill: true },
      say('（执法证号：'),
      cert,
      say('）'),
    ];
  });
}

export const officersOf = (step: StepTaken | undefined) => listAt(step?.values, 'officers');

export function labelCell(text: string): Cell {
  return { lines: [[say(text)]], head: true };
}

export function cell(runs: readonly (Run | string)[], more: Partial<Cell> = {}): Cell {
  return { lines: [runs.map((run) => (typeof run === 'string' ? say(run) : run))], ...more };
}

/** Text of several lines as the paragraphs of a cell. */
export function longCell(run: Run, room = 3): Cell {
  if (run.t !== 'text') return { lines: [[run]], room };
  const { fill: _, ...plain } = run;
  return { lines: run.text.split('\n').map((text) => [{ ...plain, text }]), room };
}

/** Text of several lines as indented paragraphs of the body. */
export function longParas(run: Run): readonly PaperBlock[] {
  if (run.t !== 'text') return [{ b: 'para', runs: [run] }];
  const { fill: _, ...plain } = run;
  return run.text
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => ({ b: 'para', runs: [{ ...plain, text: text.trim() }] }));
}

/** The agency with its day and room for the seal. */
export function sealed(file: CaseFile, day: string | null | undefined): PaperBlock {
  return { b: 'seal', agency: agencyOf(file), day: [say(zhDay(day ?? file.today) ?? '')] };
}

const head2 = (text: string, align: 'center' | 'left' = 'center'): Cell => ({
  lines: [[say(text)]],
  head: true,
  align,
});
const mid = (text: string, more: { personal?: boolean } = {}): Cell => ({
  lines: [[{ t: 'text', text, ...more }]],
  align: 'center',
});

/** Things as an officer wrote them, one line each: 序号, 名称数量特征, 备注. */
export function itemGrid(items: string | null): PaperBlock {
  const lines = (items ?? '')
    .split(/[\n；;]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const empty = Math.max(0, 5 - lines.length);
  return {
    b: 'grid',
    widths: [9, 50, 25, 16],
    repeat: 1,
    rows: [
      ['序号', '名称、规格、数量', '特征及状态', '备注'].map((text) => head2(text)),
      ...lines.map((text, i) => [mid(String(i + 1)), cell([text]), cell(['']), cell([''])]),
      ...Array.from({ length: empty }, (_, i) => [
        mid(i === 0 ? '' : ''),
        cell([i === 0 && lines.length > 0 ? '（以下空白）' : '']),
        cell(['']),
        cell(['']),
      ]),
    ],
  };
}

/** What was seized, as the ledger holds it; nothing seized says so. */
export function seizureGrid(seizures: readonly FileRecord[]): PaperBlock {
  const total = seizures.reduce((sum, { values }) => sum + ((values.value as number | undefined) ?? 0), 0);
  const valued = seizures.filter(({ values }) => typeof values.value === 'number').length;
  const heads = ['序号', '编号', '名称', '形态', '数量', '持有人', '保管处', '核定价值\n（元）'];
  const said =
    valued === 0
      ? '尚未核定'
      : `${formatFen(total)}${valued < seizures.length ? `（另有${seizures.length - valued}项未核定）` : ''}`;
  return {
    b: 'grid',
    widths: [13, 32, 22, 15, 17, 17, 22, 24],
    repeat: 1,
    rows: [
      heads.map((text) => head2(text)),
      ...seizures.map((each, i) => [
        mid(String(i + 1)),
        mid(each.no),
        mid(seizureName(each)),
        mid(seizureForm(each)),
        mid(quantityText(each.values.quantity, each.values.unit)),
        mid(textAt(each.values, 'holder') ?? '', { personal: true }),
        mid(textAt(each.values, 'custodian') ?? ''),
        mid(typeof each.values.value === 'number' ? formatFen(each.values.value) : '未核定'),
      ]),
      [
        { ...head2('合计'), span: 2 },
        { ...cell([seizures.length === 0 ? '无' : `${seizures.length}项`], { align: 'center' }), span: 5 },
        mid(seizures.length === 0 ? '' : said),
      ],
    ],
  };
}

/** 当事人不服 …: the ways and times of remedy (行政处罚法59条5项). */
export function remedies(file: CaseFile, what: string): PaperBlock {
  return para(
    `如不服本${what}，可以自收到本${what}之日起六十日内，依照${lawCited('review')}的规定向`,
    settled(file, 'reviewBody', ['行政复议机关', 'The body that reviews'], true),
    `申请行政复议；也可以自收到本${what}之日起六个月内，依照${lawCited('lawsuit')}的规定向`,
    settled(file, 'court', ['有管辖权的人民法院', 'The competent court'], true),
    '提起行政诉讼。',
  );
}

/** 本机关地址、联系人、电话. */
export function contactLines(file: CaseFile): readonly PaperBlock[] {
  return [
    field(
      '本机关地址：',
      settled(file, 'address', ['本机关地址', 'Address of the agency']),
      '　邮政编码：',
      settled(file, 'postcode', ['邮政编码', 'Postcode']),
    ),
    field(
      '联系人：',
      settled(file, 'contact', ['联系人', 'Contact']),
      '　联系电话：',
      settled(file, 'phone', ['联系电话', 'Phone']),
    ),
  ];
}
