/** Bytes on their way in and out. RPC carries tickets and addresses only. */

/** A file the user chose or dropped, on disk. */
export interface AdmittedFile {
  readonly path: string;
  /** The name it came with. */
  readonly name: string;
  /** Below the folder that was dropped, with `/`; the name alone for a single file. */
  readonly relativePath: string;
  /** When it was last changed, as its own file system had it; an instant, ISO. For a copy of the host's own. */
  readonly modifiedAt?: string;
  /** The host's own copy: deleted once it was taken in or the program ends. */
  readonly isTemporary: boolean;
  /** Why it is named and not taken in. In Chinese. */
  readonly leftOut?: string;
}

export interface ServedFile {
  readonly content:
    | { readonly kind: 'path'; readonly path: string }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array };
  readonly mime: string;
  /** Content that never changes under its address. */
  readonly isImmutable: boolean;
  /** To be saved under this name, not shown; unset where it is to be shown. */
  readonly downloadName?: string;
  /** A Content-Security-Policy of its own (the preview frame). */
  readonly contentSecurityPolicy?: string;
}

export interface Files {
  /** A one-use ticket for a file that is to be taken in. */
  admit(file: AdmittedFile): string;
  /** What stands behind a ticket, once; USAGE when there is none. */
  redeem(ticket: string): AdmittedFile;
  /**
   * What is to be had at an address below the window's own, already decoded, without leading slash:
   * `thumbnails/<sha256>.webp`, `pictures/<sha256>` (for the viewer: upright, in a format every browser knows),
   * `recordings/<sha256>` (for the player), `originals/<sha256>/<name>` (a PDF is shown, anything else saved), `results/<job>/<index>/<name>`,
   * `preview/frame.html`, `preview/fonts/<file>`. Undefined for anything else.
   */
  open(address: string): Promise<ServedFile | undefined>;
}
