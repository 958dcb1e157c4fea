// How does an officer read an assessment on paper: headings, reasons, articles?
import { type Label, type Language, say } from '../kernel/label.ts';
import { en, zh } from '../kernel/wording.ts';
import { ANIMAL_FORMS } from './animal-word.ts';
import type { Assessment, ClockJson, ExitJson, FineJson, OffenceJson, PenaltyJson } from './assess-json.ts';
import type { Reached } from './offence-frame.ts';
import { PROTECTION_LEVELS } from './taxonomy.ts';

type Say = (label: Label) => string;

const REACHED: Readonly<Record<Reached, Label>> = {
  yes: ['达到标准', 'threshold reached'],
  no: ['未达到标准', 'threshold not reached'],
  depends: ['取决于尚缺的事实', 'depends on facts not yet known'],
};
const TRANSFER: Readonly<Record<Reached, Label>> = {
  yes: ['应当移送公安机关', 'must be transferred to the police'],
  no: ['依现有事实无须移送', 'no transfer on the facts as they stand'],
  depends: [
    '是否移送取决于尚缺的事实，须先查明',
    'whether to transfer depends on facts not yet known, to be found out first',
  ],
};
const APPLIES: Readonly<Record<Reached, Label>> = {
  yes: ['适用', 'applies'],
  no: ['不适用', 'does not apply'],
  depends: ['待查明', 'to be found out'],
};
const OPEN: Readonly<Record<Reached, Label>> = {
  yes: ['可以适用', 'open'],
  no: ['不适用', 'closed'],
  depends: ['取决于尚缺的事实', 'depends on facts not yet known'],
};

/** The assessment as lines of plain text, in the language its texts are in. */
export function assessmentText(a: Assessment, language: Language = 'zh'): readonly string[] {
  const told: Say = (label) => say(label, language);
  const part = (title: Label, lines: readonly string[]) => section(told(title), lines, language);
  const weights = (rows: Assessment['aggravating']) =>
    rows.map(({ text, article }) => told([`${text}（${article}）`, `${text} (${article})`]));
  const rules = a.lawVersion.rules;
  return [
    told([zh`结论：${TRANSFER[a.mustTransfer]}`, en`Conclusion: ${TRANSFER[a.mustTransfer]}`]),
    ...part(
      ['动物', 'Animals'],
      a.protection.flatMap((p, i) => animalLines(a, p, i, told)),
    ),
    ...part(
      ['刑事', 'Criminal law'],
      a.offences.flatMap((o) => offenceLines(o, told)),
    ),
    ...part(
      ['行政处罚', 'Administrative penalties'],
      a.administrative.flatMap((p) => penaltyLines(p, told)),
    ),
    ...part(['从重', 'Aggravating'], weights(a.aggravating)),
    ...part(['从轻、减轻', 'Mitigating'], weights(a.mitigating)),
    ...part(
      ['出路', 'Ways out'],
      a.exits.flatMap((e) => exitLines(e, told)),
    ),
    ...part(
      ['期限', 'Time limits'],
      a.clocks.map((c) => clockLine(c, told)),
    ),
    ...part(['说明', 'Notes'], a.notes),
    ...part(['未能识别', 'Not understood'], a.notUnderstood),
    ...part(
      ['依据', 'Stands on'],
      [
        ...a.lawVersion.texts,
        ...a.lawVersion.lists,
        told([`规则版本：${rules}`, `Version of the rules: ${rules}`]),
      ],
    ),
  ];
}

function section(title: string, lines: readonly string[], language: Language): readonly string[] {
  if (lines.length === 0) return [];
  const head = language === 'zh' ? `【${title}】` : `[${title}]`;
  return ['', head, ...lines.map((line) => (line.startsWith('  ') ? line : `· ${line}`))];
}

