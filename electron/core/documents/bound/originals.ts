import { secondInWords } from '../../../contract/case/moments.ts';
import type { PacketResult } from '../../../contract/packet-result.ts';

/** An original file as it was read: `size` in bytes, `sha256` in hexadecimal, `undefined` when it could not be read. */
export interface OriginalFile {
  readonly number: number;
  readonly title: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: string | undefined;
  readonly status: PacketResult['evidence'][number]['files'][number]['status'];
  readonly reason?: string | undefined;
}

/** The log of how the files were taken in: its lines, and the hash of the last, which stands for all of them. */
export interface LogHead {
  readonly lines: number;
  readonly head: string;
}

/**
 * A list of originals that was stamped: where it and the reply for it are kept, the instant that states, who gave it,
 * and the SHA-256 of what is listed.
 */
export interface StampedList {
  readonly list: string;
  readonly reply: string;
  readonly at: string;
  readonly authority: string | undefined;
  readonly listed: ReadonlySet<string>;
}

export interface OriginalsContext {
  readonly log?: LogHead | undefined;
  readonly timestamps?: readonly StampedList[] | undefined;
  /** Of the version in which something was blacked out. */
  readonly isRedacted?: boolean;
}

export interface OriginalsModel {
  readonly isRedacted: boolean;
  readonly total: string;
  /** Unset where nothing was written down when they were taken in. */
  readonly log: { readonly lines: string; readonly head: readonly string[] } | undefined;
  /** Of which originals a list was stamped, when, and where that is kept; one sentence each. */
  readonly timestamps: readonly TimestampLine[];
  readonly rows: readonly OriginalsRow[];
}

export interface TimestampLine {
  /** "上表全部28个文件" */
  readonly files: string;
  /** "2026年11月18日10:00:00" */
  readonly at: string;
  readonly authority: string;
  /** Where the list and the reply for it are in an exported case. */
  readonly list: string;
  readonly reply: string;
}

export interface OriginalsRow {
  readonly number: string;
  readonly path: string;
  /** How the file appears in the appendix, where that is not plainly itself. */
  readonly note: string | undefined;
  /** Bytes with separators: "1,204,881"; "—" where the file could not be read. */
  readonly size: string;
  /** The hash in eight groups of eight, to be read and compared by eye; empty when there is none. */
  readonly hash: readonly string[];
}

/** 证据原件校验清单: each original with its SHA-256. What that proves, and what not, stands in the template. */
export function buildOriginals(
  files: readonly OriginalFile[],
  { log, timestamps = [], isRedacted = false }: OriginalsContext = {},
): OriginalsModel {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return {
    isRedacted,
    total:
      files.length === 0 ? '案件中还没有证据文件。' : `共${files.length}个文件，合计${withSeparators(bytes)}字节。`,
    log: log === undefined ? undefined : { lines: `${log.lines}`, head: groupsOf(log.head) },
    timestamps: timestamps.flatMap((stamp) => timestampLine(stamp, files)),
    rows: files.map((file) => ({
      number: `证据${file.number}`,
      path: file.path,
      note: noteOf(file),
      size: file.sha256 === undefined ? '—' : withSeparators(file.size),
      hash: file.sha256 === undefined ? [] : groupsOf(file.sha256),
    })),
  };
}

/** More are counted: the list itself tells which. */
const mostNamed = 5;

/** Nothing where none of the files is on its list: it was given before they came. */
function timestampLine(
  { list, reply, at, authority, listed }: StampedList,
  files: readonly OriginalFile[],
): readonly TimestampLine[] {
  const isListed = ({ sha256 }: OriginalFile) => sha256 !== undefined && listed.has(sha256);
  const found = files.filter(isListed);
  if (found.length === 0) return [];
  const others = files.filter((one) => !isListed(one));
  const named = others.length > mostNamed ? `另外${others.length}个` : others.map(({ path }) => `“${path}”`).join('、');
  const but = `上表中的${found.length}个文件（不包括${named}）`;
  return [
    {
      files: others.length === 0 ? `上表全部${files.length}个文件` : but,
      at: secondInWords(at),
      authority: authority === undefined ? '没有写明签发人' : `写明的签发人是“${authority}”`,
      list,
      reply,
    },
  ];
}

function groupsOf(hash: string): readonly string[] {
  return hash.match(/.{1,8}/g) ?? [];
}

function noteOf({ status, reason }: OriginalFile): string | undefined {
  switch (status) {
    case 'included':
      return reason;
    case 'image':
      return reason ?? '以页面图像收入附件';
    case 'placeholder':
      return `附件中以说明页代替${reason === undefined ? '' : `：${reason}`}`;
  }
}

function withSeparators(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
