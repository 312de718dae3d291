import type { Picture } from '../evidence-source.ts';
import type { ComparedIndex } from './compare-page.ts';
import type { PageText } from './page-text.ts';
import type { PdfFacts } from './pdf-facts.ts';
import type { PageSize } from './trial-pages.ts';

/** What the worker threads do with a PDF; pdf.worker.ts exports each under its name. */
export interface PdfTasks {
  preparePdf(order: PrepareOrder): Promise<Prepared>;
  comparePages(order: CompareOrder): Promise<readonly ComparedPage[]>;
  countPages(order: FileOrder): Promise<number | 'password' | 'failed'>;
  readTexts(order: FileOrder): Promise<readonly (PageText | undefined)[]>;
}

export interface FileOrder {
  readonly path: string;
  /** Empty where none is needed. */
  readonly password: string;
}

export interface PrepareOrder extends FileOrder {
  /** Where the normalised copy goes; `.trial` beside it is a scratch file for the comparison. */
  readonly target: string;
  readonly maximumPages: number;
}

export type Prepared =
  | { readonly kind: 'password' | 'failed' | 'empty' | 'endless-form' }
  | { readonly kind: 'too-many'; readonly pages: number }
  | {
      readonly kind: 'prepared';
      readonly copy: Copy;
      /** Of the pages as the packet can draw them, in points; undefined for one that it cannot. */
      readonly sizes: readonly (PageSize | undefined)[];
      /** Pages that PDFium shows; 0 where it cannot open the file, and nothing can be compared. */
      readonly shown: number;
      /** What the file says of a page before it is looked at; unset where it says nothing. */
      readonly told: readonly PageTold[];
      readonly facts: PdfFacts;
    };

/** How the normalised copy came about (normalise-pdf.ts); `none` where only pictures of the pages can be had. */
export type Copy = 'clean' | 'repaired' | 'rebuilt' | 'none';

/**
 * `unchanged`: known to be drawn by the same program (unchanged-pages.ts), need not be looked at. `reader`: has something
 * that each reader draws in its own way (reader-drawn.ts).
 */
export type PageTold = 'unchanged' | 'reader' | undefined;

export interface CompareOrder extends FileOrder {
  /** The pages as the packet draws them; unset where it cannot. */
  readonly trial: string | undefined;
  /** Pictures of pages are called so, with number and ending. */
  readonly target: string;
  readonly pages: readonly ComparedIndex[];
  readonly copy: Copy;
}

/** The copy shows something else; readers draw the page each in its own way; they find other objects in it. */
export type WhyImage = 'differs' | 'reader' | 'rebuilt';

/**
 * `same`: the packet shows what the file does. `mended`: the file's page appears empty, the repaired copy does not.
 * `unseen`: the file's page cannot be shown, so there is nothing to compare.
 */
export type ComparedPage = { readonly stamps: number; readonly attachments: number } & (
  | { readonly kind: 'same' | 'mended' | 'unseen' }
  | { readonly kind: 'image'; readonly why: WhyImage; readonly picture: Picture; readonly size: PageSize }
);
