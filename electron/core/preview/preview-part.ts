import type { Case } from '../../contract/case/case-file.ts';
import { paperIds } from '../../contract/case/case-kinds.ts';
import { plainForm } from '../../contract/packet-form.ts';
import type { Paragraph, Preview, PreviewPart } from '../../contract/rpc/paper-procedures.ts';
import { choosePapers } from '../choose-papers.ts';
import { orderExhibits } from '../documents/exhibit-order.ts';
import type { Exhibit } from '../documents/exhibits.ts';
import { suggestedPapers } from '../law/advice/advise.ts';
import { type ComposedPart, composePart, type Placed } from '../packet/compose-part.ts';
import type { House, PacketContent } from '../packet/packet-content.ts';
import { isPaper, partTitle, selectParts, wholePacket } from '../packet/parts.ts';

/** A part of a case's packet as it would print now, without its page numbers: nothing is printed and no file is read. */
export interface PreviewedPart {
  readonly preview: Omit<Preview, 'revision'>;
  readonly paragraphs: ComposedPart['paragraphs'];
}

/** Composes that one part alone, so that it can follow typing. Pure but for the templates of `house`. */
export function previewPart(file: Case, part: PreviewPart, house: House): PreviewedPart {
  const content = contentFor(file, part, house);
  const composed = composePart(part, content, placesFor(content), true);
  return {
    preview: {
      part,
      title: composed.title,
      html: `<section class="part part-${part}" id="part-${part}">${composed.html}</section>`,
      paragraphs: composed.paragraphs.map((paragraph) => shownParagraph(paragraph, file)),
      orphans: composed.uses.flatMap(({ index, state }) => {
        const entry = file.overrides[index];
        return state !== 'orphan' || entry === undefined ? [] : [wordsOf(entry)];
      }),
      missing: [...composed.missing],
    },
    paragraphs: composed.paragraphs,
  };
}

function shownParagraph({ at, source, use }: ComposedPart['paragraphs'][number], file: Case): Paragraph {
  const entry = use === undefined ? undefined : file.overrides[use.index];
  return {
    at,
    original: source,
    isStale: use?.state === 'stale',
    ...(entry === undefined ? {} : { own: entry.own }),
  };
}

function wordsOf({ at, original, own }: Case['overrides'][number]): Preview['orphans'][number] {
  return { at, original, own };
}

/** What the part would be composed of in the packet that holds it, its evidence unread. */
function contentFor(file: Case, part: PreviewPart, house: House): PacketContent {
  const chosen = choosePapers(file, undefined, (subject) => suggestedPapers(subject, house.law));
  const papers = paperIds.filter((id) => id === part || chosen.includes(id));
  const parts = selectParts({ ...wholePacket, papers }, file.evidence.length > 0);
  return { ...house, case: { ...file, papers }, parts, form: plainForm, exhibits: [], appendix: [], originals: [] };
}

/** Exhibits have their numbers; on which pages they will stand nobody knows yet, so that nothing is said of it. */
function placesFor({ case: file, parts }: PacketContent): Placed {
  return {
    parts: parts.map((id) => ({
      id,
      title: isPaper(id) ? partTitle(id, file) : partTitle(id),
      firstPage: 0,
      pages: 0,
    })),
    exhibits: new Map(
      orderExhibits(file).map((exhibit): [string, Exhibit] => [exhibit.id, { ...exhibit, firstPage: 0, pages: 0 }]),
    ),
    totalPages: 0,
    binding: { appendix: [], beforeSheet: new Map(), volumes: [] },
  };
}
