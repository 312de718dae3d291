import { createHash } from 'node:crypto';

export interface ListedOriginal {
  readonly path: string;
  /** Empty for a file that could not be read. */
  readonly sha256: string;
}

/**
 * The originals of a case as a list that any computer can check: the format of `sha256sum --check`. It hangs on paths
 * and bytes alone, so that it comes out the same from the case and from a packet of it. A time stamp for it is one for
 * all the originals at once.
 */
export function originalsList(originals: readonly ListedOriginal[]): string {
  const known = new Map(originals.filter(({ sha256 }) => sha256 !== '').map(({ path, sha256 }) => [path, sha256]));
  const lines = [...known].toSorted(([first], [second]) => (first < second ? -1 : 1));
  // A line that begins with # is passed over by sha256sum.
  return [`# 证据原件清单，共 ${lines.length} 个文件`, ...lines.map(([path, hash]) => `${hash}  ${path}`), ''].join(
    '\n',
  );
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
