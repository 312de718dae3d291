import type { DraftPath } from '../../contract/rpc/case-procedures.ts';

/** True when one of the paths is, or lies below, one of the others, or the other way round. */
export function doOverlap(paths: readonly DraftPath[], others: readonly DraftPath[]): boolean {
  return paths.some((path) => others.some((other) => isAlongOneWay(path, other)));
}

function isAlongOneWay(path: DraftPath, other: DraftPath): boolean {
  const [shorter, longer] = path.length <= other.length ? [path, other] : [other, path];
  return shorter.every((step, depth) => step === longer[depth]);
}
