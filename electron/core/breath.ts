/** Lets others have their turn, when it is due. */
export type Breathe = () => Promise<void>;

/** Shorter than what anybody feels who waits for an answer meanwhile. */
const longestStretch = 8;

/**
 * For long work on the thread that also answers the window: called between its steps, it waits now and then until
 * everything that came in was looked at.
 */
export function createBreath(): Breathe {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestStretch) return;
    // One turn reads a question, the next one its content.
    for (let turn = 0; turn < 2; turn += 1) await new Promise(setImmediate);
    since = performance.now();
  };
}
