/**
 * What reading an evidence file yields: who it is (size, hash) and what of it can go on paper. Nothing of the
 * file's content is held in memory; pictures and pages are read again, by range, when the packet is written.
 */
export interface EvidenceSource {
  /** As written in case.json, relative to the case folder. */
  readonly path: string;
  /** Bytes; 0 when the file is missing. */
  readonly size: number;
  /** Lower-case hex; empty when the file is missing. */
  readonly sha256: string;
  readonly content: SourceContent;
}

export type SourceContent =
  | { readonly kind: 'picture'; readonly picture: Picture; readonly slices: readonly Slice[] }
  | { readonly kind: 'pdf'; readonly pages: PdfPages; readonly repaired: boolean }
  | { readonly kind: 'unusable'; readonly missing: boolean; readonly reason: string };

/** A piece of a picture from top to bottom, in pixels as displayed. One slice is the whole picture. */
export interface Slice {
  readonly top: number;
  readonly height: number;
}

/** A picture that a PDF can hold without decoding it again. Sizes are pixels as displayed, orientation applied. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** EXIF orientation 1—8 that turns stored pixels into displayed ones. */
  readonly orientation: number;
  readonly encoding: PictureEncoding;
  readonly data: FileRanges;
}

export type PictureEncoding =
  | {
      readonly kind: 'png';
      readonly bitDepth: number;
      readonly color:
        | { readonly kind: 'grey' }
        | { readonly kind: 'rgb' }
        | { readonly kind: 'palette'; readonly palette: Uint8Array };
    }
  | { readonly kind: 'jpeg'; readonly components: number; readonly inverted: boolean };

/**
 * Bytes that stay on disk until they are written: `ranges` of the file at `path`, as it was when it was read.
 * `modifiedMs` is absent for the program's own copies in the work folder.
 */
export interface FileRanges {
  readonly path: string;
  readonly ranges: readonly { readonly offset: number; readonly length: number }[];
  readonly size: number;
  readonly modifiedMs?: number;
}

/** The pages of a PDF after normalising (see pdf-pages.ts). Sizes are points (1/72 inch), rotation applied. */
export interface PdfPages {
  /** The normalised copy in the work folder. */
  readonly path: string;
  readonly pages: readonly { readonly width: number; readonly height: number }[];
}
