import type { EvidenceLimits } from '../../contract/evidence-limits.ts';
import type { Media, OfficeConverter } from '../ports.ts';

/** What reading evidence is done with. */
export interface EvidenceTools {
  /** For copies of the program's own; gone when the program ends. */
  readonly workFolder: string;
  /** As they are set now; a person may change them while the program runs. */
  readonly limits: () => EvidenceLimits;
  /** Sets a document in pages of the room that a sheet of the appendix has. */
  readonly printPages: PrintPages;
  /** Absent where the host has no browser that plays recordings. */
  readonly media?: Media | undefined;
  /** What sets Word files and tables in pages, where somebody chose that; see documents/read-with-office.ts. */
  readonly office?: (() => OfficeConverter | undefined) | undefined;
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
