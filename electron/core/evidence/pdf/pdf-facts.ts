import type { ShownPage, ShownPdf } from './pdf-document.ts';

/** What is in a PDF besides what its pages show. Numbers of each. */
export interface PdfFacts {
  /** Signature fields that are signed (ISO 32000-1, 12.8). */
  readonly signatures: number;
  /** Files inside it. */
  readonly attachments: number;
  /** Scripts that run when it is opened; nothing runs them here. */
  readonly scripts: number;
  /** A form whose pages a program makes up while it is filled in (XFA); other readers show a page that says so. */
  readonly isDynamicForm: boolean;
}

/** FORMTYPE_XFA_FULL of fpdf_formfill.h. */
const dynamicForm = 2;

export function factsOf({ handle, pdfium: { api } }: ShownPdf): PdfFacts {
  return {
    signatures: Math.max(0, api.FPDF_GetSignatureCount(handle)),
    attachments: Math.max(0, api.FPDFDoc_GetAttachmentCount(handle)),
    scripts: Math.max(0, api.FPDFDoc_GetJavaScriptActionCount(handle)),
    isDynamicForm: api.FPDF_GetFormType(handle) === dynamicForm,
  };
}

/** FPDF_ANNOT_STAMP and FPDF_ANNOT_FILEATTACHMENT of fpdf_annot.h. */
const subtypes = { stamp: 13, attachment: 17 } as const;

/** Annotations of a page: seals and the like, and files that are pinned to it. */
export function annotationsOf({ pdfium: { api } }: ShownPdf, page: ShownPage): { stamps: number; attachments: number } {
  const counts = { stamps: 0, attachments: 0 };
  const count = api.FPDFPage_GetAnnotCount(page.handle);
  for (let index = 0; index < count; index += 1) {
    const annotation = api.FPDFPage_GetAnnot(page.handle, index);
    if (annotation === 0) continue;
    const subtype = api.FPDFAnnot_GetSubtype(annotation);
    if (subtype === subtypes.stamp) counts.stamps += 1;
    if (subtype === subtypes.attachment) counts.attachments += 1;
    api.FPDFPage_CloseAnnot(annotation);
  }
  return counts;
}
