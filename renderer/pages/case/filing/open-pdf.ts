import type { PDFDocumentLoadingTask } from 'pdfjs-dist';
import { getDocument, PDFWorker, version } from 'pdfjs-dist';
import WorkerThread from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';
import { windowAddress } from '../../../api/file-address.ts';

/** What foreign PDF among the evidence may lack: character maps, the fourteen standard fonts, decoders of scans. */
const data = (folder: string) => windowAddress(`pdf-reader/${version}/${folder}/`);

interface OpenedPdf {
  readonly loading: PDFDocumentLoadingTask;
  close(): Promise<void>;
}

/** Reads a PDF in a thread of its own; only the pages that are looked at are fetched. */
export function openPdf(address: string): OpenedPdf {
  const thread = new WorkerThread();
  const worker = PDFWorker.create({ port: thread });
  const loading = getDocument({
    url: address,
    worker,
    disableAutoFetch: true,
    cMapUrl: data('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: data('standard_fonts'),
    wasmUrl: data('wasm'),
    iccUrl: data('iccs'),
  });
  return {
    loading,
    async close() {
      await loading.destroy();
      worker.destroy();
      thread.terminate();
    },
  };
}
