/**
 * The one table of expected failures. The code is for machines; what people read about each code stands in
 * core/error-texts.ts. `exit` is the CLI's exit code, `http` the status of the loopback host.
 */
export const errorTable = {
  /** Something the program did not foresee. The only code without a cure. */
  INTERNAL: { exit: 1, http: 500, retryable: false },
  /** The command line or the request is not understood. */
  USAGE: { exit: 2, http: 400, retryable: false },
  /** A folder or file that was named does not exist or cannot be read. */
  NOT_FOUND: { exit: 3, http: 404, retryable: false },
  /** case.json is refused: each problem is listed. */
  CASE_INVALID: { exit: 4, http: 422, retryable: false },
  /** With --strict: facts that the chosen papers require are missing. Nothing was written. */
  FACTS_INCOMPLETE: { exit: 5, http: 409, retryable: false },
  /** The output cannot be written. */
  WRITE_FAILED: { exit: 6, http: 507, retryable: true },
  /** A template names a field the model does not have, or cannot be read. */
  TEMPLATE_INVALID: { exit: 7, http: 422, retryable: false },
  /** The printing browser did not start, crashed, or took too long. */
  PRINT_FAILED: { exit: 8, http: 502, retryable: true },
  /** A file changed or vanished between being hashed and being written into the packet. */
  EVIDENCE_CHANGED: { exit: 9, http: 409, retryable: true },
  /** The PDF carries no Juli manifest, or one that cannot be read. */
  NOT_A_PACKET: { exit: 10, http: 422, retryable: false },
  /** `juli verify`: at least one original differs, is missing or is extra. */
  VERIFY_MISMATCH: { exit: 11, http: 409, retryable: false },
  /** A .juli file or a backup that is damaged, was tampered with, or is something else. Nothing was taken from it. */
  ARCHIVE_INVALID: { exit: 12, http: 422, retryable: false },
  /** Something that the redacted packet had to hide could still be read in it. The file was not kept. */
  REDACTION_LEAK: { exit: 13, http: 422, retryable: false },
  /** Even compressed as far as can be read, the packet is larger than the form allows. Nothing was written. */
  PACKET_TOO_LARGE: { exit: 14, http: 422, retryable: false },
  /** Boxes of a redacted packet were drawn on pages that are set otherwise now. Nothing was written. */
  BOXES_MISPLACED: { exit: 15, http: 422, retryable: false },
  /** Another window changed the same fields since. Nothing was written. */
  REVISION_CONFLICT: { exit: 20, http: 409, retryable: false },
  /** A change that the draft, as it stands, does not admit. Nothing was written. */
  CHANGE_REFUSED: { exit: 21, http: 422, retryable: false },
  /** Another process owns the data folder; `detail` is its address, where it has published one. */
  STORE_IN_USE: { exit: 22, http: 423, retryable: true },
  /** The data folder was written by a newer version. */
  STORE_TOO_NEW: { exit: 23, http: 409, retryable: false },
  /** The data folder cannot be written to; reading and exporting go on. */
  STORE_READ_ONLY: { exit: 24, http: 403, retryable: false },
  /** No space left for the data folder. The edit was not written; those before it stand. */
  STORE_FULL: { exit: 25, http: 507, retryable: true },
  /** The database of the data folder cannot be read. */
  STORE_DAMAGED: { exit: 26, http: 500, retryable: false },
  /** The system refuses to read or write the data folder: a drive that was pulled out, a broken disk. */
  STORE_FAILED: { exit: 27, http: 500, retryable: true },
  /** Stopped by the user. Nothing was left behind. */
  CANCELLED: { exit: 130, http: 499, retryable: true },
} as const;

export type ErrorCode = keyof typeof errorTable;

/** One thing wrong with an input: where (a JSON path), what was expected, what was found. */
export interface InputProblem {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** What each code carries for its text. Nothing personal: paths, counts and field names only. */
export interface ErrorData {
  readonly file?: string;
  readonly detail?: string;
  readonly problems?: readonly InputProblem[];
}

/** An expected failure. Everything else that is thrown is a defect and becomes INTERNAL at the boundary. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, data: ErrorData = {}, options: { cause?: unknown } = {}) {
    super(
      `${code}${data.file === undefined ? '' : ` ${data.file}`}${data.detail === undefined ? '' : `: ${data.detail}`}`,
      options,
    );
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}
