/** Which revision of its case a packet was made from, kept for this tab so that a reload still knows. */

const prefix = 'juli.built.';

export function noteBuiltRevision(job: string, revision: number): void {
  sessionStorage.setItem(`${prefix}${job}`, String(revision));
}

export function builtRevision(job: string): number | undefined {
  const kept = sessionStorage.getItem(`${prefix}${job}`);
  return kept === null ? undefined : Number(kept);
}
