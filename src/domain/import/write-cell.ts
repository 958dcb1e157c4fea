// What does a value look like in a cell, so that reading the cell gives the value back?
import type { Quantity } from '../kernel/quantity.ts';
import type { Code, Field, FieldValue, Place, SpeciesValue } from '../kernel/record.ts';

type CellText = string | number | null;

/** `refText` names a referred record so that it is found again: its name, or its number where names repeat. */
export function writeCell(
  field: Field,
  value: FieldValue | null | undefined,
  refText: (kind: string, id: string) => string,
): CellText {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'text':
    case 'day':
    case 'time':
      return value as string;
    case 'texts':
      return (value as string[]).map(quoted).join('、');
    case 'code':
      return labelOf(field.codes, value as string);
    case 'codes':
      return (value as string[]).map((code) => labelOf(field.codes, code)).join('、');
    case 'bool':
      return value ? '是' : '否';
    case 'int':
    case 'number':
      return value as number;
    case 'money':
      return (value as number) / 100;
    case 'quantity':
      return writeQuantity(value as Quantity);
    case 'ref':
      return refText(field.kind, value as string);
    case 'refs':
      return (value as string[]).map((id) => refText(field.kind, id)).join('、');
    case 'species':
      return (value as SpeciesValue).name;
    case 'place':
      return `${(value as Place).lng},${(value as Place).lat}`;
  }
}

function labelOf(codes: readonly Code[], code: string): string {
  return codes.find((item) => item.code === code)?.label[0] ?? code;
}

function writeQuantity({ value, bound }: Quantity): CellText {
  if (value === null || bound === 'unknown') return '不详';
  if (bound === 'over') return `${value}余`;
  return bound === 'about' ? `约${value}` : value;
}

/** An item that holds a separator is put in quotation marks, which the reader takes off again. */
function quoted(item: string): string {
  return /[、，,；;/|\\\n]/.test(item) ? `“${item}”` : item;
}
