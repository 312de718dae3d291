import type { Case } from '../../contract/case/case-file.ts';
import type { OriginalFile } from '../documents/bound/originals.ts';
import { orderExhibits } from '../documents/exhibit-order.ts';
import { exhibitHeading } from '../documents/exhibits.ts';
import type { Law } from '../law/law.ts';
import { type DerivedAmounts, daysFrom, deriveAmounts } from './derived-amounts.ts';
import {
  createKnownFigures,
  type KnownFigures,
  learnArticle,
  learnDate,
  learnLegalText,
  learnText,
} from './known-figures.ts';
import { readFigures, titleOf } from './read-figures.ts';

/** Where the figures of a packet may come from. */
export interface FigureSources {
  readonly case: Case;
  readonly law: Law;
  readonly originals: readonly OriginalFile[];
  /** Titles of the parts: papers name each other. */
  readonly titles: readonly string[];
  /** What the appendix says of single pages: the names of attachments, where the original is. */
  readonly marks: readonly string[];
  /** The hash that the intake log ends with, which the list of originals prints. */
  readonly logHead?: string | undefined;
  /** What the list of originals says of time stamps. */
  readonly stamped?: readonly string[];
}

export interface PacketFigures {
  readonly known: KnownFigures;
  readonly derived: DerivedAmounts;
  /** Amounts that the user wrote by hand in the part at hand: theirs to answer for, whatever they are called. */
  readonly ownAmounts?: ReadonlySet<number>;
}

/**
 * Names with digits that stand in the templates themselves: the hotline of the market regulator, the kind of checksum
 * with the programs that make it, and the form the complaint is laid out after.
 */
const ownWords = ['12315', 'SHA-256', 'SHA256', 'sha256sum', 'shasum-a256', '《投诉登记表》'];

/** Everything that a packet of this case may say in figures. */
export function packetFigures({
  case: file,
  law,
  originals,
  titles,
  marks,
  logHead = '',
  stamped = [],
}: FigureSources): PacketFigures {
  const known = createKnownFigures();
  const derived = deriveAmounts(file, law.courtFees);
  // Words by hand are traced in their own paper alone, and what they replaced is no source of anything.
  learnValue(known, { ...file, overrides: [] });
  learnLaw(known, law);
  learnOriginals(known, originals);
  learnHash(known, logHead);
  // White space is dropped, so that a number and a title that begins with letters or digits are read as one.
  for (const exhibit of orderExhibits(file)) learnText(known, exhibitHeading(exhibit));
  for (const text of [...marks, ...stamped]) learnText(known, text);
  for (const word of [...ownWords, ...titles.map((title) => `《${title}》`)]) learnText(known, word);
  const { paid, refunded, outstanding, claimed, other } = derived;
  for (const sums of [paid, refunded, outstanding, claimed, other]) {
    for (const sum of sums) known.values.amount.add(String(sum));
  }
  learnSpans(known, file);
  return { known, derived };
}

/** Every text and number of the case: amounts are held in 分, times of day beside their days. */
function learnValue(known: KnownFigures, value: unknown): void {
  if (typeof value === 'string') learnText(known, value);
  else if (typeof value === 'number') {
    known.values.amount.add(String(value));
    known.values.number.add(String(value));
  } else if (typeof value === 'object' && value !== null) {
    if ('day' in value && typeof value.day === 'string') {
      learnDate(known, 'time' in value ? `${value.day}T${String(value.time)}` : value.day);
    }
    for (const child of Object.values(value)) learnValue(known, child);
  }
}

/**
 * Each provision with its statute, its number and the days between which it is in force; and what stands in the dated
 * tables beside them.
 */
function learnLaw(known: KnownFigures, { provisions, ...tables }: Law): void {
  for (const provision of provisions.values()) {
    const { law, short, article, clause = '', docNo = '', inForceFrom, inForceTo, gist } = provision;
    for (const title of [law, short]) {
      known.values.statute.add(titleOf(title));
      for (const { value } of readFigures(article)) {
        learnArticle(known, title, value, '');
        learnArticle(known, title, value, clause);
      }
    }
    for (const text of [docNo, gist, inForceFrom, inForceTo ?? '']) learnLegalText(known, text);
  }
  learnTable(known, tables);
}

/** Sums of money are in 分, shares in thousandths. */
function learnTable(known: KnownFigures, value: unknown): void {
  if (typeof value === 'string') learnLegalText(known, value);
  else if (typeof value === 'number') {
    known.values.amount.add(String(value));
    known.values.percentage.add(String(10 * value));
    known.values.number.add(String(value));
  } else if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) learnTable(known, child);
  }
}

/** Sizes and checksums, the latter in groups of eight; paths; and why a file is not shown as it is. */
function learnOriginals(known: KnownFigures, originals: readonly OriginalFile[]): void {
  let bytes = 0;
  for (const { size, sha256 = '', path, title, reason = '' } of originals) {
    bytes += size;
    known.values.number.add(String(size));
    learnHash(known, sha256);
    for (const text of [path, title, reason]) learnText(known, text);
  }
  known.values.number.add(String(bytes));
}

/** Whole, and in the groups in which it is printed. */
function learnHash(known: KnownFigures, hash: string): void {
  for (const text of [hash, ...(hash.match(/.{8}/g) ?? [])]) known.values.number.add(text);
}

/** Days of a membership: in all, used and left. */
function learnSpans(known: KnownFigures, { orders }: Case): void {
  for (const { term } of orders) {
    if (term === undefined) continue;
    const [days, used] = [daysFrom(term.from, term.until), daysFrom(term.from, term.usedUntil)];
    for (const span of [days, used, days - used]) known.values.number.add(String(span));
  }
}
