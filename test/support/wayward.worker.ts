import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DocumentOutcome, DocumentTask } from '../../electron/core/evidence/documents/document-task.ts';
import type { DecodeOutcome, DecodeTask } from '../../electron/core/evidence/pictures/decode-picture.worker.ts';

/** Tasks that go wrong, told how by the path they are given; with any other they do what they are for. */
export async function countPages({ path }: { readonly path: string }): Promise<number> {
  if (path === 'hang') for (;;);
  if (path === 'die') process.exit(1);
  if (path === 'throw') throw new RangeError('thrown by the task');
  if (path === 'fill') fillHeap();
  if (path === 'eat') {
    const eaten: Buffer[] = [];
    for (;;) {
      eaten.push(Buffer.alloc(16 * 1024 * 1024, 1));
      await setTimeout(5);
    }
  }
  return 7;
}

export async function decodePicture(task: DecodeTask): Promise<DecodeOutcome> {
  await countPages({ path: wordOf(task.source) });
  const { decodePicture: decode } = await import('../../electron/core/evidence/pictures/decode-picture.worker.ts');
  return decode(task);
}

export async function makeDocument(task: DocumentTask): Promise<DocumentOutcome> {
  await countPages({ path: wordOf(task.path) });
  const { makeDocument: make } = await import('../../electron/core/evidence/documents/make-document.worker.ts');
  return make(task);
}

/** `die` of `die.bmp`. */
function wordOf(path: string): string {
  return basename(path).split('.')[0] ?? '';
}

/** Objects that the thread's own bound counts. */
function fillHeap(): never {
  const filled: unknown[] = [];
  for (;;) filled.push(new Array(1_000_000).fill(filled.length));
}
