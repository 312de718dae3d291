import type { NumberedExhibit } from '../documents/exhibit-order.ts';
import type { EvidenceSource, Picture, Slice } from '../evidence/evidence-source.ts';

/** An exhibit with what was read of its files. */
export interface ExhibitSources extends NumberedExhibit {
  readonly sources: readonly EvidenceSource[];
}

/** One page of the appendix: what is shown on it, how large, and where it belongs. */
export interface AppendixPage {
  /** Counts all pages of the appendix from 0; also the mark by which the printed frame is found again. */
  readonly slot: number;
  readonly exhibit: number;
  readonly title: string;
  /** Which of the exhibit's files, and which page of the exhibit, counted from 1. */
  readonly file: number;
  readonly path: string;
  readonly page: number;
  readonly pages: number;
  readonly content: PageContent;
}

export type PageContent =
  | {
      readonly kind: 'slice';
      readonly picture: Picture;
      readonly slice: Slice;
      readonly segment: Segment | undefined;
      readonly frame: Frame;
    }
  | { readonly kind: 'pdf-page'; readonly pdf: string; readonly index: number; readonly frame: Frame }
  | { readonly kind: 'placeholder'; readonly size: number; readonly sha256: string; readonly reason: string };

/** "第2段/共5段" of a long screenshot. */
export interface Segment {
  readonly index: number;
  readonly total: number;
}

/** The space a picture takes on paper, in mm, on an upright or a turned A4 sheet. */
export interface Frame {
  readonly orientation: 'portrait' | 'landscape';
  readonly width: number;
  readonly height: number;
}

/**
 * The room for a picture under the stamp: A4 less the margins of styles/page.css and 12 mm for stamp and gap.
 * The landscape sheet is the same sheet turned, with its binding edge on top.
 */
const room = { portrait: { width: 169, height: 245 }, landscape: { width: 257, height: 157 } } as const;

/** Pictures have no size of their own; CSS calls 96 pixels an inch, and so does this program. */
const mmPerPixel = 25.4 / 96;
const mmPerPoint = 25.4 / 72;
const maximumEnlargement = 1.5;
/** Slices of a long screenshot are as wide as an ordinary phone screenshot becomes (1080×2400 at full height). */
const sliceWidth = 110;

/** The appendix page by page, in exhibit order. Every file has at least one page, usable or not. */
export function planAppendix(exhibits: readonly ExhibitSources[]): AppendixPage[] {
  const pages: AppendixPage[] = [];
  for (const exhibit of exhibits) {
    const contents = exhibit.sources.flatMap((source, file) =>
      contentsOf(source).map((content) => ({ content, file, path: source.path })),
    );
    for (const [index, { content, file, path }] of contents.entries()) {
      pages.push({
        slot: pages.length,
        exhibit: exhibit.number,
        title: exhibit.title,
        file,
        path,
        page: index + 1,
        pages: contents.length,
        content,
      });
    }
  }
  return pages;
}

function contentsOf(source: EvidenceSource): PageContent[] {
  const { content } = source;
  switch (content.kind) {
    case 'picture':
      return content.slices.map((slice, index): PageContent => {
        const isWhole = content.slices.length === 1;
        const { picture } = content;
        return {
          kind: 'slice',
          picture,
          slice,
          segment: isWhole ? undefined : { index: index + 1, total: content.slices.length },
          frame: isWhole
            ? fit(picture.width * mmPerPixel, picture.height * mmPerPixel)
            : { orientation: 'portrait', width: sliceWidth, height: (sliceWidth * slice.height) / picture.width },
        };
      });
    case 'pdf':
      return content.pages.pages.map(
        ({ width, height }, index): PageContent => ({
          kind: 'pdf-page',
          pdf: content.pages.path,
          index,
          frame: fit(width * mmPerPoint, height * mmPerPoint),
        }),
      );
    case 'unusable':
      return [{ kind: 'placeholder', size: source.size, sha256: source.sha256, reason: content.reason }];
  }
}

/** As large as the sheet allows, at most 150 % of natural size (mm); turned only where that makes it larger. */
function fit(width: number, height: number): Frame {
  const scaleIn = ({ width: roomWidth, height: roomHeight }: { width: number; height: number }) =>
    Math.min(roomWidth / width, roomHeight / height, maximumEnlargement);
  const upright = scaleIn(room.portrait);
  const turned = scaleIn(room.landscape);
  const orientation = turned > upright * 1.05 && width > height ? 'landscape' : 'portrait';
  const scale = orientation === 'landscape' ? turned : upright;
  return { orientation, width: width * scale, height: height * scale };
}
