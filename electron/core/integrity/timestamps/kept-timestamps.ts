/** The folder beside case.json that time stamps of a case travel in. */
export const timestampFolder = 'timestamps';

/** A time stamp as it is kept for a case, wherever that is: what is stamped, the request, and the reply to it. */
export interface KeptTimestamp {
  /** Instant, ISO. */
  readonly askedAt: string;
  /** What is stamped (integrity/originals-list.ts). */
  readonly list: string;
  /** Empty where only the reply was kept. */
  readonly request: Uint8Array;
  /** Unset until there was one. */
  readonly reply: Uint8Array | null;
}

/** One that lies in a folder or an archive. */
export interface FiledTimestamp extends KeptTimestamp {
  /** The path of its files without their endings. */
  readonly stem: string;
}

export interface TimestampFile {
  /** `timestamps/2026-11-18T10-00-00.000Z.tsr` */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const endings = ['sha256', 'tsq', 'tsr'] as const;
type Ending = (typeof endings)[number];
const name =
  /^timestamps\/(?<stem>(?<day>\d{4}-\d{2}-\d{2})T(?<hour>\d{2})-(?<minute>\d{2})-(?<rest>\d{2}(?:\.\d{1,9})?Z)(?:_(?<again>\d{1,4}))?)\.(?<ending>sha256|tsq|tsr)$/u;

/**
 * Time stamps as files, each named after the moment it was asked for (colons are no part of a name on Windows). The
 * oldest comes first; those of the same moment are numbered.
 */
export function timestampFiles(stamps: readonly KeptTimestamp[]): TimestampFile[] {
  const taken = new Map<string, number>();
  return stamps
    .map((stamp) => ({ ...stamp, moment: new Date(stamp.askedAt).toISOString() }))
    .toSorted((first, second) => (first.moment < second.moment ? -1 : first.moment > second.moment ? 1 : 0))
    .flatMap(({ moment, list, request, reply }) => {
      const count = (taken.get(moment) ?? 0) + 1;
      taken.set(moment, count);
      const stem = `${timestampFolder}/${moment.replaceAll(':', '-')}${count === 1 ? '' : `_${count}`}`;
      const parts: Readonly<Record<Ending, Uint8Array | null>> = {
        sha256: Buffer.from(list),
        tsq: request.length === 0 ? null : request,
        tsr: reply,
      };
      return endings.flatMap((ending) => {
        const bytes = parts[ending];
        return bytes === null ? [] : [{ path: `${stem}.${ending}`, bytes }];
      });
    });
}

/** Whether a file at this path is one of a time stamp. */
export function isTimestampFile(path: string): boolean {
  return name.test(path);
}

/** The time stamps in files as `timestampFiles` gives them; one whose list did not come along stands for nothing. */
export function timestampsIn(files: readonly TimestampFile[]): FiledTimestamp[] {
  const stamps = new Map<string, FoundTimestamp>();
  for (const { path, bytes } of files) {
    const { stem, day, hour, minute, rest, again, ending } = name.exec(path)?.groups ?? {};
    if (stem === undefined) continue;
    const askedAt = `${day}T${hour}:${minute}:${rest}`;
    if (Number.isNaN(Date.parse(askedAt))) continue;
    const found = stamps.get(stem) ?? {
      stem: `${timestampFolder}/${stem}`,
      askedAt,
      count: Number(again ?? 1),
      parts: new Map(),
    };
    found.parts.set(ending as Ending, bytes);
    stamps.set(stem, found);
  }
  return [...stamps.values()]
    .toSorted((first, second) => Date.parse(first.askedAt) - Date.parse(second.askedAt) || first.count - second.count)
    .flatMap(({ stem, askedAt, parts }) => {
      const list = parts.get('sha256');
      if (list === undefined) return [];
      const request = parts.get('tsq') ?? new Uint8Array();
      return [{ stem, askedAt, list: Buffer.from(list).toString('utf8'), request, reply: parts.get('tsr') ?? null }];
    });
}

interface FoundTimestamp {
  readonly stem: string;
  readonly askedAt: string;
  readonly count: number;
  readonly parts: Map<Ending, Uint8Array>;
}
