import { numeralCharacters } from './chinese-numbers.ts';
import { plainForm } from './read-figures.ts';
import type { PageText } from './read-packet-text.ts';
import type { SectionText } from './section-text.ts';

/** A text of the finished packet and the page it begins on. */
export interface PlacedText {
  readonly page: number;
  readonly text: string;
}

export interface MatchedPart {
  /** All texts of the part in the order they are painted, those that run over a page joined. */
  readonly texts: readonly PlacedText[];
  /** Texts whose figures the template did not give. */
  readonly changed: readonly PlacedText[];
  /** Texts with figures that the template gave and the packet does not show. */
  readonly lost: readonly string[];
}

/**
 * Compares what stands on the pages of a part with what its template gave. Each text of the template is found again in
 * one run, or in several where it goes on over a page. What is left on both sides is compared by its figures alone:
 * a character that a font copies as another is no change of a figure.
 */
export function matchText(pages: readonly PageText[], section: SectionText): MatchedPart {
  const runs = pages.flatMap(({ number, runs: all }) =>
    all.filter(({ isContent }) => isContent).map(({ text }) => ({ page: number, text: plainForm(text) })),
  );
  const { given, continued, leftTexts, leftRuns } = assign(
    section.texts.map(({ text }) => text),
    runs,
  );
  const unexplained = leftRuns.filter(({ text }) => !section.repeated.has(text) && figuresIn(text) !== '');
  const missing = leftTexts.filter((text) => figuresIn(text) !== '');
  const byFigures = assign(
    missing.map(figuresIn),
    unexplained.map(({ page, text }) => ({ page, text: figuresIn(text) })),
  );
  const changed = new Set(byFigures.leftRunIndexes);
  const parts = new Map(section.texts.map(({ text, parts: drawn }) => [text, drawn]));
  return {
    texts: runs.flatMap(({ page, text }, index) => {
      if (continued.has(index)) return [];
      const whole = given.get(index) ?? text;
      return (parts.get(whole) ?? [whole]).map((part) => ({ page, text: part }));
    }),
    changed: unexplained.filter((_, index) => changed.has(index)),
    lost: missing.filter((text) => byFigures.leftTexts.includes(figuresIn(text))),
  };
}

interface Assignment {
  /** The text that begins in a run, by the run's index. */
  readonly given: ReadonlyMap<number, string>;
  /** Runs in which the text of an earlier one goes on. */
  readonly continued: ReadonlySet<number>;
  readonly leftTexts: readonly string[];
  readonly leftRuns: readonly PlacedText[];
  readonly leftRunIndexes: readonly number[];
}

/** Finds each text in a run of its own, or cut into runs on pages that follow each other. */
function assign(texts: readonly string[], runs: readonly PlacedText[]): Assignment {
  const given = new Map<number, string>();
  const continued = new Set<number>();
  // What both have in the same order at either end is the same, so that what differs is found where it stands.
  const shared = Math.min(texts.length, runs.length);
  let start = 0;
  while (start < shared && texts[start] === runs[start]?.text) start += 1;
  let end = 0;
  while (end < shared - start && texts.at(-1 - end) === runs.at(-1 - end)?.text) end += 1;
  for (const [index, text] of texts.entries()) {
    if (index < start) given.set(index, text);
    else if (index >= texts.length - end) given.set(index + runs.length - texts.length, text);
  }
  const byText = new Map<string, number[]>();
  for (const [index, { text }] of runs.entries()) {
    if (!given.has(index)) byText.set(text, [...(byText.get(text) ?? []), index]);
  }
  const cut: string[] = [];
  for (const text of texts.slice(start, texts.length - end)) {
    const index = byText.get(text)?.shift();
    if (index === undefined) cut.push(text);
    else given.set(index, text);
  }
  const unfound = cut.filter((text) => {
    const [first, ...rest] = piecesOf(text, runs, (index) => given.has(index) || continued.has(index));
    if (first === undefined) return true;
    given.set(first, text);
    for (const index of rest) continued.add(index);
    return false;
  });
  const leftTexts = unfound.filter((text) => {
    const index = runs.findIndex((run, at) => !given.has(at) && !continued.has(at) && isShortened(run.text, text));
    if (index !== -1) given.set(index, text);
    return index === -1;
  });
  const leftRunIndexes = [...runs.keys()].filter((index) => !given.has(index) && !continued.has(index));
  return {
    given,
    continued,
    leftTexts,
    leftRuns: leftRunIndexes.flatMap((index) => runs[index] ?? []),
    leftRunIndexes,
  };
}

/** Whether a run is the beginning of a text for which its line had no room: the browser ends a long title so. */
function isShortened(run: string, text: string): boolean {
  const beginning = /^(?<beginning>.+?)(?:…|\.{3})$/u.exec(run)?.groups?.beginning;
  return beginning !== undefined && text.startsWith(beginning);
}

/** The runs that make up a text one after another, each on the page after the one before; none where they do not. */
function piecesOf(text: string, runs: readonly PlacedText[], isTaken: (index: number) => boolean): readonly number[] {
  for (const [start, opening] of runs.entries()) {
    if (isTaken(start) || !text.startsWith(opening.text)) continue;
    const pieces = [start];
    let { page } = opening;
    let { length } = opening.text;
    for (let index = start + 1; index < runs.length && length < text.length; index += 1) {
      const run = runs[index];
      if (run === undefined || isTaken(index) || run.page !== page + 1 || !text.startsWith(run.text, length)) continue;
      pieces.push(index);
      length += run.text.length;
      page = run.page;
    }
    if (length === text.length) return pieces;
  }
  return [];
}

/** The digits of a text, Chinese ones included, and the signs that belong to them. */
function figuresIn(text: string): string {
  return text.replaceAll(new RegExp(`[^\\d%.${numeralCharacters}]`, 'gu'), '').replaceAll(/(?<!\d)\.|\.(?!\d)/g, '');
}
