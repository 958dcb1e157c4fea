// What does the workbook look like that clerks fill in, and that exports come as?
import { type Actor, has } from '../../domain/access/access.ts';
import { headingsOf } from '../../domain/import/heading.ts';
import { EXAMPLE, NO_HEADING, VERSION_HEADING } from '../../domain/import/plan.ts';
import { writeCell } from '../../domain/import/write-cell.ts';
import type { Field, Kind, RecordRow } from '../../domain/kernel/record.ts';
import { KINDS } from '../../domain/kind.ts';
import type { Acting } from '../acting.ts';
import { type CellValue, type ColumnSpec, type SheetSpec, writeWorkbook } from '../workbook/index.ts';
import { refsOf } from './deciding.ts';
import { exampleRows } from './example.ts';
import { createKnown, indexOf, loadKnown } from './known.ts';
import { loadRefText } from './ref-text.ts';

/** Registers whose names a person picks from a list; longer ones would make the list useless and the file large. */
const LISTED = ['area', 'agency', 'campaign', 'person', 'venue', 'site'] as const;
const MOST_CHOICES = 2_000;

type Choices = ReadonlyMap<string, readonly string[]>;

/** An empty workbook for `kinds` (all by default) with drop-downs of what the county has registered. */
export async function templateWorkbook(acting: Acting, kinds: readonly Kind[] = KINDS): Promise<Uint8Array> {
  const choices = await choicesOf(acting, kinds);
  return writeWorkbook([
    instructions(kinds),
    ...kinds.map((kind) => ({
      name: kind.label[0],
      columns: [...columnsOf(kind, choices), numberColumn('新记录留空；导出的表里有编号，改正时不要改动它')],
      rows: exampleRows(kind, choices),
    })),
  ]);
}

/** Records of one kind under the template's headings. Personal fields only for those who may see them. */
export async function exportWorkbook(
  acting: Acting,
  kind: Kind,
  rows: readonly RecordRow[],
): Promise<Uint8Array> {
  return writeWorkbook([await exportSheet(acting, kind, rows)]);
}

async function exportSheet(acting: Acting, kind: Kind, rows: readonly RecordRow[]): Promise<SheetSpec> {
  const { app, county, actor } = acting;
  const shown = openFields(kind, actor);
  const known = createKnown(county);
  const refText = await loadRefText(
    app.db,
    known,
    refsOf(
      kind,
      rows.map((row) => row.values),
    ),
  );
  return {
    name: kind.label[0],
    columns: [
      ...columnsOf(kind, await choicesOf(acting, [kind])).filter((_, i) =>
        shown.has(Object.keys(kind.fields)[i] ?? ''),
      ),
      numberColumn('改正时凭它找到原记录，请不要改动'),
      {
        heading: VERSION_HEADING,
        kind: 'integer',
        width: 6,
        note: '导出时的版本，用来判断您改了哪些格，请不要改动',
      },
    ],
    rows: rows.map((row) => [
      ...Object.entries(kind.fields)
        .filter(([name]) => shown.has(name))
        .map(([name, field]): CellValue => writeCell(field, row.values[name], refText)),
      row.no,
      row.version,
    ]),
    prepared: rows.length + 200,
  };
}

function openFields(kind: Kind, actor: Actor): ReadonlySet<string> {
  const all = has(actor, 'personal.read');
  return new Set(Object.keys(kind.fields).filter((name) => all || !kind.fields[name]?.personal));
}

async function choicesOf({ app, county }: Acting, kinds: readonly Kind[]): Promise<Choices> {
  const choices = new Map<string, readonly string[]>();
  const needed = new Set(
    kinds.flatMap((kind) => Object.values(kind.fields).flatMap((f) => (f.type === 'ref' ? [f.kind] : []))),
  );
  const known = createKnown(county);
  for (const name of LISTED) {
    if (!needed.has(name)) continue;
    await loadKnown(app.db, known, name, []);
    const names = [...indexOf(known, name).byName.keys()];
    if (names.length > 0 && names.length <= MOST_CHOICES) choices.set(name, names);
  }
  return choices;
}

