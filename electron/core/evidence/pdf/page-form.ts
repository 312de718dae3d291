import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  type PDFStream,
} from 'pdf-lib';
import { hasBlending } from './mixes-colors.ts';
import { addOptionalContent } from './optional-content.ts';
import { type PageView, viewOf } from './pdf-page-view.ts';

/** A normalised PDF whose pages are being taken over; one copier, so that shared fonts are copied once. */
export interface SourceDocument {
  readonly document: PDFDocument;
  readonly copier: PDFObjectCopier;
}

/** Makes ready to take pages over from `document` into `target`. */
export function sourceFor(document: PDFDocument, target: PDFDocument): SourceDocument {
  const copier = PDFObjectCopier.for(document.context, target.context);
  addOptionalContent(document, target, copier);
  return { document, copier };
}

/** A page of a normalised PDF as a form XObject (8.10): its content stream with its resources. */
export function pageForm(
  { document, copier }: SourceDocument,
  index: number,
  target: PDFContext,
): { form: PDFRef; view: PageView } {
  const page = document.getPage(index);
  const view = viewOf(page);
  const form = copyContents(page, copier, target);
  form.dict.set(PDFName.of('Type'), PDFName.of('XObject'));
  form.dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
  form.dict.set(PDFName.of('BBox'), target.obj([view.x, view.y, view.x + view.width, view.y + view.height]));
  const resources = page.node.Resources();
  form.dict.set(PDFName.of('Resources'), resources === undefined ? target.obj({}) : copier.copy(resources));
  // A group whose colours do not blend is the same as none; some readers lose hairlines in a group.
  const group = page.node.lookupMaybe(PDFName.of('Group'), PDFDict);
  if (group !== undefined && isNeeded(group, resources, document))
    form.dict.set(PDFName.of('Group'), copier.copy(group));
  return { form: target.register(form), view };
}

/** Where colours blend, in a knockout group (11.4.6), or in colours other than those of a screen. */
function isNeeded(group: PDFDict, resources: PDFDict | undefined, { context }: PDFDocument): boolean {
  const colors = group.lookup(PDFName.of('CS'));
  const isOnScreen = colors === undefined || colors === PDFName.of('DeviceRGB');
  return !isOnScreen || group.lookup(PDFName.of('K')) === PDFBool.True || hasBlending(resources, context);
}

/** One stream is taken over as it is compressed; several are one program and are joined (7.8.2). */
function copyContents(page: PDFPage, copier: PDFObjectCopier, target: PDFContext): PDFStream {
  const contents = page.node.Contents();
  const streams = (contents instanceof PDFArray ? contents.asArray() : [contents])
    .map((entry) => (entry === undefined ? undefined : page.doc.context.lookup(entry)))
    .filter((entry) => entry instanceof PDFRawStream);
  const [only] = streams;
  if (streams.length === 1 && only !== undefined) {
    const dict = target.obj({});
    for (const key of ['Filter', 'DecodeParms']) {
      const value = only.dict.get(PDFName.of(key));
      if (value !== undefined) dict.set(PDFName.of(key), copier.copy(value));
    }
    return PDFRawStream.of(dict, only.contents);
  }
  return target.flateStream(
    Buffer.concat(streams.flatMap((stream) => [decodePDFRawStream(stream).decode(), Buffer.from('\n')])),
  );
}
