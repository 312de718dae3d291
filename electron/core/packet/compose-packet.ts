import type { PartPlace } from '../documents/bound/contents.ts';
import { versionWord } from '../documents/bound/inserted-sheets.ts';
import { type Exhibit, type Exhibits, exhibitAnchor } from '../documents/exhibits.ts';
import type { MissingFact } from '../documents/facts.ts';
import type { OverrideUse } from '../documents/overrides.ts';
import { inOneColor } from '../render/emoji-text.ts';
import { type Binding, bindPacket, insertedAnchor, partPages } from './bind-packet.ts';
import { composeInserted } from './compose-inserted.ts';
import { type ComposedPart, composePart, type Placed } from './compose-part.ts';
import type { PacketContent } from './packet-content.ts';
import { type PartId, partTitle } from './parts.ts';
import { type Places, pageOf, unknownPlaces } from './places.ts';
import { type PrintRun, planRuns } from './print-runs.ts';
import { type PrintedPart, type PrintedRun, splitPrint } from './split-print.ts';

/** One part of a packet as its template gave it. */
export interface PacketSection {
  readonly id: PartId;
  readonly title: string;
  readonly html: string;
}

/** A packet with the page numbers of `places`, ready to print. */
export interface ComposedPacket {
  readonly html: string;
  /** Where the appendix is long: what comes after `html`, as documents to be printed one by one and joined to it. */
  readonly continued: readonly string[];
  /** The same, part by part, without the frame around them. */
  readonly sections: readonly PacketSection[];
  readonly parts: readonly PartPlace[];
  readonly exhibits: Exhibits;
  readonly binding: Binding;
  readonly missingFacts: readonly (MissingFact & { readonly document: PartId })[];
  /** What became of the paragraphs written by hand in these parts. */
  readonly overrides: readonly OverrideUse[];
}

export interface Composition {
  /** Evidence references as wide as the longest, whatever their numbers. */
  readonly fixedReferences: boolean;
  /** False leaves the sheets of the appendix out; they are counted and numbered all the same. */
  readonly withAppendix: boolean;
  /** The most sheets of the appendix in one document; unset for what Chromium takes well. */
  readonly mostSheets?: number | undefined;
}

/** Composes the whole packet as HTML, one document unless the appendix is long. Pure but for the templates it is given. */
export function composePacket(content: PacketContent, places: Places, composition: Composition): ComposedPacket {
  const { fixedReferences, withAppendix, mostSheets } = composition;
  const placed = placesIn(content, places);
  const { parts, exhibits, binding } = placed;
  const start = places.anchors.get('part-appendix') ?? 1;
  const [first, ...runs] = withAppendix ? planRuns(binding, mostSheets) : [];
  const later = runs.map((run) => composePart('appendix', content, { ...ofRun(placed, run), isContinued: true }).html);
  const rendered = content.parts
    .filter((id) => id !== 'appendix' || withAppendix)
    .map((id) => composePart(id, content, id === 'appendix' && first !== undefined ? ofRun(placed, first) : placed));
  const missingFacts = rendered.flatMap(({ id, missing }) => missing.map((fact) => ({ ...fact, document: id })));
  const shown = rendered.map(({ id, title, html }): PrintedPart => {
    const sheets = withAppendix ? (binding.beforePart.get(id) ?? []) : [];
    const before = sheets.length === 0 ? '' : composeInserted(sheets, content, placed);
    return { id, title, html, before, beforeAnchor: insertedAnchor(id), isContinued: false };
  });
  const anchors = anchorsOf(content.parts, exhibits, withAppendix ? binding : undefined);
  const [html = '', ...continued] = splitPrint(shown, later, anchors).map((print, index) => {
    const pagesBefore = index === 0 ? 0 : start - 1 + (runs[index - 1]?.pagesBefore ?? 0);
    const run = later.length === 0 ? undefined : { pagesBefore, totalPages: placed.totalPages };
    return framed(print, content, { fixedReferences, run });
  });
  const sections = rendered.map((part) =>
    part.id === 'appendix' ? { ...part, html: part.html + later.join('') } : part,
  );
  const overrides = rendered.flatMap(({ uses }) => uses);
  return { html, continued, sections, parts, exhibits, binding, missingFacts, overrides };
}

