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

export interface OriginalsModel {
  readonly total: string;
  /** Unset where nothing was written down when they were taken in. */
  readonly log: { readonly lines: string; readonly head: readonly string[] } | undefined;
  readonly rows: readonly OriginalsRow[];
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
export function buildOriginals(files: readonly OriginalFile[], log?: LogHead): OriginalsModel {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  return {
    total:
      files.length === 0 ? '案件中还没有证据文件。' : `共${files.length}个文件，合计${withSeparators(bytes)}字节。`,
    log: log === undefined ? undefined : { lines: `${log.lines}`, head: groupsOf(log.head) },
    rows: files.map((file) => ({
      number: `证据${file.number}`,
      path: file.path,
      note: noteOf(file),
      size: file.sha256 === undefined ? '—' : withSeparators(file.size),
      hash: file.sha256 === undefined ? [] : groupsOf(file.sha256),
    })),
  };
}

function groupsOf(hash: string): readonly string[] {
  return hash.match(/.{1,8}/g) ?? [];
}

function noteOf({ status, reason }: OriginalFile): string | undefined {
  const because = reason === undefined ? '' : `：${reason}`;
  switch (status) {
    case 'included':
      return undefined;
    case 'image':
      return `以页面图像收入附件${because}`;
    case 'placeholder':
      return `附件中以说明页代替${because}`;
  }
}

function withSeparators(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
