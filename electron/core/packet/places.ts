import { AppError } from '../../contract/errors.ts';

/** Where things stand in a printed packet: the page (from 1) of every anchor, and how many pages there are. */
export interface Places {
  readonly totalPages: number;
  readonly anchors: ReadonlyMap<string, number>;
}

/** The number under which a packet is laid out before anything is known: every anchor on page 1. */
export const unknownPlaces: Places = { totalPages: 1, anchors: new Map() };

/** The page of an anchor. Every part and exhibit has one, so a missing anchor is a defect of the print. */
export function pageOf(places: Places, anchor: string): number {
  const page = places.anchors.get(anchor);
  if (page !== undefined) return page;
  if (places === unknownPlaces) return 1;
  throw new AppError('PRINT_FAILED', { detail: `打印结果中找不到 ${anchor}` });
}

export function samePlaces(first: Places, second: Places): boolean {
  return (
    first.totalPages === second.totalPages &&
    first.anchors.size === second.anchors.size &&
    [...first.anchors].every(([anchor, page]) => second.anchors.get(anchor) === page)
  );
}