/** What is placed, with only these sheets of the appendix. */
function ofRun(placed: ReturnType<typeof placesIn>, { sheets }: PrintRun): Placed {
  return { ...placed, binding: { ...placed.binding, appendix: sheets } };
}

interface Frame extends Pick<Composition, 'fixedReferences'> {
  /** Where its pages stand in the packet; unset where it is the whole of it. */
  readonly run: { readonly pagesBefore: number; readonly totalPages: number } | undefined;
}

/** One document, ready to print. */
function framed({ parts, anchors, elsewhere }: PrintedRun, content: PacketContent, frame: Frame): string {
  const { form } = content;
  const version = versionWord(form);
  const text = parts.map(({ html, before }) => before + html).join('');
  const html = content.templates.render('packet', {
    ...frame,
    title: content.case.title,
    fontSource: content.assetUrl('/').split('/')[0],
    fontRules: content.fonts.css(`${text}${version}`, content.assetUrl),
    styles: content.templates.styles,
    anchors,
    elsewhere,
    parts,
    isDuplex: form.duplex,
    // The browser takes the first page of every document for a right-hand one.
    backs: (frame.run?.pagesBefore ?? 0) % 2 === 0 ? 'left' : 'right',
    hasPageNumbers: form.pageNumbers,
    version,
  });
  return inOneColor(html);
}

/** The parts of a packet, each composed when it is asked for. */
export function* composeParts(
  content: PacketContent,
  places: Places,
  { withAppendix }: Pick<Composition, 'withAppendix'>,
): Generator<ComposedPart, void, void> {
  const placed = placesIn(content, places);
  for (const id of content.parts) if (id !== 'appendix' || withAppendix) yield composePart(id, content, placed);
}

function placesIn(content: PacketContent, places: Places): Placed & { readonly binding: Binding } {
  const binding = bindPacket(content, partPages(content.parts, places));
  return {
    parts: partPlaces(content, places),
    exhibits: exhibitPlaces(content, places, binding),
    totalPages: places.totalPages,
    binding,
  };
}

/** Every place that page numbers are read from. */
function anchorsOf(parts: readonly PartId[], exhibits: Exhibits, binding: Binding | undefined): string[] {
  return [
    ...parts.map((id) => `part-${id}`),
    ...[...exhibits.values()].map(exhibitAnchor),
    ...[...(binding?.beforePart.keys() ?? [])].map(insertedAnchor),
  ];
}

/** Whether `places` are of a packet with the same parts and exhibits, so that they can be a guess for this one. */
export function arePlacesOf(content: PacketContent, places: Places): boolean {
  const binding = bindPacket(content, partPages(content.parts, places));
  const anchors = anchorsOf(content.parts, exhibitPlaces(content, unknownPlaces, binding), binding);
  return anchors.length === places.anchors.size && anchors.every((anchor) => places.anchors.has(anchor));
}

function partPlaces({ parts, case: file }: PacketContent, places: Places): PartPlace[] {
  const firstPages = parts.map((id) => pageOf(places, `part-${id}`));
  return parts.map((id, index) => {
    const firstPage = firstPages[index] ?? 1;
    const following = parts[index + 1];
    const inserted = following === undefined ? undefined : places.anchors.get(insertedAnchor(following));
    const next = inserted ?? firstPages[index + 1] ?? places.totalPages + 1;
    return { id, title: partTitle(id, file), firstPage, pages: Math.max(next - firstPage, 0) };
  });
}

/** Pages of the appendix are planned, so an exhibit's first page follows from where the appendix begins. */
function exhibitPlaces(content: PacketContent, places: Places, { appendix }: Binding): Exhibits {
  const start = appendix.length === 0 ? 0 : pageOf(places, 'part-appendix');
  return new Map(
    content.exhibits.map(({ id, number, title }): [string, Exhibit] => {
      const pages = appendix.filter((page) => page.exhibit === number);
      return [id, { id, number, title, firstPage: start + (pages[0]?.index ?? 0), pages: pages.length }];
    }),
  );
}
