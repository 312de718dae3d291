import type { PartPlace } from '../documents/bound/contents.ts';
import { type Exhibit, type Exhibits, exhibitAnchor } from '../documents/exhibits.ts';
import type { MissingFact } from '../documents/facts.ts';
import type { OverrideUse } from '../documents/overrides.ts';
import { type ComposedPart, composePart } from './compose-part.ts';
import type { PacketContent } from './packet-content.ts';
import { type PartId, partTitle } from './parts.ts';
import { type Places, pageOf, unknownPlaces } from './places.ts';

/** One part of a packet as its template gave it. */
export interface PacketSection {
  readonly id: PartId;
  readonly title: string;
  readonly html: string;
}

/** A packet with the page numbers of `places`, ready to print. */
export interface ComposedPacket {
  readonly html: string;
  /** The same, part by part, without the frame around them. */
  readonly sections: readonly PacketSection[];
  readonly parts: readonly PartPlace[];
  readonly exhibits: Exhibits;
  readonly missingFacts: readonly (MissingFact & { readonly document: PartId })[];
  /** What became of the paragraphs written by hand in these parts. */
  readonly overrides: readonly OverrideUse[];
}

export interface Composition {
  /** Evidence references as wide as the longest, whatever their numbers. */
  readonly fixedReferences: boolean;
  /** False leaves the sheets of the appendix out; they are counted and numbered all the same. */
  readonly withAppendix: boolean;
}

/** Composes the whole packet as one HTML document. Pure but for the templates it is given. */
export function composePacket(content: PacketContent, places: Places, composition: Composition): ComposedPacket {
  const parts = partPlaces(content, places);
  const exhibits = exhibitPlaces(content, places);
  const rendered = [...composeParts(content, places, composition)];
  const missingFacts = rendered.flatMap(({ id, missing }) => missing.map((fact) => ({ ...fact, document: id })));
  const text = rendered.map(({ html }) => html).join('');
  const html = content.templates.render('packet', {
    title: content.case.title,
    fontSource: content.assetUrl('/').split('/')[0],
    fontRules: content.fonts.css(text, content.assetUrl),
    styles: content.templates.styles,
    fixedReferences: composition.fixedReferences,
    anchors: anchorsOf(content.parts, exhibits),
    parts: rendered.map(({ id, title, html: part }) => ({ id, title, html: part })),
  });
  const overrides = rendered.flatMap(({ uses }) => uses);
  return { html, sections: rendered, parts, exhibits, missingFacts, overrides };
}

/** The parts of a packet, each composed when it is asked for. */
export function* composeParts(
  content: PacketContent,
  places: Places,
  { withAppendix }: Pick<Composition, 'withAppendix'>,
): Generator<ComposedPart, void, void> {
  const placed = {
    parts: partPlaces(content, places),
    exhibits: exhibitPlaces(content, places),
    totalPages: places.totalPages,
  };
  for (const id of content.parts) if (id !== 'appendix' || withAppendix) yield composePart(id, content, placed);
}

/** Every place that page numbers are read from. */
function anchorsOf(parts: readonly PartId[], exhibits: Exhibits): string[] {
  return [...parts.map((id) => `part-${id}`), ...[...exhibits.values()].map(exhibitAnchor)];
}

/** Whether `places` are of a packet with the same parts and exhibits, so that they can be a guess for this one. */
export function arePlacesOf(content: PacketContent, places: Places): boolean {
  const anchors = anchorsOf(content.parts, exhibitPlaces(content, unknownPlaces));
  return anchors.length === places.anchors.size && anchors.every((anchor) => places.anchors.has(anchor));
}

function partPlaces({ parts, case: file }: PacketContent, places: Places): PartPlace[] {
  const firstPages = parts.map((id) => pageOf(places, `part-${id}`));
  return parts.map((id, index) => {
    const firstPage = firstPages[index] ?? 1;
    const next = firstPages[index + 1] ?? places.totalPages + 1;
    return { id, title: partTitle(id, file), firstPage, pages: Math.max(next - firstPage, 0) };
  });
}

/** Pages of the appendix are planned, so an exhibit's first page follows from where the appendix begins. */
function exhibitPlaces(content: PacketContent, places: Places): Exhibits {
  const start = content.appendix.length === 0 ? 0 : pageOf(places, 'part-appendix');
  return new Map(
    content.exhibits.map(({ id, number, title }): [string, Exhibit] => {
      const pages = content.appendix.filter((page) => page.exhibit === number);
      return [id, { id, number, title, firstPage: start + (pages[0]?.index ?? 0), pages: pages.length }];
    }),
  );
}
