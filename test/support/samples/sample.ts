import type { z } from 'zod';
import type { caseFileSchema } from '../../../electron/contract/case/case-file.ts';

/** case.json as it is written, before the schema turns 元 into 分 and dates into moments. */
export type WrittenCase = z.input<typeof caseFileSchema>;

/**
 * One evidence file of a sample and how it comes to be. Each is an HTML page first. `width` and `height` are CSS
 * pixels; the picture has `scale` times as many. Height 'content' takes as much as the page needs (long screenshots).
 */
export type SampleFile =
  | {
      readonly kind: 'screenshot';
      readonly path: string;
      readonly width: number;
      readonly height: number | 'content';
      readonly scale: number;
      readonly html: string;
    }
  /** A JPEG as phones store it: the pixels lie on their side and EXIF orientation 6 says how to hold them. */
  | {
      readonly kind: 'photo';
      readonly path: string;
      readonly width: number;
      readonly height: number;
      readonly scale: number;
      readonly html: string;
    }
  /** A JPEG from a flatbed scanner: paper grain, no EXIF orientation. */
  | {
      readonly kind: 'scan';
      readonly path: string;
      readonly width: number;
      readonly height: number;
      readonly scale: number;
      readonly html: string;
    }
  /** A PDF printed by Chromium. `created` is its only date, so that the bytes repeat. */
  | {
      readonly kind: 'document';
      readonly path: string;
      readonly title: string;
      readonly created: string;
      readonly html: string;
    };

export interface Sample {
  /** Folder under templates/samples. */
  readonly folder: string;
  readonly caseFile: WrittenCase;
  readonly files: readonly SampleFile[];
}

/** A phone screenshot of one screen: 1080×2400, as a phone of 360×800 at three pixels to one makes it. */
export function phoneScreenshot(path: string, html: string): SampleFile {
  return { kind: 'screenshot', path, width: 360, height: 800, scale: 3, html };
}

/** A scrolled ("long") phone screenshot: 1080 wide, as high as its content. */
export function longScreenshot(path: string, html: string): SampleFile {
  return { kind: 'screenshot', path, width: 360, height: 'content', scale: 3, html };
}
