import { type Exhibits, exhibitAnchor, exhibitHeading } from '../exhibits.ts';
import { type VolumeShown, volumeWord } from './inserted-sheets.ts';

/** Where a part of the packet stands; pages counted from 1 over the whole packet. */
export interface PartPlace {
  readonly id: string;
  readonly title: string;
  readonly firstPage: number;
  readonly pages: number;
}

export interface ContentsModel {
  readonly lines: readonly ContentsLine[];
}

export interface ContentsLine {
  readonly title: string;
  readonly href: string;
  readonly page: string;
  /** In which volume, where it is not the one that these contents are in. */
  readonly volume: string;
  /** The exhibits, under the part that holds them. */
  readonly exhibits: readonly Omit<ContentsLine, 'exhibits'>[];
}

/** 目录: every part but the cover and the table itself, and the exhibits within the appendix, each with its page. */
export function buildContents(
  parts: readonly PartPlace[],
  exhibits: Exhibits,
  volumes: readonly VolumeShown[] = [],
): ContentsModel {
  const volumeAt = (page: number) => {
    const volume = volumes.findLast(({ firstPage }) => firstPage <= page);
    return volume === undefined || volume.number === 1 ? '' : `（${volumeWord(volume.number)}）`;
  };
  const shown = [...exhibits.values()].filter((exhibit) => exhibit.pages > 0);
  return {
    lines: parts
      .filter((part) => part.id !== 'cover' && part.id !== 'contents')
      .map((part) => ({
        title: part.title,
        href: `#part-${part.id}`,
        page: `${part.firstPage}`,
        volume: volumeAt(part.firstPage),
        exhibits: (part.id === 'appendix' ? shown : [])
          .toSorted((first, second) => first.number - second.number)
          .map((exhibit) => ({
            title: exhibitHeading(exhibit),
            href: `#${exhibitAnchor(exhibit)}`,
            page: `${exhibit.firstPage}`,
            volume: volumeAt(exhibit.firstPage),
          })),
      })),
  };
}
