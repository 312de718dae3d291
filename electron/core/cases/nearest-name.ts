/** The candidate that a mistyped name was most likely meant to be, or `undefined` when none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const wanted = [...name.toLowerCase()].slice(0, 64);
  let nearest: string | undefined;
  let smallest = Math.max(1, Math.floor(wanted.length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, [...candidate.toLowerCase()].slice(0, 64));
    if (distance < smallest) {
      smallest = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Levenshtein distance: how many characters to put in, take out or change. */
function editDistance(first: readonly string[], second: readonly string[]): number {
  let previous = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (const [row, character] of first.entries()) {
    const current = [row + 1];
    for (const [column, other] of second.entries()) {
      current.push(
        Math.min(
          (previous[column + 1] ?? 0) + 1,
          (current[column] ?? 0) + 1,
          (previous[column] ?? 0) + (character === other ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[second.length] ?? 0;
}
