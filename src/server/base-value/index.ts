// How do base values come in from a county's workbook, and go out in one?
import { type Outcome, refuse } from '../../domain/kernel/outcome.ts';
import type { Raw } from '../../domain/kernel/read-cell.ts';
import { BASE_STATUSES, COUNTY_STATUSES } from '../../domain/law/base-status.ts';
import {
  type BaseRow,
  type CountyBase,
  countyBase,
  MOST_COUNTY_ROWS,
  NATIONAL_BASE,
} from '../../domain/law/base-value.ts';
import { BASE_COLUMNS, type BaseCells, baseColumn, readBaseRows } from '../../domain/law/read-base.ts';
import { speciesName } from '../../domain/law/species.ts';
import type { Db, Tx } from '../db/connection.ts';
import { findSetting } from '../setting/index.ts';
import { detectHeader, readWorkbook, rowKind, type SheetContent, writeWorkbook } from '../workbook/index.ts';

/** The rows that value animals in this county: its own with a document first, then the national ones. */
export async function loadBaseRows(db: Db | Tx, county: string): Promise<readonly BaseRow[]> {
  return [...countyBase(await findSetting(db, county, 'baseValue')), ...NATIONAL_BASE];
}

/** The rows of an .xlsx or .csv, read but not saved: all or none, faults with their rows. */
export async function readBaseTable(bytes: Uint8Array): Promise<Outcome<readonly CountyBase[]>> {
  const book = await readWorkbook({ bytes });
  if (!book.ok) return book;
  for (const sheet of book.value.sheets) {
    const rows = cellsOf(sheet);
    if (rows === null) continue;
    if (rows.length > MOST_COUNTY_ROWS)
      return refuse('base.large', [
        `一次最多 ${MOST_COUNTY_ROWS} 行`,
        `At most ${MOST_COUNTY_ROWS} rows at a time`,
      ]);
    return rows.length === 0
      ? refuse('base.empty', ['表中没有数据行', 'The table has no rows'])
      : readBaseRows(rows);
  }
  return refuse('base.headings', [
    `没有找到表头：至少要有“${BASE_COLUMNS[0]!.label[0]}”“${BASE_COLUMNS[1]!.label[0]}”“依据文号”“施行日期”`,
    'No headings found: species, base value, document and from are needed',
  ]);
}

/** Null for a sheet without our headings. */
function cellsOf(sheet: SheetContent): readonly BaseCells[] | null {
  const header = detectHeader(sheet.rows, (heading) => baseColumn(heading) !== undefined);
  const columns = new Map(header?.headings.map((h) => [h.column, baseColumn(h.text)]) ?? []);
  const known = [...columns.values()];
  if (header === null || !known.includes('species') || !known.includes('yuan')) return null;
  return sheet.rows
    .filter((row) => rowKind(row, header) === 'data')
    .map((row) => ({
      row: row.rowNumber,
      cells: Object.fromEntries(
        row.cells.flatMap((cell): [string, Raw][] => {
          const column = columns.get(cell.column);
          return column === undefined ? [] : [[column, cell.value]];
        }),
      ),
    }));
}

/** The county's own rows, ready to be edited and imported again, and beside them the national ones to look up. */
export async function baseWorkbook(db: Db, county: string): Promise<Uint8Array> {
  const own = countyBase(await findSetting(db, county, 'baseValue'));
  return writeWorkbook([
    {
      name: '本县基准价值',
      columns: BASE_COLUMNS.map(({ code, label }) => ({
        heading: label[0],
        ...(code === 'yuan' ? { kind: 'money' as const } : {}),
        ...(code === 'from' || code === 'until' ? { kind: 'day' as const } : {}),
        ...(code === 'status' ? { choices: COUNTY_STATUSES.map((s) => s.label[0]) } : {}),
        required: ['species', 'yuan', 'docNo', 'from'].includes(code),
        width: code === 'note' ? 30 : 18,
      })),
      rows: own.map((row) => [
        row.taxon,
        row.fen / 100,
        row.unit,
        row.docNo,
        statusName(row),
        row.from,
        row.until,
        row.note,
      ]),
      prepared: 200,
    },
    {
      name: '国家目录（未核对）',
      lines: [
        ['行', '行名', '基准价值（元）', '单位', '状态', '套用的物种', '不套用', '施行日期', '来源', '备注'],
        ...NATIONAL_BASE.map((row) => [
          row.id,
          row.taxon,
          String(row.fen / 100),
          row.unit,
          statusName(row),
          names(row.covers),
          names(row.withheld),
          row.from,
          row.source,
          row.note,
        ]),
      ],
      widths: [6, 30, 14, 10, 10, 60, 40, 12, 50, 50],
    },
  ]);
}

function statusName(row: BaseRow): string {
  return BASE_STATUSES.find((s) => s.code === row.status)?.label[0] ?? row.status;
}

export function names(ids: readonly string[]): string {
  return ids.map((id) => speciesName(id) ?? id).join('、');
}
