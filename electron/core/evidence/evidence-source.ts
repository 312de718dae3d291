/**
 * What reading an evidence file yields: who it is (size, hash) and what of it can go on paper, page by page. Nothing
 * of the file's content is held in memory; pictures and pages are read again, by range, when the packet is written.
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
  | {
      readonly kind: 'pages';
      /** At least one. */
      readonly pages: readonly SourcePage[];
      /** How the file got on paper where that is not plainly itself; Chinese, each a sentence without its full stop. */
      readonly remarks: readonly string[];
      /** What its first page has to say under the picture: that the original is the evidence, and where it is. */
      readonly notice?: string;
      /** The pages tell of this very file (its name, what the case says of it) and fit no other with the same bytes. */
      readonly namesFile?: true;
    }
  | { readonly kind: 'unusable'; readonly missing: boolean; readonly reason: string };

/**
 * One page as it is to be shown. `mark` stands at the head of its sheet: "第2段/共5段", "此页以图像方式收录". A page of a
 * PDF that could not be taken over and is shown as a picture of itself is `isImageOfPage`. A page that the file does not
 * have of its own `isSet`: another program, or this one some day, may put other things on it.
 */
export type SourcePage = { readonly mark?: string; readonly isImageOfPage?: true; readonly isSet?: true } & (
  | {
      readonly kind: 'picture';
      readonly picture: Picture;
      readonly slice: Slice;
      readonly size: PaperSize;
      /** It has a sheet to itself, as in the full version, where it is a page of a PDF. */
      readonly standsAlone?: true;
    }
  | {
      readonly kind: 'pdf-page';
      /** A normalised PDF in the work folder. */
      readonly pdf: string;
      /** From 0. */
      readonly index: number;
      readonly size: PaperSize;
    }
  | { readonly kind: 'placeholder'; readonly reason: string }
);

/** The size a page has of its own, in mm. It is made smaller to fit a sheet, and larger unless it is fixed. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
  readonly isFixed: boolean;
}

/** A piece of a picture from top to bottom, in pixels as displayed. */
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

/** `profile`: an ICC profile that tells what the colours are, where they are not sRGB; see pictures/color-profile.ts. */
export type PictureEncoding = { readonly profile?: Uint8Array } & (
  | {
      readonly kind: 'png';
      readonly bitDepth: number;
      readonly color:
        | { readonly kind: 'grey' }
        | { readonly kind: 'rgb' }
        | { readonly kind: 'palette'; readonly palette: Uint8Array };
    }
  | { readonly kind: 'jpeg'; readonly components: number; readonly inverted: boolean }
);

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

/** Pictures have no size of their own; CSS calls 96 pixels an inch, and so does this program. */
const mmPerPixel = 25.4 / 96;
export const mmPerPoint = 25.4 / 72;

/** The page of a picture that is shown whole. */
export function wholePicture(picture: Picture): SourcePage {
  return {
    kind: 'picture',
    picture,
    slice: { top: 0, height: picture.height },
    size: { width: picture.width * mmPerPixel, height: picture.height * mmPerPixel, isFixed: false },
  };
}
