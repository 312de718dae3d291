import { type PacketForm, plainForm } from '../../contract/packet-form.ts';
import type { NumberedExhibit } from '../documents/exhibit-order.ts';
import type { EvidenceSource, PaperSize, Picture, Slice } from '../evidence/evidence-source.ts';
import { paperRoom } from '../evidence/paper-room.ts';
import { isPhoneScreenshot, shareSheets } from './share-sheets.ts';

/** An exhibit with what was read of its files. */
export interface ExhibitSources extends NumberedExhibit {
  readonly sources: readonly EvidenceSource[];
}

/** One sheet of the appendix: what is shown on it, how large, and where it belongs. */
export interface AppendixPage {
  /** Counts the sheets of the appendix from 0. */
  readonly index: number;
  readonly exhibit: number;
  readonly title: string;
  /** Which page of the exhibit, counted from 1. */
  readonly page: number;
  readonly pages: number;
  readonly orientation: 'portrait' | 'landscape';
  /** One, or several small pictures. */
  readonly cells: readonly AppendixCell[];
}

/** One picture or page of a file, on the whole of a sheet or on its share of it. */
export interface AppendixCell {
  /** Counts all cells of the appendix from 0; also the mark by which the printed frame is found again. */
  readonly slot: number;
  /** Which of the exhibit's files. */
  readonly file: number;
  readonly path: string;
  /** What it says of itself: "第2段/共5段". */
  readonly mark: string | undefined;
  /** Below it, where it shares the sheet: which file of the exhibit it is. */
  readonly caption: string | undefined;
  /** Below it: what the first page of a file has to say. */
  readonly notice: string | undefined;
  readonly content: CellContent;
}

export type CellContent =
  | { readonly kind: 'picture'; readonly picture: Picture; readonly slice: Slice; readonly frame: Frame }
  | { readonly kind: 'pdf-page'; readonly pdf: string; readonly index: number; readonly frame: Frame }
  | { readonly kind: 'placeholder'; readonly size: number; readonly sha256: string; readonly reason: string };

/** The space a picture takes on paper, in mm. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

const maximumEnlargement = 1.5;
/** Of what shares a sheet, at least: below it, letters of a screenshot are seen to be made of squares. */
const leastDotsPerInch = 150;
/** A notice below a picture, in mm; the same in templates/styles/appendix.css. */
const noticeType = { gap: 2.5, line: 4.5, letter: 3.2 };

/** The choices of a packet's form that the appendix depends on. */
export type AppendixForm = Pick<PacketForm, 'perSheet' | 'separators'>;

/**
 * The appendix sheet by sheet, in exhibit order. Every file has at least one, usable or not. `notes` says what the case
 * calls a file, by its path.
 */
export function planAppendix(
  exhibits: readonly ExhibitSources[],
  { perSheet }: AppendixForm = plainForm,
  notes: ReadonlyMap<string, string> = new Map(),
): AppendixPage[] {
  const sheets: AppendixPage[] = [];
  let slot = 0;
  for (const { number, title, sources } of exhibits) {
    const cells = sources.flatMap((source, file) => cellsOf(source, file));
    const shared = shareSheets(cells, perSheet);
    for (const [index, { cells: group, orientation, room }] of shared.entries()) {
      sheets.push({
        index: sheets.length,
        exhibit: number,
        title,
        page: index + 1,
        pages: shared.length,
        orientation,
        cells: group.map(({ orientation: _own, canShare: _can, ...cell }) => ({
          ...cell,
          slot: slot++,
          content: room === undefined ? cell.content : fitted(cell.content, room),
          caption: room === undefined ? undefined : `证据${number}-${cell.file + 1} · ${nameOf(cell.path, notes)}`,
        })),
      });
    }
  }
  return sheets;
}

/** What the case calls the file, or its own name. */
function nameOf(path: string, notes: ReadonlyMap<string, string>): string {
  return notes.get(path) ?? path.slice(path.lastIndexOf('/') + 1);
}

interface PlannedCell extends Omit<AppendixCell, 'slot' | 'caption'>, Pick<AppendixPage, 'orientation'> {
  readonly canShare: boolean;
}

function cellsOf(source: EvidenceSource, file: number): PlannedCell[] {
  const { path, size, sha256, content } = source;
  const plain = { file, path, notice: undefined, orientation: 'portrait', canShare: false } as const;
  if (content.kind === 'unusable') {
    return [{ ...plain, mark: undefined, content: { kind: 'placeholder', size, sha256, reason: content.reason } }];
  }
  return content.pages.map((page, index): PlannedCell => {
    const notice = index === 0 && content.notice !== undefined ? `${content.notice}${whereIs(path)}` : undefined;
    const common = { ...plain, mark: page.mark, notice };
    if (page.kind === 'placeholder') {
      return { ...common, content: { kind: 'placeholder', size, sha256, reason: page.reason } };
    }
    const { orientation, ...frame } = fit(page.size, noticeHeight(notice));
    if (page.kind === 'pdf-page') {
      return { ...common, orientation, content: { kind: 'pdf-page', pdf: page.pdf, index: page.index, frame } };
    }
    const { picture, slice } = page;
    const canShare = isPhoneScreenshot(page, notice);
    return { ...common, orientation, canShare, content: { kind: 'picture', picture, slice, frame } };
  });
}

/** Where the original of a file is that a print cannot stand for. */
function whereIs(path: string): string {
  return `原始文件：${path}，随案件一并导出。`;
}

/** Room that a notice takes from the picture above it, in mm: no letter is wider than a Chinese character. */
function noticeHeight(notice: string | undefined): number {
  if (notice === undefined) return 0;
  const lines = Math.ceil((notice.length * noticeType.letter) / paperRoom.portrait.width);
  return noticeType.gap + lines * noticeType.line;
}

/** As large as its share of the sheet allows, and no larger than it would be alone. */
function fitted(content: CellContent, room: Frame): CellContent {
  if (content.kind === 'placeholder') return content;
  const { width, height } = content.frame;
  const sharp = content.kind === 'picture' ? (content.picture.width / leastDotsPerInch) * 25.4 : width;
  const scale = Math.min(1, room.width / width, room.height / height, sharp / width);
  return { ...content, frame: { width: width * scale, height: height * scale } };
}

/**
 * As large as the sheet allows: at most 150 % of natural size, or just that where it is fixed; turned only where that
 * makes it larger. `below` is kept free, in mm.
 */
function fit({ width, height, isFixed }: PaperSize, below: number): Frame & Pick<AppendixPage, 'orientation'> {
  const scaleIn = (room: Frame) =>
    Math.min(room.width / width, (room.height - below) / height, isFixed ? 1 : maximumEnlargement);
  const upright = scaleIn(paperRoom.portrait);
  const turned = scaleIn(paperRoom.landscape);
  const orientation = turned > upright * 1.05 && width > height ? 'landscape' : 'portrait';
  const scale = orientation === 'landscape' ? turned : upright;
  return { orientation, width: width * scale, height: height * scale };
}
