import type { Override } from '../../contract/case/case-file.ts';
import { type ProseSegment, parseProse } from '../cases/prose.ts';
import { maskInline } from './card-key-mask.ts';
import { type Exhibits, exhibitReference } from './exhibits.ts';
import { type EditableState, type Inline, text } from './inline.ts';
import type { PaperId } from './paper.ts';
import { mapParagraphs, type PaperParagraph, paragraphsIn } from './paragraphs.ts';

/** What became of one entry of `overrides`. An orphan has no place in its paper any more and is not printed. */
export interface OverrideUse {
  /** Its place in `overrides` of the case. */
  readonly index: number;
  readonly state: 'fresh' | 'stale' | 'orphan';
}

export interface OverriddenPaper {
  readonly model: object;
  readonly paragraphs: readonly OverriddenParagraph[];
  readonly uses: readonly OverrideUse[];
}

export interface OverriddenParagraph extends PaperParagraph {
  /** The entry of `overrides` that stands here, and whether the facts under it have changed. */
  readonly use?: OverrideUse;
}

export interface OverrideInput {
  readonly paper: PaperId;
  readonly overrides: readonly Override[];
  readonly exhibits: Exhibits;
  /** True in previews: each paragraph that may be edited says where it stands. */
  readonly isMarked: boolean;
}

/**
 * Puts the paragraphs written by hand in the place of Juli's own, between model and template. Pure; a paper without
 * any keeps its very model.
 */
export function applyOverrides(
  model: object,
  { paper, overrides, exhibits, isMarked }: OverrideInput,
): OverriddenPaper {
  const entries = overrides.flatMap((entry, index) => (entry.paper === paper ? [{ ...entry, index }] : []));
  if (entries.length === 0 && !isMarked) return { model, paragraphs: [], uses: [] };
  const found = paragraphsIn(model, exhibits);
  const uses = matchOverrides(found, entries);
  const paragraphs = found.map((paragraph): OverriddenParagraph => {
    const use = uses.get(paragraph.at);
    return use === undefined ? paragraph : { ...paragraph, use };
  });
  const byPlace = new Map(paragraphs.map((paragraph) => [paragraph.at, paragraph]));
  const printed = mapParagraphs(model, (runs, at) => {
    const use = byPlace.get(at)?.use;
    const own = use === undefined ? undefined : overrides[use.index]?.own;
    const shown = own === undefined ? runs : ownRuns(own, runs, exhibits);
    return isMarked ? [{ kind: 'editable', at, state: stateOf(use), runs: shown }] : shown;
  });
  const placed = new Map([...uses.values()].map((use) => [use.index, use]));
  return {
    model: printed,
    paragraphs,
    uses: entries.map(({ index }) => placed.get(index) ?? { index, state: 'orphan' }),
  };
}

function stateOf(use: OverrideUse | undefined): EditableState {
  if (use === undefined) return 'original';
  return use.state === 'stale' ? 'stale' : 'own';
}

/**
 * Which entry stands at which paragraph. One whose original is still what Juli would write is fresh, wherever facts
 * that came before it have moved it; one whose place is still there, with a text that is akin, is stale. At a place that
 * now holds another paragraph altogether it would replace what nobody meant to replace.
 */
function matchOverrides(
  paragraphs: readonly PaperParagraph[],
  entries: readonly (Override & { readonly index: number })[],
): Map<string, OverrideUse> {
  const uses = new Map<string, OverrideUse>();
  const open = new Set(entries);
  const take = (state: 'fresh' | 'stale', fits: (paragraph: PaperParagraph, entry: Override) => boolean) => {
    for (const entry of open) {
      const paragraph = paragraphs.find((one) => !uses.has(one.at) && fits(one, entry));
      if (paragraph === undefined) continue;
      uses.set(paragraph.at, { index: entry.index, state });
      open.delete(entry);
    }
  };
  take('fresh', ({ at, source }, entry) => at === entry.at && source === entry.original);
  take('fresh', ({ source }, entry) => source === entry.original);
  take('stale', ({ at, source }, entry) => at === entry.at && isAkin(source, entry.original));
  return uses;
}

/** From this share of common pairs of characters on, two texts are versions of one. */
const akinFrom = 0.3;

function isAkin(first: string, second: string): boolean {
  const [pairs, others] = [pairsOf(first), pairsOf(second)];
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return 2 * common >= akinFrom * (pairs.size + others.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2)));
}

/** Words by hand as the paper prints them: references living, keys masked, the bold words they begin with still bold. */
function ownRuns(own: string, replaced: readonly Inline[], exhibits: Exhibits): Inline[] {
  const [first] = replaced;
  const bold = first?.kind === 'strong' && own.startsWith(first.text) ? first : undefined;
  const lines = own.slice(bold?.text.length ?? 0).split('\n');
  const runs = lines.flatMap((line, index): Inline[] => [
    ...(index === 0 ? [] : [{ kind: 'break' } as const]),
    ...parseProse(line).flatMap((segment) => runsOf(segment, exhibits)),
  ]);
  return [...(bold === undefined ? [] : [bold]), ...maskInline(runs)];
}

function runsOf(segment: ProseSegment, exhibits: Exhibits): Inline[] {
  if (segment.kind === 'text') return withBlanks(segment.text);
  const exhibit = exhibits.get(segment.id);
  if (exhibit === undefined)
    throw new RangeError(`no exhibit ${segment.id}: references are checked when the case is read`);
  return [exhibitReference(exhibit)];
}

/** A blank that was left standing in the words stays a blank. */
function withBlanks(written: string): Inline[] {
  return written
    .split(/〔待填写：([^〔〕]+)〕/u)
    .flatMap((part, index) => (index % 2 === 1 ? [{ kind: 'blank', label: part }] : text(part)));
}
