// What do the two example rows of a template sheet show?
import { EXAMPLE } from '../../domain/import/plan.ts';
import type { Field, Kind } from '../../domain/kernel/record.ts';
import type { CellValue } from '../workbook/index.ts';

const ROWS = 2;

/** Values that pass the reader; names are the county's own where it has any. */
export function exampleRows(
  kind: Kind,
  choices: ReadonlyMap<string, readonly string[]>,
): readonly (readonly CellValue[])[] {
  return Array.from({ length: ROWS }, (_, n) => [
    ...Object.entries(kind.fields).map(([name, field]) => exampleOf(kind, name, field, choices, n)),
    EXAMPLE,
  ]);
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  area: ['青石镇', '河湾乡'],
  agency: ['县自然资源局', '县公安局'],
  person: ['张三', '李四'],
  venue: ['城关农贸市场', '湖畔饭店'],
  site: ['青石峡', '河湾湿地'],
  campaign: ['“清风”专项行动', '“清风”专项行动'],
};

function exampleOf(
  kind: Kind,
  name: string,
  field: Field,
  choices: ReadonlyMap<string, readonly string[]>,
  n: number,
): CellValue {
  // The second row shows the least that will do.
  if (!field.required && n > 0) return null;
  switch (field.type) {
    case 'day':
      return /until|By|due/i.test(name) ? '2025-10-30' : '2025-09-12';
    case 'time':
      return /until/i.test(name) ? '10:00' : '08:30';
    case 'bool':
      return '是';
    case 'int':
      return name === 'year' ? 2025 : (field.min ?? 0) + 3;
    case 'number':
      return 2;
    case 'money':
      return 3000.5;
    case 'quantity':
      return n === 0 ? 12 : '约30';
    case 'code':
      return field.codes[Math.min(n, field.codes.length - 1)]?.label[0] ?? null;
    case 'codes':
      return field.codes
        .slice(0, 2)
        .map((code) => code.label[0])
        .join('、');
    case 'species':
      return n === 0 ? '画眉' : '麻雀';
    case 'place':
      return '106.2,38.4';
    case 'ref':
    case 'refs':
      return referred(field.kind, choices, n);
    case 'texts':
      return field.example ?? '县林业局、县公安局';
    case 'text':
      return field.example ?? ownName(kind, name, n) ?? (field.required ? `${field.label[0]}（示例）` : null);
  }
}

function referred(kind: string, choices: ReadonlyMap<string, readonly string[]>, n: number): CellValue {
  return choices.get(kind)?.[n] ?? choices.get(kind)?.[0] ?? NAMES[kind]?.[n] ?? null;
}

function ownName(kind: Kind, name: string, n: number): string | undefined {
  return name === 'name' ? NAMES[kind.name]?.[n] : undefined;
}
