// How does an officer read an assessment on paper: headings, reasons, articles?

import { ANIMAL_FORMS } from './animal-word.ts';
import type { Assessment, FineJson, OffenceJson, PenaltyJson } from './assess.ts';
import type { Reached } from './offence-frame.ts';
import { PROTECTION_LEVELS } from './taxonomy.ts';

const REACHED: Readonly<Record<Reached, string>> = {
  yes: '达到标准',
  no: '未达到标准',
  depends: '取决于尚缺的事实',
};
const TRANSFER: Readonly<Record<Reached, string>> = {
  yes: '应当移送公安机关',
  no: '依现有事实无须移送',
  depends: '是否移送取决于尚缺的事实，须先查明',
};
const APPLIES: Readonly<Record<Reached, string>> = { yes: '适用', no: '不适用', depends: '待查明' };

/** The assessment as lines of plain text, in Chinese as the law is. */
export function assessmentText(a: Assessment): readonly string[] {
  return [
    `结论：${TRANSFER[a.mustTransfer]}`,
    ...section(
      '动物',
      a.protection.flatMap((p, i) => animalLines(a, p, i)),
    ),
    ...section('刑事', a.offences.flatMap(offenceLines)),
    ...section('行政处罚', a.administrative.flatMap(penaltyLines)),
    ...section(
      '从重',
      a.aggravating.map((w) => `${w.text}（${w.article}）`),
    ),
    ...section(
      '从轻、减轻',
      a.mitigating.map((w) => `${w.text}（${w.article}）`),
    ),
    ...section('出路', a.exits.flatMap(exitLines)),
    ...section(
      '期限',
      a.clocks.map((c) => `${c.start}→${c.what}：${limitOf(c.limit, c.unit)}（${c.article}）`),
    ),
    ...section('说明', a.notes),
    ...section('未能识别', a.notUnderstood),
    ...section('依据', [...a.lawVersion.texts, ...a.lawVersion.lists, `规则版本：${a.lawVersion.rules}`]),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? []
    : ['', `【${title}】`, ...lines.map((line) => (line.startsWith('  ') ? line : `· ${line}`))];
}

function animalLines(a: Assessment, p: Assessment['protection'][number], index: number): readonly string[] {
  const level = PROTECTION_LEVELS.find((t) => t.code === p.level)?.label[0] ?? p.level;
  const line = a.valuation[index] ?? {};
  const form = ANIMAL_FORMS.find((f) => f.code === line.form)?.label[0];
  const value = typeof line.valueYuan === 'number' ? `${line.valueYuan}元` : '价值未知';
  const list = p.list === null ? '' : `（${p.list}）`;
  const missing =
    Array.isArray(line.missing) && line.missing.length > 0 ? [`  待查明：${line.missing.join('；')}`] : [];
  return [`${p.species}${form === undefined ? '' : `，${form}`}：${level}${list}，${value}`, ...missing];
}

function offenceLines(o: OffenceJson): readonly string[] {
  const tier = o.tier === null ? '' : `，${o.tier}：${o.penalty}`;
  return [
    `${o.charge}（${o.article}、${o.interpretation}）：${REACHED[o.reached]}${tier}`,
    ...o.reasons.map((r) => `  ${r}`),
    ...(o.missing.length > 0 ? [`  待查明：${o.missing.join('；')}`] : []),
  ];
}

function penaltyLines(p: PenaltyJson): readonly string[] {
  return [
    `${p.act}（${p.article}）：${APPLIES[p.applies]}`,
    ...p.conditions.map((c) => `  ${c}`),
    ...fineLine('罚款', p.fine),
    ...fineLine('罚款（条件成就时）', p.fineIf),
    ...(p.confiscate.length > 0 ? [`  没收：${p.confiscate.join('、')}`] : []),
    ...(p.other.length > 0 ? [`  其他：${p.other.join('；')}`] : []),
    ...(p.missing.length > 0 ? [`  待查明：${p.missing.join('；')}`] : []),
    `  机关：${p.authority}`,
  ];
}

function fineLine(name: string, fine: FineJson | null): readonly string[] {
  return fine === null ? [] : [`  ${name}：${fine.basis}`];
}

const OPEN = { yes: '可以适用', no: '不适用', depends: '取决于尚缺的事实' } as const;

function exitLines(e: Assessment['exits'][number]): readonly string[] {
  return [
    `${e.text}（${e.article}）：${OPEN[e.open]}`,
    ...e.reasons.map((r) => `  ${r}`),
    ...(e.missing.length > 0 ? [`  待查明：${e.missing.join('；')}`] : []),
  ];
}

const UNITS: Readonly<Record<string, string>> = {
  calendar: '日',
  working: '个工作日',
  hour: '小时',
  month: '个月',
  year: '年',
};

function limitOf(limit: number | null, unit: string): string {
  return limit === null ? '—' : `${limit}${UNITS[unit] ?? ''}`;
}
