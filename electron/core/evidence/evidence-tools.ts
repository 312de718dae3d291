import type { Media } from '../ports.ts';

/** What reading evidence is done with. */
export interface EvidenceTools {
  /** For copies of the program's own; gone when the program ends. */
  readonly workFolder: string;
  /** Sets a document in pages of the room that a sheet of the appendix has. */
  readonly printPages: PrintPages;
  /** Absent where the host has no browser that plays recordings. */
  readonly media?: Media | undefined;
}

/**
 * Prints the body of an HTML document, made by this program from what it read, never markup of the file itself, in
 * pages of `room` (see paper-room.ts) without margins, in the faces and styles of all papers. Resolves to the bytes of
 * a PDF.
 */
export type PrintPages = (
  page: { readonly title: string; readonly body: string; readonly orientation: 'portrait' | 'landscape' },
  signal: AbortSignal,
) => Promise<Uint8Array>;
