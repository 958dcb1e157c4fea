// How do several one-sheet workbooks become one?
import ExcelJS from 'exceljs';

/** The sheets of all `books` in one workbook, values and formats; hidden lists of choices are left out. */
export async function mergeWorkbooks(books: readonly Uint8Array[]): Promise<Uint8Array> {
  const merged = new ExcelJS.Workbook();
  for (const bytes of books) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    for (const sheet of book.worksheets) {
      if (sheet.state !== 'visible') continue;
      const copy = merged.addWorksheet(sheet.name);
      sheet.eachRow((row, r) => {
        row.eachCell((cell, c) => {
          copy.getCell(r, c).value = cell.value;
          copy.getCell(r, c).numFmt = cell.numFmt;
        });
      });
    }
  }
  return new Uint8Array(await merged.xlsx.writeBuffer());
}
