/** Lets as many pieces of work run at once as there are places; each takes one place or more, in the order they came. */
export interface Turns {
  /** Runs `work` as soon as there are places for it. Rejects with the signal's reason when it stops before. */
  take<Result>(places: number, signal: AbortSignal, work: () => Promise<Result>): Promise<Result>;
}

export function createTurns(places: number): Turns {
  let free = places;
  const waiting: { readonly needed: number; readonly begin: () => void }[] = [];

  function next(): void {
    const first = waiting[0];
    if (first === undefined || first.needed > free) return;
    waiting.shift();
    free -= first.needed;
    first.begin();
    next();
  }

  return {
    async take(needed, signal, work) {
      await new Promise<void>((begin) => {
        waiting.push({ needed, begin });
        next();
      });
      try {
        signal.throwIfAborted();
        return await work();
      } finally {
        free += needed;
        next();
      }
    },
  };
}
