import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { RedactionBox } from '../../../contract/case/case-file.ts';
import type { Secret } from '../../redaction/secret.ts';
import type { Picture, SourceContent, SourcePage } from '../evidence-source.ts';
import { createWorkerPool } from '../worker-pool.ts';
import { type Box, pixelsOf } from './box.ts';
import type { MarkTask } from './layout-mark.ts';
import type { PageUnit } from './page-units.ts';
import { pageUnits } from './page-units.ts';
import { redactPicture } from './redact-picture.ts';
import type { CoverResult, CoverTask, ProposedBox, ProposeTask } from './redaction.worker.ts';
import type { Leak, ScanTask } from './scan-leaks.ts';

/** Takes out of read evidence what others must not see. Copies go into the work folder; originals are only read. */
export interface Redactor {
  /** The pages as before, in number, size and order; what stood under the boxes that were drawn comes back, too. */
  redact(order: RedactionOrder, signal: AbortSignal): Promise<RedactedSource>;
  /** Undefined for a PDF that cannot be opened. */
  propose(task: ProposeTask, signal: AbortSignal): Promise<ProposedBox[] | undefined>;
  /** Tells one way of setting the pages of a file from any other. */
  markOf(pages: readonly SourcePage[], signal: AbortSignal): Promise<string>;
  /** What a finished packet still says of the secrets. Rejects when it cannot be read in full. */
  scan(task: ScanTask, signal: AbortSignal): Promise<Leak[]>;
  close(): Promise<void>;
}

export interface RedactionOrder {
  readonly sha256: string;
  readonly content: SourceContent;
  readonly boxes: readonly RedactionBox[];
  readonly secrets: readonly Secret[];
  readonly kept: readonly string[];
}

export interface RedactedSource {
  readonly content: SourceContent;
  readonly secrets: readonly Secret[];
}

/** At the head of a sheet on which something is covered. */
const coveredMark = '有遮盖';

export function createRedactor(workFolder: string): Redactor {
  const pool = createWorkerPool(new URL('./redaction.worker.ts', import.meta.url), { threads: 1, megabytes: 1_024 });

  async function redactPictures(
    units: readonly PageUnit[],
    { boxes }: RedactionOrder,
    name: string,
    signal: AbortSignal,
  ): Promise<Map<Picture, Picture>> {
    const redacted = new Map<Picture, Picture>();
    for (const { number, picture } of units) {
      if (picture === undefined) continue;
      signal.throwIfAborted();
      const own = boxes.filter(({ page }) => page === number);
      redacted.set(picture, await redactPicture(picture, own, join(workFolder, `${name}-${number}`)));
    }
    return redacted;
  }

  /** Each PDF of the pages once, all its pages together. */
  async function coverPdfs(
    units: readonly PageUnit[],
    pages: readonly SourcePage[],
    order: RedactionOrder,
    name: string,
    signal: AbortSignal,
  ): Promise<{ covered: Map<number, CoverResult['covered'][number]>; bare: Map<string, string>; secrets: Secret[] }> {
    const covered = new Map<number, CoverResult['covered'][number]>();
    const bare = new Map<string, string>();
    const secrets: Secret[] = [];
    const places = units.flatMap(({ number, pages: [place = -1] }) => {
      const page = pages[place];
      return page?.kind === 'pdf-page' ? [{ number, place, page }] : [];
    });
    for (const [pdf, own] of Map.groupBy(places, ({ page }) => page.pdf)) {
      const task: CoverTask = {
        pdf,
        pages: own.map(({ number, page }) => ({
          index: page.index,
          boxes: order.boxes.filter((box) => box.page === number),
        })),
        secrets: order.secrets,
        kept: order.kept,
        folder: workFolder,
        name: `${name}-${own[0]?.number ?? 0}`,
      };
      const result = await pool.run<CoverResult>('coverPages', task, signal);
      secrets.push(...result.secrets);
      if (result.bare !== undefined) bare.set(pdf, result.bare);
      for (const page of result.covered) {
        for (const one of own) if (one.page.index === page.index) covered.set(one.place, page);
      }
    }
    return { covered, bare, secrets };
  }

  return {
    async redact(order, signal) {
      const { content } = order;
      if (content.kind === 'unusable') return { content, secrets: [] };
      const name = `redacted-${digest(order)}`;
      const units = pageUnits(content.pages);
      const pictures = await redactPictures(units, order, name, signal);
      const { covered, bare, secrets } = await coverPdfs(units, content.pages, order, name, signal);
      const numbers = new Map(units.flatMap(({ number, pages }) => pages.map((place) => [place, number])));
      const pages = content.pages.map((page, place): SourcePage => {
        const image = covered.get(place);
        if (page.kind === 'pdf-page') {
          return image === undefined ? { ...page, pdf: bare.get(page.pdf) ?? page.pdf } : imagePage(page, image);
        }
        const picture = page.kind === 'picture' ? pictures.get(page.picture) : undefined;
        if (page.kind !== 'picture' || picture === undefined) return page;
        const own = order.boxes.filter((box) => box.page === numbers.get(place));
        return { ...page, picture, ...(isCovered(page, own) ? { mark: withMark(page.mark) } : {}) };
      });
      return { content: { ...content, pages }, secrets };
    },

    propose: (task, signal) => pool.run<ProposedBox[] | undefined>('proposeBoxes', task, signal),

    markOf: (pages, signal) => pool.run<string>('markLayout', { pages } satisfies MarkTask, signal),

    scan: (task, signal) => pool.run<Leak[]>('scanPacket', task, signal),

    close: () => pool.close(),
  };
}

/**
 * The size stays the page's own, and so does its frame on the sheet. Nothing is said of it elsewhere in the packet: a
 * longer list could move the pages, which are to be those of the full version.
 */
function imagePage(
  { mark, size, isImageOfPage }: Extract<SourcePage, { kind: 'pdf-page' }>,
  { picture, isCovered }: CoverResult['covered'][number],
): SourcePage {
  return {
    kind: 'picture',
    picture,
    slice: { top: 0, height: picture.height },
    size,
    standsAlone: true,
    ...(isCovered ? { mark: withMark(mark) } : mark === undefined ? {} : { mark }),
    ...(isImageOfPage ? { isImageOfPage } : {}),
  };
}

/** Whether a box lies on this piece of the picture. */
function isCovered({ picture, slice }: Extract<SourcePage, { kind: 'picture' }>, boxes: readonly Box[]): boolean {
  return boxes.some((box) => {
    const pixels = pixelsOf(box, picture.width, picture.height);
    return pixels !== undefined && pixels.top < slice.top + slice.height && pixels.top + pixels.height > slice.top;
  });
}

function withMark(mark: string | undefined): string {
  return mark === undefined ? coveredMark : `${mark} · ${coveredMark}`;
}

/** The same order has the same copies. */
function digest({ sha256, boxes, secrets, kept }: RedactionOrder): string {
  const hash = createHash('sha256').update(JSON.stringify([sha256, boxes, secrets, kept]));
  return hash.digest('hex').slice(0, 24);
}
