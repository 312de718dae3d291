import type { PartId } from './parts.ts';

/** A part as the frame of a printed document takes it. */
export interface PrintedPart {
  readonly id: PartId;
  readonly title: string;
  readonly html: string;
  /** Sheets inserted before it, and their anchor. */
  readonly before: string;
  readonly beforeAnchor: string;
  /** It has begun in a document before. */
  readonly isContinued: boolean;
}

/** One of the documents that a packet is printed in. */
export interface PrintedRun {
  readonly parts: readonly PrintedPart[];
  /** Places that are read from it, or that links in other documents lead to. */
  readonly anchors: readonly string[];
  /** Places in other documents that links in this one lead to: Chromium drops a link whose place it does not know. */
  readonly elsewhere: readonly string[];
}

/**
 * Cuts a packet inside its appendix: all before it goes with the first sheets, all behind it with the last. `later` is
 * the appendix from the second run on. `anchors` are all places that page numbers are read from.
 */
export function splitPrint(
  parts: readonly PrintedPart[],
  later: readonly string[],
  anchors: readonly string[],
): readonly PrintedRun[] {
  if (later.length === 0) return [{ parts, anchors, elsewhere: [] }];
  const end = parts.findIndex(({ id }) => id === 'appendix') + 1;
  const continued = later.map((html): PrintedPart[] =>
    parts.slice(end - 1, end).map((part) => ({ ...part, html, before: '', isContinued: true })),
  );
  const groups = [parts.slice(0, end), ...continued];
  groups[groups.length - 1] = [...(groups.at(-1) ?? []), ...parts.slice(end)];
  const named = groups.map((group) => ({ places: placesNamed(group), links: linksIn(group) }));
  const allPlaces = new Set(named.flatMap(({ places }) => [...places]));
  return groups.map((group, index) => {
    const { places = new Set<string>(), links = new Set<string>() } = named[index] ?? {};
    const asked = new Set([...anchors, ...named.flatMap((other) => (other.links === links ? [] : [...other.links]))]);
    return {
      parts: group,
      anchors: [...asked].filter((anchor) => places.has(anchor)),
      elsewhere: [...links].filter((anchor) => !places.has(anchor) && allPlaces.has(anchor)),
    };
  });
}

function placesNamed(parts: readonly PrintedPart[]): Set<string> {
  const own = parts.flatMap(({ id, before, beforeAnchor, isContinued }) => [
    ...(isContinued ? [] : [`part-${id}`]),
    ...(before === '' ? [] : [beforeAnchor]),
  ]);
  return new Set([...own, ...found(parts, / id="([^"]+)"/g)]);
}

function linksIn(parts: readonly PrintedPart[]): Set<string> {
  return new Set(found(parts, / href="#([^"]+)"/g));
}

function found(parts: readonly PrintedPart[], pattern: RegExp): string[] {
  return parts.flatMap(({ before, html }) =>
    [before, html].flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name)),
  );
}
