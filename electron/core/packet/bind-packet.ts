import { exhibitAnchor, exhibitHeading } from '../documents/exhibits.ts';
import type { AppendixPage } from './appendix-plan.ts';
import type { PacketContent } from './packet-content.ts';
import { type PartId, partTitle } from './parts.ts';
import type { Places } from './places.ts';
import { createVolumes, type Volume } from './volumes.ts';

/** A sheet that holds neither paper nor evidence. */
export type InsertedSheet =
  /** The back of a sheet of paper, so that what follows begins on a right-hand page. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'separator'; readonly exhibit: number }
  /** The title and contents of a volume; `sheet` counts from 0. */
  | { readonly kind: 'volume'; readonly volume: number; readonly sheet: number };

/** What goes between and around the parts of a packet, and where everything comes to stand with it. */
export interface Binding {
  /** The evidence; `index` counts all sheets of the appendix. */
  readonly appendix: readonly AppendixPage[];
  /** By the index of the sheet of evidence that they stand before. */
  readonly beforeSheet: ReadonlyMap<number, readonly InsertedSheet[]>;
  readonly beforePart: ReadonlyMap<PartId, readonly InsertedSheet[]>;
  /** At least one. */
  readonly volumes: readonly Volume[];
  readonly places: Places;
}

type Bound = Pick<PacketContent, 'parts' | 'case' | 'form' | 'appendix' | 'weights'>;

/** The anchor of the sheets inserted before a part. */
export const insertedAnchor = (part: PartId) => `before-${part}`;

/** A volume says what is in it on as many sheets as that takes, which is known when it is bound: again, until they do. */
export function bindPacket(content: Bound, pagesOf: ReadonlyMap<PartId, number>): Binding {
  let titleSheets: readonly number[] = [];
  for (;;) {
    const { binding, needed } = bindOnce(content, pagesOf, titleSheets);
    if (needed.every((sheets, index) => sheets <= (titleSheets[index] ?? 1))) return binding;
    titleSheets = needed.map((sheets, index) => Math.max(sheets, titleSheets[index] ?? 1));
  }
}

function bindOnce(
  { parts, case: file, form, appendix: planned, weights }: Bound,
  pagesOf: ReadonlyMap<PartId, number>,
  titleSheets: readonly number[],
): { binding: Binding; needed: readonly number[] } {
  const volumes = createVolumes(form, titleSheets);
  const anchors = new Map<string, number>();
  const beforePart = new Map<PartId, readonly InsertedSheet[]>();
  const beforeSheet = new Map<number, readonly InsertedSheet[]>();
  const appendix: AppendixPage[] = [];
  let page = 1;

  const insert = (sheets: readonly InsertedSheet[]) => {
    page += sheets.length;
    return sheets;
  };
  const turnOver = () => insert(form.duplex && page % 2 === 0 ? [{ kind: 'blank' }] : []);
  /** Begins a volume where what comes next has no room in this one. */
  const makeRoom = (pages: number, bytes: number): readonly InsertedSheet[] => {
    if (volumes.hasRoom(page, pages, bytes)) return [];
    const back = turnOver();
    const volume = volumes.open(page);
    const title = Array.from({ length: volume.titleSheets }, (_, sheet) => ({
      kind: 'volume' as const,
      volume: volume.number,
      sheet,
    }));
    return [...back, ...insert(title)];
  };
  const beginPart = (id: PartId, pages: number, bytes: number) => {
    const start = page;
    const inserted = [...makeRoom(pages + (form.duplex ? 1 : 0), bytes), ...turnOver()];
    if (inserted.length > 0) {
      anchors.set(insertedAnchor(id), start);
      beforePart.set(id, inserted);
    }
    anchors.set(`part-${id}`, page);
    volumes.list({ title: partTitle(id, file), page, isExhibit: false });
  };
  const separate = (exhibit: number): readonly InsertedSheet[] =>
    form.separators ? [...turnOver(), ...insert([{ kind: 'separator', exhibit }]), ...turnOver()] : [];

  const bindAppendix = () => {
    const exhibits = [...Map.groupBy(planned, ({ exhibit }) => exhibit).values()];
    const bytesOf = (sheets: readonly AppendixPage[]) =>
      sheets.reduce((sum, { index }) => sum + (weights?.[index] ?? 0), 0);
    // The separator and, where sheets are printed on both sides, the empty backs before and behind it.
    const around = form.separators ? (form.duplex ? 3 : 1) : 0;
    const pagesOfExhibit = (sheets: readonly AppendixPage[]) => sheets.length + around;
    const [first = []] = exhibits;
    beginPart('appendix', pagesOfExhibit(first), bytesOf(first));
    const start = page;
    for (const [order, sheets] of exhibits.entries()) {
      let inserted = [
        ...(order === 0 ? [] : makeRoom(pagesOfExhibit(sheets), bytesOf(sheets))),
        ...separate(sheets[0]?.exhibit ?? 0),
      ];
      for (const [place, sheet] of sheets.entries()) {
        if (place > 0) inserted = [...makeRoom(1, bytesOf([sheet]))];
        if (place === 0 || inserted.length > 0) {
          const title = exhibitHeading({ number: sheet.exhibit, title: sheet.title });
          volumes.list({ title: place === 0 ? title : `${title}（续）`, page, isExhibit: true });
        }
        if (place === 0) anchors.set(exhibitAnchor({ number: sheet.exhibit, pages: sheet.pages }), page);
        if (inserted.length > 0) beforeSheet.set(page - start, inserted);
        appendix.push({ ...sheet, index: page - start });
        page += 1;
        volumes.fill(bytesOf([sheet]));
      }
    }
  };

  for (const id of parts) {
    if (id === 'appendix') bindAppendix();
    else {
      const pages = pagesOf.get(id) ?? 0;
      beginPart(id, pages, 0);
      page += pages;
    }
  }
  const made = volumes.close(page);
  const places = { totalPages: page - 1, anchors };
  return {
    binding: { appendix, beforeSheet, beforePart, volumes: made.volumes, places },
    needed: made.neededTitleSheets,
  };
}

/** How many pages each part takes by itself, read from where things stand in a print. */
export function partPages(parts: readonly PartId[], { totalPages, anchors }: Places): Map<PartId, number> {
  const pages = new Map<PartId, number>();
  let next = totalPages + 1;
  for (const id of parts.toReversed()) {
    const first = anchors.get(`part-${id}`);
    if (first === undefined) continue;
    pages.set(id, next - first);
    next = anchors.get(insertedAnchor(id)) ?? first;
  }
  return pages;
}
