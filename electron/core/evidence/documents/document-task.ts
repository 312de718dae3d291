import type { EvidenceLimits } from '../../../contract/evidence-limits.ts';
import type { PrintableDocument } from './printable-document.ts';

/** A file to be taken apart by the worker. */
export interface DocumentTask {
  readonly path: string;
  readonly mime: string;
  /** What the file is called where it is shown. */
  readonly name: string;
  readonly limits: EvidenceLimits;
  /** Where the attachments of a mail go; a folder of its own, which is there. */
  readonly attachmentsFolder?: string;
}

export type DocumentOutcome =
  | { readonly kind: 'document'; readonly document: PrintableDocument; readonly attachments: readonly Attachment[] }
  | { readonly kind: 'unusable'; readonly reason: string };

/** A file that came within another and was written to a place of its own. */
export interface Attachment {
  readonly name: string;
  readonly path: string;
}
