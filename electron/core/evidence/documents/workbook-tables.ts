import { UnusableFile } from '../unusable-file.ts';
import { caption } from './html-text.ts';
import { damagedOfficeFile, openOfficeFile } from './open-office-file.ts';
import type { PrintableDocument } from './printable-document.ts';
import { readSheetCells } from './sheet-cells.ts';
import { rowAllowance, type Sheet, sheetTables } from './sheet-tables.ts';
import { readWorkbookParts } from './workbook-parts.ts';

/** A workbook sheet after sheet, hidden ones too: what is filed is all that the file holds. Throws UnusableFile. */
export async function workbookTables(path: string, name: string): Promise<PrintableDocument> {
  // The worker that runs this is stopped as a whole.
  const { signal } = new AbortController();
  const zip = await openOfficeFile(path, 'Excel 表格', signal);
  try {
    const workbook = await readWorkbookParts(zip, signal);
    if (workbook.sheets.length === 0) throw new UnusableFile(damagedOfficeFile('Excel 表格'));
    const allowance = rowAllowance();
    const sheets: Sheet[] = [];
    const remarks = ['表格按单元格的内容重排，格式、图形和公式以原件为准'];
    for (const { name: heading, isHidden, xml } of workbook.sheets) {
      const { rows, notes } =
        xml === undefined
          ? { rows: [], notes: ['文件里缺少这张工作表的内容'] }
          : readSheetCells(xml, workbook, allowance);
      const said = [...(isHidden ? ['这张工作表在原文件中是隐藏的'] : []), ...notes];
      sheets.push({ heading: `工作表：${heading}`, rows, notes: said });
      remarks.push(...said.map((one) => `工作表“${heading}”：${one}`));
    }
    const [first, ...others] = sheetTables(sheets);
    const head = caption(`表格文件“${name}”`, `工作表 ${sheets.length} 张`, '日期写作 年-月-日');
    return {
      parts: first === undefined ? [] : [{ ...first, body: `${head}${first.body}` }, ...others],
      remarks,
    };
  } finally {
    zip.close();
  }
}
