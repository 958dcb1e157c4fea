// How are workbooks, sound and hostile, made for the tests? By code, from their XML parts.
import { strToU8, type Zippable, zipSync } from 'fflate';

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface BookParts {
  /** Content of <worksheet>, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  /** Content of <sst>. */
  readonly strings?: string;
  /** Content of <styleSheet>. */
  readonly styles?: string;
  readonly date1904?: boolean;
  readonly extra?: Zippable;
}

export function book(parts: BookParts): Uint8Array {
  const names = Object.keys(parts.sheets);
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const wrap = (tag: string, content: string) =>
    strToU8(`<?xml version="1.0"?><${tag} xmlns="${MAIN}">${content}</${tag}>`);
  const files: Zippable = {
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(
      `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr date1904="${parts.date1904 ? 1 : 0}"/><sheets>${names
        .map(
          (name, i) =>
            `<sheet name="${name}" sheetId="${i + 1}" ${parts.hidden?.includes(name) ? 'state="hidden"' : ''} r:id="s${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, i) => relation(`s${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('ss', 'sharedStrings', 'sharedStrings.xml')}${relation('st', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': wrap('sst', parts.strings ?? ''),
    'xl/styles.xml': wrap('styleSheet', parts.styles ?? ''),
    ...parts.extra,
  };
  names.forEach((name, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = wrap('worksheet', parts.sheets[name] ?? '');
  });
  return zipSync(files);
}

/** One inline-string row: cells in order from column A; null leaves a gap. */
export function textRow(n: number, values: readonly (string | number | null)[]): string {
  const cells = values.map((value, i) => {
    const ref = `${String.fromCharCode(65 + i)}${n}`;
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
    return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
  });
  return `<row r="${n}">${cells.join('')}</row>`;
}

/** A compound file's beginning with the given stream names in its directory. */
export function compoundFile(...streams: string[]): Uint8Array {
  const names = streams.map((name) => Buffer.from(name, 'utf16le'));
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1016),
    ...names,
    Buffer.alloc(512),
  ]);
}

/** Rewrites the central directory so that every entry claims to unpack to `size` bytes. */
export function lieAboutSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  for (
    let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) === name) bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}
