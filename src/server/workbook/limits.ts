// How large may a workbook be, and how is one refused?
import type { Label } from '../../domain/kernel/label.ts';
import type { Refusal } from '../../domain/kernel/outcome.ts';

export interface Limits {
  /** Bytes of the file as it arrives. */
  readonly file: number;
  /** Bytes one part (a sheet, the shared strings) may unpack to; counted while unpacking. */
  readonly part: number;
  /** Bytes all parts read may unpack to. */
  readonly unpacked: number;
  /** Unpacked over packed size beyond which a part is taken for a zip bomb, once it is over 16 MB.
   *  Ledgers measured 8–25; deflate can reach 1,032. */
  readonly ratio: number;
  /** Filled rows of one sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Filled cells of the whole workbook. */
  readonly cells: number;
  readonly sheets: number;
  /** Parts in the package. */
  readonly parts: number;
  readonly merges: number;
}

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  file: 50 * MB,
  part: 200 * MB,
  unpacked: 400 * MB,
  ratio: 200,
  rows: 200_000,
  columns: 200,
  cells: 5_000_000,
  sheets: 100,
  parts: 5000,
  merges: 100_000,
};

/** Leaves a stream of rows. Caught at the module's door, where it becomes a refusal value. */
export class WorkbookRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message[1]);
    this.name = 'WorkbookRefused';
    this.refusal = refusal;
  }
}

/** Every way a file is refused: code → what is wrong and what to do. */
export const REFUSALS = {
  'workbook.empty': ['文件是空的，请重新选择', 'The file is empty: choose it again'],
  'workbook.too-large': [
    '文件太大，请分成几个文件导入',
    'The file is too large: split it into several files',
  ],
  'workbook.sheet-too-large': [
    '工作表展开后太大，请删去空白的行列和图片，或分成几个文件导入',
    'A sheet is too large when unpacked: delete empty rows, columns and pictures, or split the file',
  ],
  'workbook.bomb': [
    '文件压缩异常（展开后大得不合常理），不予打开',
    'The file is packed abnormally (it unpacks to an absurd size) and is not opened',
  ],
  'workbook.encrypted': [
    '文件设有打开密码，请在Excel或WPS中取消密码后另存再导入',
    'The file is password-protected: remove the password in Excel or WPS, save and import again',
  ],
  'workbook.xls': [
    '这是旧版.xls文件，请在Excel或WPS中另存为.xlsx再导入',
    'This is an old .xls file: save it as .xlsx and import again',
  ],
  'workbook.xlsb': [
    '这是二进制.xlsb文件，请另存为.xlsx再导入',
    'This is a binary .xlsb file: save it as .xlsx and import again',
  ],
  'workbook.ods': [
    '这是.ods文件，请另存为.xlsx再导入',
    'This is an .ods file: save it as .xlsx and import again',
  ],
  'workbook.document': [
    '这是文字文档，不是表格：请把表格复制到Excel中再导入',
    'This is a text document, not a workbook: copy its table into a workbook',
  ],
  'workbook.pdf': ['这是PDF文件，不是表格，请导入.xlsx或.csv', 'This is a PDF: import .xlsx or .csv'],
  'workbook.image': ['这是图片，不是表格，请导入.xlsx或.csv', 'This is a picture: import .xlsx or .csv'],
  'workbook.archive': [
    '这是压缩包，请解压后导入里面的.xlsx文件',
    'This is an archive: unpack it and import the .xlsx inside',
  ],
  'workbook.web-page': [
    '这是网页或XML格式的表格，请用Excel或WPS打开后另存为.xlsx再导入',
    'This is a web page or XML table: open it and save it as .xlsx',
  ],
  'workbook.truncated': [
    '文件不完整（可能没有下载或复制完），请重新取得文件',
    'The file is incomplete (a broken download or copy): get it again',
  ],
  'workbook.damaged': [
    '文件已损坏，请在Excel或WPS中打开并另存后再导入',
    'The file is damaged: open it in Excel or WPS, save it and import again',
  ],
  'workbook.unsafe': [
    '文件含有不安全的内容（实体声明或异常路径），不予打开',
    'The file contains unsafe content (entity declarations or odd paths) and is not opened',
  ],
  'workbook.unknown': ['这不是表格文件，请导入.xlsx或.csv', 'This is not a workbook: import .xlsx or .csv'],
  'workbook.too-many-rows': ['行数太多，请分成几个文件导入', 'Too many rows: split the file'],
  'workbook.too-many-columns': [
    '列数太多，请删去多余的列再导入',
    'Too many columns: delete those not needed',
  ],
  'workbook.too-many-cells': ['单元格太多，请分成几个文件导入', 'Too many cells: split the file'],
  'workbook.too-many-sheets': ['工作表太多，请分成几个文件导入', 'Too many sheets: split the file'],
} as const satisfies Readonly<Record<string, Label>>;

export type RefusalCode = keyof typeof REFUSALS;

/** Stops reading. `limit` is told to the person, `where` names the sheet. */
export function refused(code: RefusalCode, more: { limit?: Label; where?: string } = {}): WorkbookRefused {
  const [zh, en] = REFUSALS[code];
  const message: Label =
    more.limit === undefined ? [zh, en] : [`${zh}（${more.limit[0]}）`, `${en} (${more.limit[1]})`];
  return new WorkbookRefused({ code, message, ...(more.where === undefined ? {} : { where: more.where }) });
}

export function megabytes(bytes: number): Label {
  const mb = Math.round(bytes / MB);
  return [`上限${mb}MB`, `limit ${mb} MB`];
}
