import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { htmlToContent } from 'docx/html';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { leanOnStyles } from './word-body.ts';
import { wordHtml, wordStyleMap } from './word-html.ts';
import { wordPage } from './word-page.ts';
import { coreXml, fontTableXml, serifFonts, stylesXml } from './word-styles.ts';

export interface WordPaper {
  /** Goes into the file's properties. */
  readonly title: string;
  /** The paper as its template gave it. */
  readonly html: string;
  /** All of templates/styles: indents, alignments, widths and sizes are read from it, so own templates count here too. */
  readonly stylesheet: string;
  /** YYYY-MM-DD, the case's own: the only date in the file. */
  readonly date: string;
}

/** The class that every part bears in the packet, so that rules for one part hold in Word as well. */
export type PartClass = `part-${string}`;

/** The earliest moment a zip can name; the same in each file, so that the same paper gives the same bytes. */
const zipDate = new Date(1980, 0, 1);

/**
 * One paper as an editable .docx. The text is that of `html`, to the letter, except for drawings and pictures.
 * References to evidence are text: a file that is edited and printed by itself has no pages to link to.
 */
export async function paperToDocx({ title, html, stylesheet, date }: WordPaper, part: PartClass): Promise<Uint8Array> {
  const word = wordHtml(`<section class="part ${part}">${printableXml(html)}</section>`, stylesheet);
  const document = new Document({
    sections: [
      {
        properties: { page: wordPage, grid: { linePitch: 312 } },
        footers: { default: pageFoot() },
        children: htmlToContent(word.html, {
          stylesheet: word.stylesheet,
          styleMap: wordStyleMap,
        }),
      },
    ],
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true },
  });
  return normalised(unzipSync(new Uint8Array(await Packer.toBuffer(document))), printableXml(title), date);
}

/** "第 X 页 共 Y 页": the pages of this file, counted by whatever program opens it. */
function pageFoot(): Footer {
  const children = ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Footer({
    children: [
      new Paragraph({ style: 'Footer', alignment: AlignmentType.CENTER, children: [new TextRun({ children })] }),
    ],
  });
}

/** The same parts, with our styles, in a fixed order, and without anything that tells when or where they were made. */
function normalised(parts: Readonly<Record<string, Uint8Array>>, title: string, date: string): Uint8Array {
  const body = leanOnStyles(textOf(parts, 'word/document.xml'));
  const texts: Readonly<Record<string, string>> = {
    'word/document.xml': body.xml,
    'word/footer1.xml': textOf(parts, 'word/footer1.xml').replaceAll(
      /<w:r>(?!<w:rPr>)/g,
      `<w:r><w:rPr>${serifFonts}</w:rPr>`,
    ),
    'word/styles.xml': stylesXml(body.headings),
    'word/fontTable.xml': fontTableXml,
    'docProps/core.xml': coreXml(title, date),
  };
  // Readers look for the list of content types at the start.
  const names = Object.keys(parts).sort((first, second) => rank(first) - rank(second) || (first < second ? -1 : 1));
  const files = names.map((name) => {
    const text = texts[name];
    return [name, text === undefined ? (parts[name] ?? new Uint8Array()) : strToU8(text)] as const;
  });
  return zipSync(Object.fromEntries(files), { level: 6, mtime: zipDate, os: 0 });
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  const part = parts[name];
  if (part === undefined) throw new RangeError(`the document has no part ${name}`);
  return strFromU8(part);
}

/** XML 1.0 (2.2) has no way to write these characters, not even escaped; Word refuses a file that holds one. */
function printableXml(text: string): string {
  return text.replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '\ufffd').toWellFormed();
}
