import { type Pdfium, startPdfium } from './pdfium.ts';

/** Memory of an instance never shrinks; one that has grown beyond this has met an unusual file. */
const enoughMemory = 256 * 1024 * 1024;

/** One for each worker thread, because starting takes as long as reading ten small files. */
let started: Pdfium | undefined;

/** Runs `use` with the PDFium of this thread. One that has thrown is in an unknown state and not used again. */
export async function withPdfium<Result>(use: (pdfium: Pdfium) => Result | Promise<Result>): Promise<Result> {
  const pdfium = started ?? (await startPdfium());
  started = undefined;
  const result = await use(pdfium);
  if (pdfium.memory.size() <= enoughMemory) started = pdfium;
  return result;
}
