import { AlignmentType, Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetInput {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands in `<worksheet>`. */
  readonly content: string;
}

/** A workbook of sheets as they stand in the file, with shared texts and number formats (ids from 164). */
export function workbookFile(
  sheets: readonly SheetInput[],
  { texts = [], formats = [] }: { readonly texts?: readonly string[]; readonly formats?: readonly string[] } = {},
): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const styles = [
    `<styleSheet xmlns="${spreadsheet}"><numFmts>`,
    ...formats.map(
      (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
    ),
    '</numFmts><cellXfs><xf numFmtId="0"/>',
    ...formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`),
    '</cellXfs></styleSheet>',
  ].join('');
  const listed = sheets
    .map(({ name, state }, index) => {
      const hidden = state === undefined ? '' : ` state="${state}"`;
      return `<sheet name="${name}" sheetId="${index + 1}"${hidden} r:id="s${index + 1}"/>`;
    })
    .join('');
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${relationships}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relationships}">${[
      ...sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
      relation('t', 'sharedStrings', 'sharedStrings.xml'),
      relation('f', 'styles', 'styles.xml'),
    ].join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${spreadsheet}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': styles,
  };
  for (const [index, { content }] of sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${spreadsheet}">${content}</worksheet>`;
  }
  return zipOf(files);
}

/** A Word file with a heading, a list, a table and a picture. */
export async function wordFile(picture: Uint8Array): Promise<Uint8Array> {
  const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] });
  const row = (...cells: readonly string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [paragraph(text)] })) });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: '会员服务协议', heading: 'Heading1', alignment: AlignmentType.CENTER }),
          paragraph('第一条　甲方向乙方提供软件会员服务，期限为一年。'),
          new Paragraph({ children: [new TextRun({ text: '第二条　加粗的条款。', bold: true })] }),
          new Table({ rows: [row('项目', '金额'), row('年度会员', '298.00 元')] }),
          new Paragraph({
            children: [
              new ImageRun({ type: 'png', data: picture, transformation: { width: 120, height: 80 } }),
              new TextRun('图后文字'),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A zip of texts or bytes under their names. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
    { mtime: new Date('2026-03-01T00:00:00') },
  );
}
