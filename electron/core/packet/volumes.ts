import type { PacketForm } from '../../contract/packet-form.ts';

/** One of the files that a packet is bound in. */
export interface Volume {
  /** From 1. */
  readonly number: number;
  readonly firstPage: number;
  readonly pages: number;
  /** Sheets with its title and contents at its beginning; none in the first, which has cover and contents. */
  readonly titleSheets: number;
  readonly entries: readonly VolumeEntry[];
}

/** A part or an exhibit that begins in the volume, or goes on in it. */
export interface VolumeEntry {
  readonly title: string;
  readonly page: number;
  readonly isExhibit: boolean;
}

/** Lines that a sheet of a volume's contents has room for. */
export const entriesOfSheet = 28;

/** Fonts, outline, manifest and the like: what a volume takes before there is anything in it, in bytes. */
const bareVolume = 550_000;
/** Text, tags and links of a page, in bytes. */
const barePage = 6_000;

/** Volumes as they are being filled, page by page. */
export interface Volumes {
  /** Whether so many pages from `page` and bytes go into the volume that is open. Into an empty one anything does. */
  hasRoom(page: number, pages: number, bytes: number): boolean;
  open(page: number): Pick<Volume, 'number' | 'titleSheets'>;
  list(entry: VolumeEntry): void;
  fill(bytes: number): void;
  /** `page` is the one after the last. */
  close(page: number): { readonly volumes: readonly Volume[]; readonly neededTitleSheets: readonly number[] };
}

interface OpenVolume {
  readonly firstPage: number;
  readonly titleSheets: number;
  readonly entries: VolumeEntry[];
  bytes: number;
}

export function createVolumes(
  { volumes: limits, duplex }: Pick<PacketForm, 'volumes' | 'duplex'>,
  titleSheets: readonly number[],
): Volumes {
  const wanted = limits?.pages ?? Number.POSITIVE_INFINITY;
  // Volumes on both sides begin on a right-hand page, so the last of them ends on a left-hand one.
  const mostPages = duplex && wanted % 2 === 1 ? wanted - 1 : wanted;
  const mostBytes = (limits?.megabytes ?? Number.POSITIVE_INFINITY) * 1_000_000;
  const first: OpenVolume = { firstPage: 1, titleSheets: 0, entries: [], bytes: bareVolume };
  const volumes = [first];
  let last = first;
  return {
    hasRoom(page, pages, bytes) {
      if (last.entries.length === 0) return true;
      const pagesThen = page + pages - last.firstPage;
      return pagesThen <= mostPages && last.bytes + bytes + pagesThen * barePage <= mostBytes;
    },
    open(page) {
      last = { firstPage: page, titleSheets: titleSheets[volumes.length] ?? 1, entries: [], bytes: bareVolume };
      volumes.push(last);
      return { number: volumes.length, titleSheets: last.titleSheets };
    },
    list: (entry) => void last.entries.push(entry),
    fill(bytes) {
      last.bytes += bytes;
    },
    close: (page) => ({
      volumes: volumes.map(({ firstPage, titleSheets: sheets, entries }, index) => ({
        number: index + 1,
        firstPage,
        pages: (volumes[index + 1]?.firstPage ?? page) - firstPage,
        titleSheets: sheets,
        entries,
      })),
      neededTitleSheets: volumes.map(({ entries }, index) =>
        index === 0 ? 0 : Math.max(1, Math.ceil(entries.length / entriesOfSheet)),
      ),
    }),
  };
}
