// What kind of file is this, by its content and never by its name?
import { type RefusalCode, refused } from './limits.ts';

/** 'zip' may still turn out to be no workbook. Throws WorkbookRefused for everything else that is recognised. */
export function sniff(bytes: Buffer): 'zip' | 'text' {
  if (bytes.length === 0) throw refused('workbook.empty');
  const head = bytes.subarray(0, 16);
  if (head.subarray(0, 2).equals(Buffer.from('PK'))) return 'zip';
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw refused(compound(bytes));
  const code = magic(head);
  if (code !== null) throw refused(code);
  const start = bytes
    .subarray(0, 2048)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (start === '' && bytes.length < 2048) throw refused('workbook.empty');
  if (start.startsWith('{\\rtf')) throw refused('workbook.document');
  if (/^(?:<!doctype|<html|<\?xml|<table|mime-version:)/.test(start)) throw refused('workbook.web-page');
  return 'text';
}

const MAGIC: readonly (readonly [hex: string, code: RefusalCode])[] = [
  ['25504446', 'workbook.pdf'],
  ['89504e47', 'workbook.image'],
  ['ffd8ff', 'workbook.image'],
  ['47494638', 'workbook.image'],
  ['424d', 'workbook.image'],
  ['49492a00', 'workbook.image'],
  ['4d4d002a', 'workbook.image'],
  ['52494646', 'workbook.image'],
  ['52617221', 'workbook.archive'],
  ['377abcaf', 'workbook.archive'],
  ['1f8b', 'workbook.archive'],
  // BIFF2–BIFF5 without a compound file, of the Excel 2–4 era; some instruments still write it.
  ['09080', 'workbook.xls'],
  ['09040', 'workbook.xls'],
  ['09020', 'workbook.xls'],
];

function magic(head: Buffer): RefusalCode | null {
  const hex = head.toString('hex');
  if (/^.{8}6674797068656[9]/.test(hex)) return 'workbook.image';
  const found = MAGIC.find(([start]) => hex.startsWith(start));
  // 'BM' may also begin a CSV; a bitmap has zeros at 6–9.
  if (found?.[0] === '424d' && head.subarray(6, 10).toString('hex') !== '00000000') return null;
  return found?.[1] ?? null;
}

/** An OLE compound file: its directory names the streams in UTF-16. */
function compound(bytes: Buffer): RefusalCode {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'workbook.encrypted';
  if (has('WordDocument') || has('PowerPoint Document')) return 'workbook.document';
  return has('Workbook') || has('Book') ? 'workbook.xls' : 'workbook.unknown';
}

/** A zip that is not .xlsx: what is it? */
export function otherPackage(names: ReadonlySet<string>, mimetype: string): RefusalCode {
  if (mimetype.includes('opendocument.spreadsheet')) return 'workbook.ods';
  if (mimetype.includes('opendocument')) return 'workbook.document';
  if (names.has('xl/workbook.bin')) return 'workbook.xlsb';
  if (names.has('word/document.xml') || names.has('ppt/presentation.xml')) return 'workbook.document';
  return names.size === 0 ? 'workbook.empty' : 'workbook.archive';
}
