import { type AppendixFrame, buildAppendix } from '../documents/bound/appendix.ts';
import { buildContents, type PartPlace } from '../documents/bound/contents.ts';
import { buildCover } from '../documents/bound/cover.ts';
import { buildEvidenceList } from '../documents/bound/evidence-list.ts';
import { buildOriginals } from '../documents/bound/originals.ts';
import { type Exhibit, type Exhibits, exhibitAnchor } from '../documents/exhibits.ts';
import { createFacts, type MissingFact } from '../documents/facts.ts';
import { papers } from '../documents/papers.ts';
import { buildTimeline } from '../documents/timeline/timeline.ts';
import type { AppendixPage } from './appendix-plan.ts';
import type { PacketContent } from './packet-content.ts';
import { isPaper, type PartId, partTitle } from './parts.ts';
import { type Places, pageOf, unknownPlaces } from './places.ts';
import { slotPicture } from './slot-picture.ts';

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
  const missingFacts: (MissingFact & { document: PartId })[] = [];
  const printed = content.parts.filter((id) => id !== 'appendix' || composition.withAppendix);
  const rendered = printed.map((id) => {
    const facts = createFacts(exhibits);
    const model = modelOf(id, content, { parts, exhibits, totalPages: places.totalPages, facts });
    missingFacts.push(...facts.missing().map((fact) => ({ ...fact, document: id })));
    return { id, title: partTitle(id, content.case), html: content.templates.render(id, model) };
  });
  const text = rendered.map(({ html }) => html).join('');
  const html = content.templates.render('packet', {
    title: content.case.title,
    fontSource: content.assetUrl('/').split('/')[0],
    fontRules: content.fonts.css(text, content.assetUrl),
    styles: content.templates.styles,
    fixedReferences: composition.fixedReferences,
    anchors: anchorsOf(content.parts, exhibits),
    parts: rendered,
  });
  return { html, sections: rendered, parts, exhibits, missingFacts };
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

interface Placed {
  readonly parts: readonly PartPlace[];
  readonly exhibits: Exhibits;
  readonly totalPages: number;
  readonly facts: ReturnType<typeof createFacts>;
}

function modelOf(id: PartId, content: PacketContent, placed: Placed): object {
  const input = {
    case: content.case,
    exhibits: placed.exhibits,
    facts: placed.facts,
    law: content.law,
  };
  if (isPaper(id)) return papers[id].build(input);
  switch (id) {
    case 'cover':
      return buildCover(input, placed);
    case 'contents':
      return buildContents(placed.parts, placed.exhibits);
    case 'timeline':
      return buildTimeline(input);
    case 'evidence-list':
      return buildEvidenceList(input);
    case 'appendix':
      return buildAppendix(content.appendix.map(frameOf));
    case 'originals':
      return buildOriginals(content.originals);
  }
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
      return [id, { id, number, title, firstPage: start + (pages[0]?.slot ?? 0), pages: pages.length }];
    }),
  );
}

function frameOf(page: AppendixPage): AppendixFrame {
  const { exhibit, title, path, content } = page;
  const anchor = exhibitAnchor({ number: exhibit, pages: page.pages });
  const common = {
    anchor: page.page === 1 ? anchor : `${anchor}-${page.page}`,
    exhibit,
    title,
    path,
    page: page.page,
    pages: page.pages,
    segment: content.kind === 'slice' ? content.segment : undefined,
  };
  if (content.kind === 'placeholder') {
    const { size, sha256, reason } = content;
    return { ...common, orientation: 'portrait', shown: { kind: 'placeholder', size, sha256, reason } };
  }
  const { orientation, width, height } = content.frame;
  return { ...common, orientation, shown: { kind: 'picture', source: slotPicture(page.slot), width, height } };
}