function animalLines(
  a: Assessment,
  p: Assessment['protection'][number],
  index: number,
  told: Say,
): readonly string[] {
  const level = PROTECTION_LEVELS.find((t) => t.code === p.level)?.label ?? [p.level, p.level];
  const line = a.valuation[index] ?? {};
  const form: Label | undefined = ANIMAL_FORMS.find((f) => f.code === line.form)?.label;
  const yuan = typeof line.valueYuan === 'number' ? line.valueYuan : null;
  const value: Label =
    yuan === null ? ['价值未知', 'value not known'] : [`${yuan}元`, `¥${yuan.toLocaleString('en-US')}`];
  const formPart: Label = form === undefined ? ['', ''] : [`，${form[0]}`, `, ${form[1].toLowerCase()}`];
  const list: Label = p.list === null ? ['', ''] : [`（${p.list}）`, ` (${p.list})`];
  const missing = Array.isArray(line.missing) ? (line.missing as string[]) : [];
  const { species } = p;
  return [
    told([
      zh`${species}${formPart}：${level}${list}，${value}`,
      en`${species}${formPart}: ${level}${list}, ${value}`,
    ]),
    ...missingLine(missing, told),
  ];
}

function missingLine(missing: readonly string[], told: Say): readonly string[] {
  return missing.length === 0
    ? []
    : [told([`  待查明：${missing.join('；')}`, `  To be found out: ${missing.join('; ')}`])];
}

function offenceLines(o: OffenceJson, told: Say): readonly string[] {
  const tier: Label = o.tier === null ? ['', ''] : [`，${o.tier}：${o.penalty}`, `, ${o.tier}: ${o.penalty}`];
  const { article, interpretation } = o;
  return [
    told([
      zh`${o.charge}（${article}、${interpretation}）：${REACHED[o.reached]}${tier}`,
      en`${o.chargeName} (${article}, ${interpretation}): ${REACHED[o.reached]}${tier}`,
    ]),
    ...o.reasons.map((r) => `  ${r}`),
    ...missingLine(o.missing, told),
  ];
}

function penaltyLines(p: PenaltyJson, told: Say): readonly string[] {
  const line = (name: Label, items: readonly string[], between: Label) =>
    items.length === 0
      ? []
      : [told([`  ${name[0]}：${items.join(between[0])}`, `  ${name[1]}: ${items.join(between[1])}`])];
  return [
    told([
      zh`${p.act}（${p.article}）：${APPLIES[p.applies]}`,
      en`${p.act} (${p.article}): ${APPLIES[p.applies]}`,
    ]),
    ...p.conditions.map((c) => `  ${c}`),
    ...fineLine(['罚款', 'Fine'], p.fine, told),
    ...fineLine(['罚款（条件成就时）', 'Fine (if the condition is met)'], p.fineIf, told),
    ...line(['没收', 'Confiscate'], p.confiscate, ['、', ', ']),
    ...line(['其他', 'Other'], p.other, ['；', '; ']),
    ...missingLine(p.missing, told),
    told([`  机关：${p.authority}`, `  Authority: ${p.authority}`]),
  ];
}

function fineLine(name: Label, fine: FineJson | null, told: Say): readonly string[] {
  return fine === null ? [] : [told([`  ${name[0]}：${fine.basis}`, `  ${name[1]}: ${fine.basis}`])];
}

function exitLines(e: ExitJson, told: Say): readonly string[] {
  return [
    told([zh`${e.text}（${e.article}）：${OPEN[e.open]}`, en`${e.text} (${e.article}): ${OPEN[e.open]}`]),
    ...e.reasons.map((r) => `  ${r}`),
    ...missingLine(e.missing, told),
  ];
}

const UNITS: Readonly<Record<string, Label>> = {
  calendar: ['日', 'days'],
  working: ['个工作日', 'working days'],
  hour: ['小时', 'hours'],
  month: ['个月', 'months'],
  year: ['年', 'years'],
};

function clockLine({ start, what, limit, unit, article }: ClockJson, told: Say): string {
  const [one, many] = UNITS[unit] ?? ['', ''];
  const time: Label = limit === null ? ['—', '—'] : [`${limit}${one}`, `${limit} ${many}`];
  return told([zh`${start}→${what}：${time}（${article}）`, en`${start} → ${what}: ${time} (${article})`]);
}
