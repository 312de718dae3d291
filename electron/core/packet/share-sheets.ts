import type { PacketForm } from '../../contract/packet-form.ts';
import type { SourcePage } from '../evidence/evidence-source.ts';
import { paperRoom } from '../evidence/paper-room.ts';

/** Cells that stand side by side on one sheet, and the room that each has for its picture, in mm. */
export interface SharedSheet<Cell> {
  readonly cells: readonly Cell[];
  readonly orientation: 'portrait' | 'landscape';
  /** Undefined where one cell has the sheet to itself. */
  readonly room: { readonly width: number; readonly height: number } | undefined;
}

/** Between two pictures; the same in templates/styles/appendix.css. */
const gap = 6;
/** For the caption below each. */
const captionHeight = 8;
/** Height by width of phone screens: 9:16 to 9:21, with some play for bars that were cut off. */
const phoneRatios = { least: 1.6, most: 2.45 };

/** Whether a page shows what an ordinary phone shows at once, whole, with nothing to be said below it. */
export function isPhoneScreenshot(page: SourcePage, notice: string | undefined): boolean {
  if (page.kind !== 'picture' || page.standsAlone || notice !== undefined) return false;
  const { picture, slice } = page;
  const ratio = picture.height / picture.width;
  return slice.height === picture.height && ratio >= phoneRatios.least && ratio <= phoneRatios.most;
}

/**
 * Puts cells that may share a sheet together, as many as `perSheet` says, in their order. Two stand on an upright
 * sheet, more in a row on a turned one, where each is nearly as large as on its phone. One that is left over has the
 * sheet to itself, like all that may not share one.
 */
export function shareSheets<
  Cell extends { readonly orientation: 'portrait' | 'landscape'; readonly canShare: boolean },
>(cells: readonly Cell[], perSheet: PacketForm['perSheet']): SharedSheet<Cell>[] {
  const groups: Cell[][] = [];
  for (const cell of cells) {
    const last = groups.at(-1);
    const fits =
      last !== undefined && last.length < perSheet && cell.canShare && last.every(({ canShare }) => canShare);
    if (fits) last.push(cell);
    else groups.push([cell]);
  }
  return groups.map((group) => {
    const orientation = group.length > 2 ? 'landscape' : (group[0]?.orientation ?? 'portrait');
    return { cells: group, orientation, room: group.length === 1 ? undefined : roomOf(group.length, orientation) };
  });
}

function roomOf(count: number, orientation: 'portrait' | 'landscape') {
  const sheet = paperRoom[orientation];
  return { width: (sheet.width - (count - 1) * gap) / count, height: sheet.height - captionHeight };
}
