import type { Exhibit } from '../documents/exhibits.ts';
import type { PlacedText } from './match-text.ts';
import { plainForm } from './read-figures.ts';
import type { PageText } from './read-packet-text.ts';
import type { UntracedFigure } from './trace-figures.ts';

/** What a packet counts: its pages, its exhibits, the pages and files of these. */
export interface PacketCounts {
  readonly pages: number;
  readonly appendixPages: number;
  readonly files: number;
  readonly exhibits: readonly Pick<Exhibit, 'number' | 'firstPage' | 'pages'>[];
}

const reference = /证据(?<number>\d+)（第(?<first>\d+)(?:—(?<last>\d+))?页）/gu;

/** References to evidence, and the counts that a packet states of itself, that are not so. `told` is the case's own text. */
export function checkPlaces(texts: readonly PlacedText[], counts: PacketCounts, told: string): UntracedFigure[] {
  const totals: readonly (readonly [RegExp, number])[] = [
    [/全卷共(?<count>\d+)页/gu, counts.pages],
    [/附件共(?<count>\d+)页/gu, counts.appendixPages],
    [/证据共(?<count>\d+)项/gu, counts.exhibits.length],
    [/^共(?<count>\d+)个文件/gu, counts.files],
  ];
  return texts.flatMap((placed) => {
    const wrong = [
      ...[...placed.text.matchAll(reference)].filter(({ groups }) => !isExhibit(groups ?? {}, counts)),
      ...totals.flatMap(([pattern, total]) =>
        [...placed.text.matchAll(pattern)].filter(({ groups }) => Number(groups?.count) !== total),
      ),
    ];
    return wrong
      .filter(([text]) => !told.includes(text))
      .map(({ 0: text, index }) => ({ ...placed, figure: { kind: 'count', text, index } }));
  });
}

function isExhibit(
  { number, first, last }: Readonly<Record<string, string | undefined>>,
  { exhibits }: PacketCounts,
): boolean {
  const exhibit = exhibits.find((one) => one.number === Number(number));
  if (exhibit === undefined) return false;
  const end = exhibit.firstPage + exhibit.pages - 1;
  return exhibit.firstPage === Number(first) && end === Number(last ?? first);
}

/** Page feet: they name this page, and how many there are if anything else. */
export function checkFeet(pages: readonly PageText[]): UntracedFigure[] {
  return pages.flatMap(({ number, runs }) =>
    runs
      .filter(({ isContent }) => !isContent)
      .map(({ text }) => plainForm(text))
      .filter((text) => !isFoot((text.match(/\d+/g) ?? []).map(Number), number, pages.length))
      .map((text) => ({ page: number, text, figure: { kind: 'count', text, index: 0 } })),
  );
}

function isFoot(numbers: readonly number[], page: number, pages: number): boolean {
  const [first, second, ...others] = numbers;
  if (first === undefined) return true;
  if (second === undefined) return first === page;
  return others.length === 0 && ((first === page && second === pages) || (first === pages && second === page));
}
