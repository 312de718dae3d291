import { degrees, PDFDocument } from 'pdf-lib';
import { pageForm, sourceFor } from './page-form.ts';
import { displayedSize } from './pdf-page-view.ts';

export interface TrialPages {
  /** A PDF with each page as the packet will draw it; an empty one where it cannot be taken over. */
  readonly document: PDFDocument;
  /** In points as displayed; undefined for a page that cannot be taken over. */
  readonly sizes: readonly (PageSize | undefined)[];
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Takes the pages of a normalised PDF over in the very way the packet does, so that what is compared is what will be
 * filed. Each lies on a page of its own size, where it was: a page that is moved or scaled is drawn a little differently,
 * and every scan would seem changed.
 */
export async function drawTrialPages(normalised: PDFDocument): Promise<TrialPages> {
  const trial = await PDFDocument.create({ updateMetadata: false });
  const source = sourceFor(normalised, trial);
  const sizes = normalised.getPages().map((_, index): PageSize | undefined => {
    const sheet = trial.addPage([1, 1]);
    try {
      const { form, view } = pageForm(source, index, trial.context);
      sheet.setMediaBox(view.x, view.y, view.width, view.height);
      sheet.setRotation(degrees(view.rotation));
      const name = sheet.node.newXObject('E', form);
      sheet.node.addContentStream(trial.context.register(trial.context.stream(`${name} Do`)));
      return displayedSize(view);
    } catch {
      return undefined; // boxes that are no boxes, content that cannot be copied: the packet could not show it
    }
  });
  return { document: trial, sizes };
}

export function saveTrialPages({ document }: TrialPages): Promise<Uint8Array> {
  const options = { useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false };
  return document.save({ ...options, objectsPerTick: Number.POSITIVE_INFINITY });
}
