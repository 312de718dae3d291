import { readFile } from 'node:fs/promises';
import { loadPdf } from './load-pdf.ts';
import type { ShownPdf } from './pdf-document.ts';

/**
 * The WebAssembly build of qpdf gives up on a damaged cross-reference table. pdf-lib reads the objects without it
 * and writes a new one, which qpdf then takes. Undefined when there is nothing to be saved.
 */
export async function rebuildWithPdfLib(path: string): Promise<Uint8Array | undefined> {
  try {
    const document = await loadPdf(await readFile(path));
    if (document.getPageCount() === 0) return undefined;
    return await document.save({ useObjectStreams: false, updateFieldAppearances: false });
  } catch {
    return undefined; // not a PDF, or one too broken to find its pages
  }
}

/** What PDFium made of the file, written anew. Undefined where it cannot. */
export function rebuildWithPdfium({ handle, pdfium: { api, memory } }: ShownPdf): Uint8Array | undefined {
  const writer = api.PDFiumExt_OpenFileWriter();
  try {
    api.PDFiumExt_SaveAsCopy(handle, writer);
    const size = api.PDFiumExt_GetFileWriterSize(writer);
    if (size === 0) return undefined;
    return memory.lend(size, (pointer) => {
      api.PDFiumExt_GetFileWriterData(writer, pointer, size);
      return memory.view(pointer, size).slice();
    });
  } finally {
    api.PDFiumExt_CloseFileWriter(writer);
  }
}
