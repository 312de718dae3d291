/** Why a file cannot go on paper. Caught by the reader, which turns it into a placeholder page with this reason. */
export class UnusableFile extends Error {
  /** In Chinese, for the placeholder page: what is wrong with the file. */
  readonly reason: string;

  constructor(reason: string, options: { cause?: unknown } = {}) {
    super(reason, options);
    this.name = 'UnusableFile';
    this.reason = reason;
  }
}
