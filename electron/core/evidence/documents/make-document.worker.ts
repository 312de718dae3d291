import { readFile } from 'node:fs/promises';
import { UnusableFile } from '../unusable-file.ts';
import type { DocumentOutcome, DocumentTask } from './document-task.ts';
import type { PrintableDocument } from './printable-document.ts';

/** The task of the worker, called by its name (see read-document.ts). */
export async function makeDocument(task: DocumentTask): Promise<DocumentOutcome> {
  try {
    return await take(task);
  } catch (cause) {
    // The class of an error is lost on its way out of a worker.
    if (cause instanceof UnusableFile) return { kind: 'unusable', reason: cause.reason };
    throw cause;
  }
}

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Each kind brings a library of its own, which is loaded with the first such file. */
async function take({ path, mime, name, limits, attachmentsFolder }: DocumentTask): Promise<DocumentOutcome> {
  switch (mime) {
    case 'text/html':
      return alone(await (await import('./web-page.ts')).webPage(await readFile(path), name, limits.pixels));
    case 'text/csv':
      return alone((await import('./csv-table.ts')).csvTable(await readFile(path), name));
    case word:
      return alone(await (await import('./word-document.ts')).wordDocument(path, name, limits.pixels));
    case workbook:
      return alone(await (await import('./workbook-tables.ts')).workbookTables(path, name));
    case 'message/rfc822': {
      if (attachmentsFolder === undefined) throw new RangeError('a mail needs a folder for what came with it');
      const { mailPages } = await import('./mail-pages.ts');
      return { kind: 'document', ...(await mailPages(await readFile(path), name, limits, attachmentsFolder)) };
    }
    default:
      return alone((await import('./plain-text.ts')).plainText(await readFile(path), name));
  }
}

function alone(document: PrintableDocument): DocumentOutcome {
  return { kind: 'document', document, attachments: [] };
}
