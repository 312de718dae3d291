import { bytesInMemory, bytesOfFile } from './pdf-bytes.ts';
import type { Pdfium } from './pdfium.ts';
import type { PageSize } from './trial-pages.ts';

/** A PDF as PDFium shows it. Pages are counted from 0; sizes are as displayed, in points. */
export interface ShownPdf {
  readonly pages: number;
  /** Undefined for a page that cannot be opened. The page stays open while `use` runs. */
  withPage<Result>(index: number, use: (page: ShownPage) => Result): Result | undefined;
  /** FPDF_DOCUMENT, for what only one module asks. */
  readonly handle: number;
  /** FPDF_FORMHANDLE: what draws the fields of forms, signatures among them. 0 where PDFium could not begin. */
  readonly form: number;
  readonly pdfium: Pdfium;
  close(): void;
}

export interface ShownPage {
  /** FPDF_PAGE. */
  readonly handle: number;
  /** FPDF_FORMHANDLE of its document. */
  readonly form: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels row by row from the top, four bytes each: red, green, blue and one without meaning. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** `FPDFBitmap_BGRA`. On a bitmap without alpha, fields of forms get coloured edges as on a screen; the page does not. */
const withAlpha = 4;
/** FPDF_ANNOT | FPDF_REVERSE_BYTE_ORDER of fpdfview.h: with annotations and form fields, red first. */
const asShown = 0x01 | 0x10;

/** Opens a file (a path, or its bytes). `password` where it needs another; undefined where it is beyond reading. */
export function openShown(pdfium: Pdfium, file: string | Uint8Array, password = ''): ShownPdf | 'password' | undefined {
  const bytes = typeof file === 'string' ? bytesOfFile(file) : bytesInMemory(file);
  const loaded = pdfium.load(bytes, password);
  if (typeof loaded !== 'object') {
    bytes.close();
    return loaded;
  }
  const { api } = pdfium;
  const { handle } = loaded;
  const formInfo = api.PDFiumExt_OpenFormFillInfo();
  const form = api.PDFiumExt_InitFormFillEnvironment(handle, formInfo);
  return {
    pages: api.FPDF_GetPageCount(handle),
    handle,
    form,
    pdfium,
    withPage(index, use) {
      const page = api.FPDF_LoadPage(handle, index);
      if (page === 0) return;
      try {
        const size = { width: api.FPDF_GetPageWidthF(page), height: api.FPDF_GetPageHeightF(page) };
        api.FORM_OnAfterLoadPage(page, form);
        return use({ handle: page, form, ...size });
      } finally {
        api.FORM_OnBeforeClosePage(page, form);
        api.FPDF_ClosePage(page);
      }
    },
    close() {
      api.PDFiumExt_ExitFormFillEnvironment(form);
      api.PDFiumExt_CloseFormFillInfo(formInfo);
      loaded.close();
      bytes.close();
    },
  };
}

/** Of all pages as displayed, in points; their content is not read for that. */
export function pageSizesOf({ pages, handle, pdfium: { api, memory } }: ShownPdf): PageSize[] {
  // FS_SIZEF of fpdfview.h: width and height, four bytes each.
  return memory.lend(8, (pointer) =>
    Array.from({ length: pages }, (_, index) => {
      const isThere = api.FPDF_GetPageSizeByIndexF(handle, index, pointer);
      const bytes = memory.view(pointer, 8);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      return isThere ? { width: view.getFloat32(0, true), height: view.getFloat32(4, true) } : { width: 0, height: 0 };
    }),
  );
}

/** The page in so many pixels, annotations and form fields with their appearances, on white. A copy. */
export function renderPage({ api, memory }: Pdfium, page: ShownPage, width: number, height: number): Pixels {
  const bitmap = api.FPDFBitmap_CreateEx(width, height, withAlpha, 0, 0);
  if (bitmap === 0) throw new RangeError('no memory for a page of this size');
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    api.FPDF_RenderPageBitmap(bitmap, page.handle, 0, 0, width, height, 0, asShown);
    api.FPDF_FFLDraw(page.form, bitmap, page.handle, 0, 0, width, height, 0, asShown);
    // Four bytes a pixel, so a row has no padding.
    const data = memory.view(api.FPDFBitmap_GetBuffer(bitmap), width * height * 4).slice();
    return { width, height, data };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}
