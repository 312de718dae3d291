/** What the program asked of Electron, for the test to look at, and what the test wants said to it. */

export interface Recorded {
  readonly what: string;
  readonly detail: unknown;
}

export const recorded: Recorded[] = [];

export function record(what: string, detail: unknown): void {
  recorded.push({ what, detail });
}

/** Answers a person gives to dialogs, in order. */
export const answers: unknown[] = [];

export function answerOf(what: string, detail: unknown): unknown {
  record(what, detail);
  if (answers.length === 0) throw new Error(`${what}: nobody is there to answer`);
  return answers.shift();
}
