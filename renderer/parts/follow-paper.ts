/**
 * Makes `shown` say what `next` says and leaves alone whatever is the same in both: what does not change is not laid out
 * again, and a paper is long. Children are matched from both ends, so that one that came or went moves no other.
 */
export function followPaper(shown: ParentNode & Node, next: ParentNode & Node): void {
  const [before, after] = [[...shown.childNodes], [...next.childNodes]];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const [left, come] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const behind = tail === 0 ? null : (before.at(-tail) ?? null);
  for (const [index, node] of come.entries()) {
    const old = left[index];
    if (old === undefined) shown.insertBefore(node, behind);
    else follow(old, node);
  }
  for (const old of left.slice(come.length)) shown.removeChild(old);
}

function follow(old: ChildNode, node: ChildNode): void {
  if (isSame(old, node)) return;
  if (isElement(old) && isElement(node) && old.cloneNode(false).isEqualNode(node.cloneNode(false))) {
    followPaper(old, node);
  } else old.replaceWith(node);
}

function isSame(first: Node | undefined, second: Node | undefined): boolean {
  return first !== undefined && second !== undefined && first.isEqualNode(second);
}

/** Nodes of a frame are none of this window's classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