function numberColumn(note: string): ColumnSpec {
  return { heading: NO_HEADING, kind: 'code', width: 16, note };
}

function columnsOf(kind: Kind, choices: Choices): ColumnSpec[] {
  const headings = headingsOf(kind);
  return Object.entries(kind.fields).map(([name, field]) => {
    const note = noteOf(field);
    const list = listOf(field, choices);
    return {
      heading: headings.get(name) ?? field.label[0],
      kind: formatOf(field),
      required: field.required === true,
      ...(note === '' ? {} : { note }),
      ...(list ? { choices: list } : {}),
      ...(field.type === 'text' && field.long ? { width: 40 } : {}),
    };
  });
}

function formatOf(field: Field): NonNullable<ColumnSpec['kind']> {
  switch (field.type) {
    case 'day':
      return 'day';
    case 'int':
      return 'integer';
    case 'money':
      return 'money';
    case 'number':
    case 'quantity':
      return 'number';
    default:
      return 'code';
  }
}

function listOf(field: Field, choices: Choices): readonly string[] | undefined {
  if (field.type === 'code') return field.codes.map((code) => code.label[0]);
  if (field.type === 'bool') return ['是', '否'];
  return field.type === 'ref' ? choices.get(field.kind) : undefined;
}

const HOW: Partial<Record<Field['type'], string>> = {
  day: '年月日，如2025-7-5、2025.7.5、2025年7月5日',
  time: '时刻，如8:30',
  quantity: '数字，可写约30、30余、若干',
  money: '元，如3000.50、1.2万元',
  species: '中文名、俗名或学名',
  place: '经度,纬度，如106.2,38.4',
  refs: '多个之间用顿号隔开；填名称或编号',
  ref: '填名称或编号',
  texts: '多个之间用顿号隔开',
};

function noteOf(field: Field): string {
  const codes =
    field.type === 'codes' ? `可填多个，用顿号隔开：${field.codes.map((c) => c.label[0]).join('、')}` : '';
  const example = field.example ? `例：${field.example}` : '';
  return [field.hint?.[0] ?? '', codes, HOW[field.type] ?? '', example]
    .filter((text) => text !== '')
    .join('\n');
}

function instructions(kinds: readonly Kind[]): SheetSpec {
  return {
    name: '填表说明',
    lines: [
      ['填表说明', ''],
      ['一张表', '每张工作表登记一种记录，一行一条；用不着的工作表空着即可，也可以删去。'],
      ['必填', '标题为红色并带*号的列必填，其他列可以空着。'],
      ['示例', `编号列写着“${EXAMPLE}”的行是示例，导入时不计，可以删去。`],
      ['编号', '新记录的编号留空，由系统编号。导出的表带有编号：改好再导入，只改动您改过的格。'],
      ['下拉列表', '有下拉列表的列从列表中选；写常用的别称（如“整改”“徒步”）也认得。'],
      ['日期', '2025-7-5、2025.7.5、2025年7月5日、7/5都可以；只写月日的按表名或文件名里的年份理解。'],
      ['数量', '只填数字；不确切的写“约30”“30余”，不清楚的写“若干”。单位在标题里，也可以写“12只”。'],
      ['名称', '单位、人员、场所等填名称；重名的写成“名称（编号）”。同一文件里先登记的可以直接引用。'],
      ['合计', '合计、小计、空行和表尾的备注不会导入。'],
      [
        '全对才存',
        '有一处错误就什么也不保存；错误会逐格列出，也可下载标注过的副本，改好再导入，不会重复登记。',
      ],
      ...kinds.map((kind) => [
        kind.label[0],
        `必填：${Object.values(kind.fields)
          .filter((field) => field.required)
          .map((field) => field.label[0])
          .join('、')}`,
      ]),
    ],
  };
}
