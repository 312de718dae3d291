import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { UnusableFile } from '../unusable-file.ts';
import { cleanHtml } from './clean-html.ts';
import { caption, note } from './html-text.ts';
import { damagedOfficeFile, officePart, openOfficeFile } from './open-office-file.ts';
import type { PrintableDocument } from './printable-document.ts';
import { readXml } from './read-xml.ts';

const mainPart = 'word/document.xml';

/** A Word file as text, tables and pictures. Throws UnusableFile. */
export async function wordDocument(path: string, name: string, mostPixels: number): Promise<PrintableDocument> {
  const unprinted = await checkedParts(path);
  const { value } = await mammoth
    .convertToHtml({ buffer: await readFile(path) }, { externalFileAccess: false })
    .catch((cause: unknown): never => {
      throw new UnusableFile(damagedOfficeFile('Word 文件'), { cause });
    });
  const { html, hasContent, remarks } = await cleanHtml(value, { mostPixels });
  const said = ['Word 文件按文字和表格重排，版式以原件为准', ...unprinted, ...remarks];
  return {
    parts: [
      {
        orientation: 'portrait',
        body: [
          caption(`Word 文件“${name}”`),
          note(said.join('；')),
          `<div class="document-text">${hasContent ? html : note('这个文件里没有可以显示的文字')}</div>`,
        ].join(''),
      },
    ],
    remarks: said,
  };
}

/**
 * Reads every part once, held to the size that the file lists: the library that takes it apart trusts the list. Tells
 * what is in the file and not in what the library makes of it.
 */
async function checkedParts(path: string): Promise<string[]> {
  // The worker that runs this is stopped as a whole.
  const { signal } = new AbortController();
  const zip = await openOfficeFile(path, 'Word 文件', signal);
  try {
    const names = [...zip.sizes.keys()];
    for (const name of names) if (name !== mainPart) await officePart(zip, name, signal);
    const main = await officePart(zip, mainPart, signal);
    return [
      ...(main === undefined ? [] : changesIn(main)),
      ...(names.some((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name)) ? ['页眉和页脚没有印出'] : []),
      ...(names.includes('word/comments.xml') ? ['批注没有印出'] : []),
    ];
  } finally {
    zip.close();
  }
}

function changesIn(main: Uint8Array): string[] {
  let deleted = 0;
  let inserted = 0;
  readXml(main, {
    open(name) {
      if (name === 'del') deleted += 1;
      if (name === 'ins') inserted += 1;
    },
  });
  if (deleted + inserted === 0) return [];
  return [`文件带有修订记录（插入 ${inserted} 处、删除 ${deleted} 处），印出的是接受全部修订后的文字`];
}
