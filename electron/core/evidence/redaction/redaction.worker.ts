import { join } from 'node:path';
import type { RedactionBox } from '../../../contract/case/case-file.ts';
import { createSecretSearch } from '../../redaction/search-secrets.ts';
import type { Secret } from '../../redaction/secret.ts';
import { secretsIn } from '../../redaction/secret.ts';
import type { Picture } from '../evidence-source.ts';
import { renderForPaper, writePageImage } from '../pdf/page-image.ts';
import { textOfPage } from '../pdf/page-text.ts';
import type { Pixels } from '../pdf/pdf-document.ts';
import { writeBarePdf } from './bare-pdf.ts';
import { type Box, pixelsOf } from './box.ts';
import { boxesOfSecrets, type KindOfBox, textUnder } from './cover-page.ts';
import { layoutMark, type MarkTask } from './layout-mark.ts';
import { type Leak, type ScanTask, scanLeaks } from './scan-leaks.ts';
import { UnopenedPdf, withShownPdf } from './with-shown-pdf.ts';

type Cover = Pick<RedactionBox, keyof Box | 'kind'>;

/** Pages of a PDF in the work folder (from 0), with the boxes drawn on each, and what must not be read on any. */
export interface CoverTask {
  readonly pdf: string;
  readonly pages: readonly { readonly index: number; readonly boxes: readonly Cover[] }[];
  readonly secrets: readonly Secret[];
  readonly kept: readonly string[];
  readonly folder: string;
  /** Unlike that of any other task. */
  readonly name: string;
}

export interface CoverResult {
  /** The pages that have become pictures of themselves; the others say nothing that must not be read. */
  readonly covered: readonly { readonly index: number; readonly picture: Picture; readonly isCovered: boolean }[];
  /** The same PDF without the metadata of its pages and pictures, for the pages that stay; unset when none could be made. */
  readonly bare: string | undefined;
  /** What stood under the boxes that were drawn. */
  readonly secrets: readonly Secret[];
}

/** Throws a RangeError for a page that cannot be shown. */
export function coverPages({ pdf, pages, secrets, kept, folder, name }: CoverTask): Promise<CoverResult> {
  return withShownPdf(pdf, async (shown, pdfium) => {
    const search = createSecretSearch(secrets, kept);
    const covered: CoverResult['covered'][number][] = [];
    const under: Secret[] = [];
    const target = join(folder, `${name}.pdf`);
    const bare = (await writeBarePdf(pdf, target)) ? target : undefined;
    for (const { index, boxes } of pages) {
      const text = textOfPage(shown, index);
      const found = text === undefined ? [] : boxesOfSecrets(text, search);
      if (text !== undefined) under.push(...textUnder(text, boxes));
      // A secret that the text says without showing where it stands cannot be covered; as a picture the page has no text.
      const isHidden = text !== undefined && found.length === 0 && search.find(text.text).length > 0;
      // Without a copy that tells nothing more than it shows, a picture of the page does as well.
      if (bare !== undefined && boxes.length === 0 && found.length === 0 && !isHidden) continue;
      const pixels = shown.withPage(index, (page) => renderForPaper(pdfium, page));
      if (pixels === undefined) throw new RangeError(`page ${index} cannot be shown`);
      paint(pixels, [...boxes, ...found]);
      const picture = await writePageImage(pixels, join(folder, `${name}-${index}`));
      covered.push({ index, picture, isCovered: boxes.length > 0 || found.length > 0 || isHidden });
    }
    return { covered, bare, secrets: under };
  });
}

/** What a PDF says that should be covered, page by page from 1. `known` are the secrets of its case. */
export interface ProposeTask {
  readonly pdf: string;
  readonly known: readonly Secret[];
  readonly kept: readonly string[];
}

export type ProposedBox = KindOfBox & { readonly page: number };

/** Undefined for a file that cannot be opened. */
export async function proposeBoxes({ pdf, known, kept }: ProposeTask): Promise<ProposedBox[] | undefined> {
  try {
    return await withShownPdf(pdf, async (shown) => {
      const boxes: ProposedBox[] = [];
      for (let index = 0; index < shown.pages; index += 1) {
        const text = textOfPage(shown, index);
        if (text === undefined) continue;
        const search = createSecretSearch([...known, ...secretsIn(text.text)], kept);
        boxes.push(...boxesOfSecrets(text, search).map((box) => ({ ...box, page: index + 1 })));
      }
      return boxes;
    });
  } catch (cause) {
    if (cause instanceof UnopenedPdf) return;
    throw cause;
  }
}

/** See scan-leaks.ts. Under this name for the pool. */
export function scanPacket(task: ScanTask): Promise<Leak[]> {
  return scanLeaks(task);
}

/** See layout-mark.ts. Under this name for the pool. */
export function markLayout(task: MarkTask): Promise<string> {
  return layoutMark(task);
}

/** Black, four bytes a pixel. */
function paint({ width, height, data }: Pixels, boxes: readonly Box[]): void {
  for (const box of boxes) {
    const pixels = pixelsOf(box, width, height);
    if (pixels === undefined) continue;
    for (let row = pixels.top; row < pixels.top + pixels.height; row += 1) {
      const start = (row * width + pixels.left) * 4;
      data.fill(0, start, start + pixels.width * 4);
    }
  }
}
