import type { ClaimLine } from '../blocks/claims.ts';
import { type Inline, joinInline, plainText, text } from '../inline.ts';

/**
 * The building blocks of a form by elements: named rows whose cells hold lines, and boxes to tick behind their words.
 * Rows keep the order and the names of the model form, with all its boxes; what does not apply says 无, as the form
 * allows, or leaves the words of the form open.
 */
export interface ElementBox {
  readonly label: string;
  readonly isTicked: boolean;
}

/** Words of a line, with a box behind them or without. */
export interface ElementPart {
  readonly words: Inline[];
  readonly isBox: boolean;
  readonly isTicked: boolean;
  /** Follows what stands before it without a space. */
  readonly isJoined: boolean;
}

export interface ElementLine {
  /** Set in below the answer it belongs to. */
  readonly isIndented: boolean;
  readonly parts: ElementPart[];
}

export interface ElementRow {
  readonly name: string;
  /** A party of the dispute: its name stands in the middle of its column. */
  readonly isParty: boolean;
  /** Too long to be kept on one page. */
  readonly isLong: boolean;
  readonly lines: ElementLine[];
}

export interface ElementSection {
  readonly title: string;
  /** What the form itself says in brackets under the head, above what may be told in full. */
  readonly notes: string[];
  /** The box in which all claims are told in full; empty in every other section. */
  readonly requests: ClaimLine[];
  readonly total: Inline[];
  /** The same box for facts and reasons. */
  readonly story: Inline[][];
  readonly rows: ElementRow[];
}

/** What a row says: paragraphs, or lines with boxes. */
export type Answer = readonly (readonly Inline[] | ElementLine)[];

export const none: Answer = [text('无')];

/** 无 where nothing is said. */
export function orNone(answer: Answer): Answer {
  return answer.length === 0 ? none : answer;
}

const runsOf = (words: string | readonly Inline[]): Inline[] => (typeof words === 'string' ? text(words) : [...words]);

export function box(words: string | readonly Inline[], isTicked: boolean): ElementPart {
  return { words: runsOf(words), isBox: true, isTicked, isJoined: false };
}

/** Without the space before it, as brackets stand in the form. */
export function joined(part: string | ElementPart): ElementPart {
  const made = typeof part === 'string' ? { words: text(part), isBox: false, isTicked: false } : part;
  return { ...made, isJoined: true };
}

type LinePart = string | readonly Inline[] | ElementPart;

/** A line of the form: words and boxes, set apart by a space. */
export function lineOf(...parts: readonly LinePart[]): ElementLine {
  return {
    isIndented: false,
    parts: parts.map((part) =>
      typeof part !== 'string' && 'isBox' in part
        ? part
        : { words: runsOf(part), isBox: false, isTicked: false, isJoined: false },
    ),
  };
}

export function indented(line: ElementLine): ElementLine {
  return { ...line, isIndented: true };
}

/** A paragraph below the answer it belongs to. */
export function below(paragraph: readonly Inline[]): ElementLine {
  return indented(lineOf(paragraph));
}

/** A box for each label; words such as "性别：" stand before the first. */
export function boxes(lead: string, labels: readonly string[], ticked: readonly string[]): ElementPart[] {
  return labels.map((label, index) => box(joinInline(index === 0 ? lead : '', label), ticked.includes(label)));
}

export function tickBoxes(labels: readonly string[], ticked: readonly string[]): ElementBox[] {
  return labels.map((label) => ({ label, isTicked: ticked.includes(label) }));
}

/** 是□ and 否□ as the form sets them: what it asks beside 是, what is told, and 否 on a line of its own. */
export function yesOrNo(
  isYes: boolean,
  asked: readonly LinePart[] = [],
  told: Answer = [],
  [yes, no]: readonly [yes: string, no: string] = ['是', '否'],
): Answer {
  return [lineOf(box(yes, isYes), ...asked), ...told, lineOf(box(no, !isYes))];
}

export function elementRow(name: string, answer: Answer): ElementRow {
  const lines = answer.map((line) => ('parts' in line ? line : lineOf(line)));
  return { name, isParty: false, isLong: isLong(lines), lines };
}

export function partyRow(name: string, answer: Answer): ElementRow {
  return { ...elementRow(name, answer), isParty: true, isLong: false };
}

// About a third of a page in the cell of form 06: more than that may go over to the next page.
const mostLinesKept = 16;
const charactersInLine = 32;

function isLong(lines: readonly ElementLine[]): boolean {
  const lengths = lines.map(({ parts }) => plainText(parts.flatMap(({ words }) => words)).length);
  const count = lengths.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / charactersInLine)), 0);
  return count > mostLinesKept;
}

export function section(title: string, rows: readonly ElementRow[]): ElementSection {
  return { title, notes: [], requests: [], total: [], story: [], rows: [...rows] };
}
