import { numeral } from '../../../contract/case/words.ts';
import type { PacketForm } from '../../../contract/packet-form.ts';
import type { Exhibit } from '../exhibits.ts';
import { type Inline, text } from '../inline.ts';

/** What stands between the parts of a packet, as its template takes it; of the three, one is there. */
export interface InsertedSheetModel {
  readonly isBlank: boolean;
  readonly separator: SeparatorModel | undefined;
  readonly volume: VolumeModel | undefined;
}

export interface SeparatorModel {
  readonly number: string;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly paragraphs: readonly (readonly Inline[])[] }[];
}

export interface VolumeModel {
  readonly anchor: string;
  /** "第二册　共三册" */
  readonly heading: string;
  readonly caseTitle: string;
  readonly pages: string;
  /** "遮盖版", "副本". */
  readonly version: string;
  /** False on the sheets on which the contents of a volume go on. */
  readonly isFirst: boolean;
  readonly entries: readonly { readonly title: string; readonly page: string; readonly isExhibit: boolean }[];
  /** Where the rest is: "第一册：第1—200页". */
  readonly others: readonly string[];
}

/** 副本: what is for the other side (民事诉讼法 123, 证据规定 19). */
export const copyWord = '副本';

/** What a packet says of itself on its cover, its volumes and every page; empty for the whole one that is filed. */
export function versionWord({ isRedacted, isCopy }: Pick<PacketForm, 'isRedacted' | 'isCopy'>): string {
  return [...(isRedacted ? ['遮盖版'] : []), ...(isCopy ? [copyWord] : [])].join('　');
}

export const blankSheet: InsertedSheetModel = { isBlank: true, separator: undefined, volume: undefined };

/** 隔页: what comes behind it, found by whoever leafs through. */
export function separatorSheet(
  { number, title, firstPage, pages }: Exhibit,
  said: Readonly<Record<'source' | 'proves', readonly (readonly Inline[])[]>>,
): InsertedSheetModel {
  const rows = [
    { label: '证据来源', paragraphs: said.source },
    { label: '证明对象', paragraphs: said.proves },
    { label: '页码', paragraphs: [text(rangeOf({ firstPage, pages }))] },
  ];
  const shown = rows.filter(({ paragraphs }) => paragraphs.length > 0);
  return { isBlank: false, separator: { number: `证据${number}`, title, rows: shown }, volume: undefined };
}

/** A volume as a reader must know it; pages are those of the whole packet. */
export interface VolumeShown {
  readonly number: number;
  readonly firstPage: number;
  readonly pages: number;
  readonly entries: readonly { readonly title: string; readonly page: number; readonly isExhibit: boolean }[];
}

/** 分册首页: which volume of which packet this is, what is in it, and where the rest is. */
export function volumeSheet(
  volumes: readonly VolumeShown[],
  {
    number,
    sheet,
    entriesOfSheet,
  }: { readonly number: number; readonly sheet: number; readonly entriesOfSheet: number },
  { caseTitle, version }: { readonly caseTitle: string; readonly version: string },
): InsertedSheetModel {
  const volume = volumes[number - 1];
  if (volume === undefined) throw new RangeError(`no volume ${number} of ${volumes.length}`);
  const isFirst = sheet === 0;
  return {
    isBlank: false,
    separator: undefined,
    volume: {
      anchor: isFirst ? `volume-${number}` : `volume-${number}-${sheet + 1}`,
      heading: volumeOf(number, volumes.length),
      caseTitle,
      pages: `本册第${rangeOf(volume)}页`,
      version,
      isFirst,
      entries: volume.entries
        .slice(sheet * entriesOfSheet, (sheet + 1) * entriesOfSheet)
        .map(({ title, page, isExhibit }) => ({ title, page: `${page}`, isExhibit })),
      others: isFirst
        ? volumes
            .filter((other) => other !== volume)
            .map((other) => `${volumeWord(other.number)}：第${rangeOf(other)}页`)
        : [],
    },
  };
}

export function volumeWord(number: number): string {
  return `第${numeral(number)}册`;
}

/** "第二册　共三册" */
export function volumeOf(number: number, count: number): string {
  return `${volumeWord(number)}　共${numeral(count)}册`;
}

function rangeOf({ firstPage, pages }: Pick<VolumeShown, 'firstPage' | 'pages'>): string {
  return pages === 1 ? `${firstPage}` : `${firstPage}—${firstPage + pages - 1}`;
}
