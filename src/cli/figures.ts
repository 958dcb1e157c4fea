// What are the figures of a period, as on the screens?
import { FIGURES, findFigure } from '../domain/figure/catalogue.ts';
import type { FigureScope, FigureValue } from '../domain/figure/figure.ts';
import { formatFigure } from '../domain/figure/format.ts';
import { isUuid } from '../domain/kernel/id.ts';
import { say } from '../domain/kernel/label.ts';
import { BOUND_LABELS } from '../domain/kernel/record.ts';
import { getKind } from '../domain/kind.ts';
import type { App } from '../server/app.ts';
import type { CellValue } from '../server/workbook/index.ts';
import { type Call, type Command, EXIT, type Option, UsageError } from './command.ts';
import { chooseActor, chooseCounty, readDay, refused, withLedger } from './open.ts';

export const SCOPE_OPTIONS: readonly Option[] = [
  { name: 'from', value: 'DAY', label: ['起始日期（含），如 2026-03-01', 'First day, e.g. 2026-03-01'] },
  { name: 'until', value: 'DAY', label: ['截止日期（含）', 'Last day, included'] },
  {
    name: 'campaign',
    value: 'NAME',
    label: ['专项行动：名称、编号或 UUID', 'Campaign: name, number or UUID'],
  },
  { name: 'agency', value: 'NAME', label: ['单位：名称、编号或 UUID', 'Agency: name, number or UUID'] },
  { name: 'area', value: 'NAME', label: ['乡镇片区：名称、编号或 UUID', 'Area: name, number or UUID'] },
];

export const figuresCommand: Command = {
  name: 'figures',
  label: ['统计指标，与网页上的相同', 'Figures, the same as on the screens'],
  options: [
    ...SCOPE_OPTIONS,
    { name: 'ids', value: 'ID,…', label: ['只要这些指标', 'Only these figures'] },
    { name: 'last-year', label: ['附上年同期', 'With the same period last year'] },
    { name: 'csv', label: ['以 CSV 输出（金额以元计）', 'Give CSV (money in yuan)'] },
  ],
  notes: [
    [
      'JSON 中金额以分计，value 为 null 表示只知“少量”或无从计算比例。',
      'In JSON money is in fen; a null value means only “some” is known, or a rate without a whole.',
    ],
  ],
  examples: [
    'shouye figures --from 2026-01-01 --until 2026-06-30 --last-year',
    'shouye figures --ids inspection.count --json',
  ],
  run: figures,
};

/** The scope asked for; names and numbers of records become their ids. */
export async function readScope(app: App, call: Call, county: string): Promise<FigureScope> {
  const from = readDay(call, 'from');
  const until = readDay(call, 'until');
  if (from && until && from > until)
    throw new UsageError(['起始日期晚于截止日期', 'The first day lies after the last']);
  const scope: Record<string, string> = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
  for (const kind of ['campaign', 'agency', 'area'] as const) {
    const text = call.text(kind);
    if (text !== undefined) scope[kind] = await recordId(app, county, kind, text);
  }
  return scope;
}

async function recordId(app: App, county: string, kindName: string, text: string): Promise<string> {
  if (isUuid(text)) return text;
  const { findByNos, listRecords } = await import('../server/record/index.ts');
  const kind = getKind(kindName);
  const [numbered] = await findByNos(app.db, county, kind, [text]);
  if (numbered) return numbered.id;
  const page = { sort: 'no', desc: false, limit: 200 };
  const found = (await listRecords(app.db, county, kind, { q: text }, page)).map(({ row }) => row);
  const exact = found.filter((row) => row.values.name === text);
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (only && others.length === 0) return only.id;
  throw only
    ? refused(
        'record.many',
        `有几个${kind.label[0]}叫“${text}”，请用编号`,
        `Several are called ${text}; use the number`,
      )
    : refused(
        'record.missing',
        `没有叫“${text}”的${kind.label[0]}`,
        `There is no ${kind.label[1].toLowerCase()} ${text}`,
      );
}

function readIds(call: Call): string | undefined {
  const ids = call.text('ids');
  const unknown = ids?.split(',').find((id) => !findFigure(id));
  if (unknown === undefined) return ids;
  const near = FIGURES.filter(({ id }) => id.split('.')[0] === unknown.split('.')[0]).map(({ id }) => id);
  throw new UsageError([
    `没有“${unknown}”这个指标${near.length > 0 ? `；相近的有 ${near.slice(0, 8).join('、')}` : ''}`,
    `There is no figure ${unknown}${near.length > 0 ? `; near are ${near.slice(0, 8).join(', ')}` : ''}`,
  ]);
}

async function figures(call: Call): Promise<number> {
  const ids = readIds(call);
  const { askFigures } = await import('../server/figure/index.ts');
  return withLedger(call, async ({ app }) => {
    const county = await chooseCounty(app, call);
    await chooseActor(app, call, county, null);
    const scope = await readScope(app, call, county);
    const lastYear = call.flag('last-year');
    const found = await askFigures(app.db, county, { ...scope, ids, lastYear });
    if (call.json) call.speaker.json(found);
    else if (call.flag('csv')) call.speaker.bytes(await csvOf(call, found));
    else showTable(call, found);
    return EXIT.ok;
  });
}

interface Found {
  readonly figures: readonly FigureValue[];
  readonly lastYear: readonly FigureValue[];
}

function showTable(call: Call, { figures, lastYear }: Found): void {
  const { speaker } = call;
  const { language } = speaker;
  const written = (value: FigureValue | undefined) =>
    value ? formatFigure(value, findFigure(value.id)?.unit ?? '', language) : '';
  const before = new Map(lastYear.map((value) => [value.id, value]));
  const head = [
    ['指标', 'Figure'],
    ['数值', 'Value'],
    ['记录', 'Records'],
  ] as const;
  const rows = figures.map((value) => [
    say(findFigure(value.id)?.label ?? [value.id, value.id], language),
    written(value),
    value.records,
    ...(lastYear.length > 0 ? [written(before.get(value.id))] : []),
    value.id,
  ]);
  const compared = lastYear.length > 0 ? [['上年同期', 'Last year'] as const] : [];
  speaker.table([...head, ...compared, ['代号', 'Id']], rows);
}

async function csvOf(call: Call, { figures, lastYear }: Found): Promise<Uint8Array> {
  const { writeCsv } = await import('../server/workbook/index.ts');
  const { language } = call.speaker;
  const before = new Map(lastYear.map((value) => [value.id, value]));
  const plain = (value: FigureValue | undefined): CellValue => {
    if (value === undefined || value.value === null) return null;
    return findFigure(value.id)?.unit === '元' ? value.value / 100 : value.value;
  };
  const head =
    language === 'zh'
      ? ['代号', '指标', '数值', '程度', '单位', '记录', '上年同期']
      : ['id', 'figure', 'value', 'bound', 'unit', 'records', 'last year'];
  const rows = figures.map((value): CellValue[] => {
    const figure = findFigure(value.id);
    const label = say(figure?.label ?? [value.id, value.id], language);
    const bound = say(BOUND_LABELS[value.bound], language).trim();
    return [
      value.id,
      label,
      plain(value),
      bound,
      figure?.unit ?? '',
      value.records,
      plain(before.get(value.id)),
    ];
  });
  return writeCsv([head, ...rows]);
}
