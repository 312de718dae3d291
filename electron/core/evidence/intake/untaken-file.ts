/** Why a file was not taken in. The others of the same drop go on; this one is named with its reason. */
export class UntakenFile extends Error {
  /** In Chinese: what is wrong with the file, and what to do. */
  readonly reason: string;

  constructor(reason: string, options: { cause?: unknown } = {}) {
    super(reason, options);
    this.name = 'UntakenFile';
    this.reason = reason;
  }
}
