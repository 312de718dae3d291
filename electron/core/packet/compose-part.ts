import { type AppendixSheet, type AppendixShown, buildAppendix } from '../documents/bound/appendix.ts';
import { buildContents, type PartPlace } from '../documents/bound/contents.ts';
import { buildCover } from '../documents/bound/cover.ts';
import { buildEvidenceList } from '../documents/bound/evidence-list.ts';
import { buildOriginals, type LogHead } from '../documents/bound/originals.ts';
import { type Exhibits, exhibitAnchor } from '../documents/exhibits.ts';
import { createFacts, type Facts, type MissingFact } from '../documents/facts.ts';
import { withMaskedKeys } from '../documents/masked-keys.ts';
import { applyOverrides, type OverriddenPaper } from '../documents/overrides.ts';
import type { DocumentInput, PaperId } from '../documents/paper.ts';
import { papers } from '../documents/papers.ts';
import { buildTimeline } from '../documents/timeline/timeline.ts';
import type { AppendixCell, AppendixPage } from './appendix-plan.ts';
import type { Binding } from './bind-packet.ts';
import { insertedModels } from './compose-inserted.ts';
import type { PacketContent } from './packet-content.ts';
import { isPaper, type PartId, partTitle } from './parts.ts';
import { slotPicture } from './slot-picture.ts';

type BoundPart = Exclude<PartId, PaperId>;

/** Where things stand in the packet that a part belongs to. */
export interface Placed {
  readonly parts: readonly PartPlace[];
  readonly exhibits: Exhibits;
  readonly totalPages: number;
  readonly binding: Pick<Binding, 'appendix' | 'beforeSheet' | 'volumes'>;
  /** The appendix has begun in a document before. */
  readonly isContinued?: boolean;
}

/** One part of a packet as its template gave it, and what became of the paragraphs written by hand. */
export interface ComposedPart extends Pick<OverriddenPaper, 'paragraphs' | 'uses'> {
  readonly id: PartId;
  readonly title: string;
  readonly html: string;
  readonly missing: readonly MissingFact[];
}

/** Composes one part. `isMarked` is for previews: each paragraph that may be edited says where it stands. */
export function composePart(id: PartId, content: PacketContent, placed: Placed, isMarked = false): ComposedPart {
  const facts = createFacts(placed.exhibits);
  const { model, paragraphs, uses } = modelOf(id, content, placed, facts, isMarked);
  const html = content.templates.render(id, model);
  return { id, title: partTitle(id, content.case), html, missing: facts.missing(), paragraphs, uses };
}

function modelOf(id: PartId, content: PacketContent, placed: Placed, facts: Facts, isMarked: boolean): OverriddenPaper {
  const { case: file, law } = content;
  const { exhibits } = placed;
  const input = { case: withMaskedKeys(file), exhibits, facts, law };
  if (!isPaper(id)) return { model: boundModel(id, content, placed, input), paragraphs: [], uses: [] };
  return applyOverrides(papers[id].build(input), { paper: id, overrides: file.overrides, exhibits, isMarked });
}

/** The model of a part that is bound around the papers. */
function boundModel(id: BoundPart, content: PacketContent, placed: Placed, input: DocumentInput): object {
  switch (id) {
    case 'cover':
      return buildCover(input, { ...placed, volumes: placed.binding.volumes, form: content.form });
    case 'contents':
      return buildContents(placed.parts, placed.exhibits, placed.binding.volumes);
    case 'timeline':
      return buildTimeline(input);
    case 'evidence-list':
      return buildEvidenceList(input);
    case 'appendix':
      return buildAppendix(
        placed.binding.appendix.map((page) => sheetOf(page, content, placed)),
        content.form.stamps,
        placed.isContinued,
      );
    case 'originals':
      return buildOriginals(content.originals, {
        log: logHead(content),
        timestamps: content.timestamps,
        isRedacted: content.form.isRedacted,
      });
  }
}

/** A log that does not hang together bears nothing out, and is not printed. */
function logHead({ intakeLog }: PacketContent): LogHead | undefined {
  const { state } = intakeLog ?? {};
  return state?.kind === 'whole' && state.lines > 0 ? state : undefined;
}

function sheetOf(
  { index, exhibit, title, page, pages, orientation, cells }: AppendixPage,
  content: PacketContent,
  placed: Placed,
): AppendixSheet {
  const anchor = exhibitAnchor({ number: exhibit, pages });
  return {
    anchor: page === 1 ? anchor : `${anchor}-${page}`,
    exhibit,
    title,
    page,
    pages,
    orientation,
    before: insertedModels(placed.binding.beforeSheet.get(index) ?? [], content, placed),
    cells: cells.map((cell) => ({ ...cell, shown: shownIn(cell) })),
  };
}

function shownIn({ slot, content }: AppendixCell): AppendixShown {
  if (content.kind === 'placeholder') return content;
  return { kind: 'picture', source: slotPicture(slot), ...content.frame };
}
