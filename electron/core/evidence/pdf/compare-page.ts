import { isBlank, isSamePicture } from './compare-pixels.ts';
import { renderForPaper, writePageImage } from './page-image.ts';
import { type Pixels, renderPage, type ShownPage, type ShownPdf } from './pdf-document.ts';
import { annotationsOf } from './pdf-facts.ts';
import type { ComparedPage, Copy, WhyImage } from './pdf-tasks.ts';
import type { PageSize } from './trial-pages.ts';

/**
 * Pixels for each point: at 68 dpi a digit of a form is six pixels high. Rendering takes hardly longer than at half of
 * that, because most of the time goes into fonts and pictures.
 */
const pixelsPerPoint = 0.95;
const longestSide = { least: 400, most: 2_000 } as const;
/** Points by which sizes may differ through rounding. */
const sizeTolerance = 1;

export interface Comparison {
  /** The file as it is. */
  readonly shown: ShownPdf;
  /** Its pages as the packet draws them; undefined where it cannot. */
  readonly drawn: ShownPdf | undefined;
  /** One that had to be repaired may show what PDFium no longer finds in the file. */
  readonly copy: Copy;
}

export interface ComparedIndex {
  /** From 0. */
  readonly index: number;
  readonly isDrawnByReader: boolean;
}

/** A picture of the page, where one is needed, goes to `target` and an ending. */
export async function comparePage(comparison: Comparison, which: ComparedIndex, target: string): Promise<ComparedPage> {
  const seen = comparison.shown.withPage(which.index, (page) => seePage(comparison, page, which));
  if (seen === undefined) return { kind: 'unseen', stamps: 0, attachments: 0 };
  if (seen.kind !== 'image') return seen;
  const { pixels, ...rest } = seen;
  return { ...rest, picture: await writePageImage(pixels, target) };
}

type SeenPage =
  | Exclude<ComparedPage, { kind: 'image' }>
  | (Omit<Extract<ComparedPage, { kind: 'image' }>, 'picture'> & { readonly pixels: Pixels });

function seePage(comparison: Comparison, page: ShownPage, { index, isDrawnByReader }: ComparedIndex): SeenPage {
  const { shown, drawn, copy } = comparison;
  const { pdfium } = shown;
  const found = annotationsOf(shown, page);
  const size = { width: page.width, height: page.height };
  const inPixels = comparedSize(size);
  const render = (which: ShownPage) => renderPage(pdfium, which, inPixels.width, inPixels.height);
  const asImage = (why: WhyImage) =>
    ({ ...found, kind: 'image', why, size, pixels: renderForPaper(pdfium, page) }) as const;
  if (isDrawnByReader) return asImage('reader');
  const original = render(page);
  const other = drawn?.withPage(index, (one) => (isSameSize(page, one) ? render(one) : undefined));
  const isSame = other !== undefined && isSamePicture(original, other);
  const isBroken = copy === 'repaired' || copy === 'rebuilt';
  if (isBroken && other !== undefined && isBlank(original)) return { ...found, kind: isSame ? 'same' : 'mended' };
  // Without a copy there is nothing to compare: no program could put the file in order.
  if (copy === 'rebuilt' || copy === 'none') return asImage('rebuilt');
  return isSame ? { ...found, kind: 'same' } : asImage('differs');
}

/** Whether both are there and alike, but for rounding. */
export function isSameSize(first: PageSize | undefined, second: PageSize | undefined): boolean {
  if (first === undefined || second === undefined) return false;
  return Math.abs(first.width - second.width) < sizeTolerance && Math.abs(first.height - second.height) < sizeTolerance;
}

function comparedSize({ width, height }: PageSize): PageSize {
  const longest = Math.max(width, height);
  const scale = Math.min(Math.max(pixelsPerPoint, longestSide.least / longest), longestSide.most / longest);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
