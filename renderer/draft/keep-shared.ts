import type { Json } from '../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject, isSame } from './draft-values.ts';

/**
 * `next`, with every part that is the same as in `previous` taken from there: what did not change keeps its identity,
 * so that only the fields that did change are drawn again. Rows of lists are matched from both ends.
 */
export function keepShared<Value extends Json>(previous: Json | undefined, next: Value): Value;
export function keepShared(previous: Json | undefined, next: Json): Json {
  if (previous === next) return next;
  if (isList(previous) && isList(next)) return keepList(previous, next);
  if (!isObject(previous) || !isObject(next)) return next;
  const names = Object.keys(next);
  const kept = Object.fromEntries(names.map((name) => [name, keepShared(previous[name], next[name] ?? null)]));
  const isWhole = names.length === Object.keys(previous).length && names.every((name) => kept[name] === previous[name]);
  return isWhole ? previous : kept;
}

function keepList(previous: readonly Json[], next: readonly Json[]): Json {
  const shorter = Math.min(previous.length, next.length);
  let head = 0;
  while (head < shorter && isSame(previous[head], next[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(previous.at(-1 - tail), next.at(-1 - tail))) tail += 1;
  if (head === previous.length && head === next.length) return previous;
  return next.map((item, index) => {
    const fromEnd = next.length - index;
    if (fromEnd <= tail) return previous.at(-fromEnd) ?? item;
    return keepShared(previous[index], item);
  });
}
