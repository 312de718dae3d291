import type { PromiseRow } from '../../../contract/case/case-file.ts';
import { disputeHead } from '../blocks/dispute-head.ts';
import { intervalDifference } from '../blocks/interval-difference.ts';
import type { NamedRow } from '../blocks/named-rows.ts';
import { type SignatureBlock, signatureBlock } from '../blocks/signature.ts';
import { type Inline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';
import { actualText, promisedText } from '../timeline/timeline-intervals.ts';

const words: PartyWords = { claimant: '制表人', respondent: '商家' };

/** One promise beside what came of it. */
export interface ComparisonRow {
  readonly number: number;
  readonly subject: string;
  readonly promised: Inline[];
  readonly promisedIn: Inline[];
  readonly performed: Inline[];
  readonly difference: Inline[];
  /** One reference a line. */
  readonly evidence: Inline[][];
  /** None, or the span that was promised and the one that was kept, in a line of its own. */
  readonly intervals: { readonly promised: string; readonly actual: string; readonly difference: string }[];
}

/**
 * 承诺与实际履行对比表: a table for whoever has two minutes. Goes with a complaint or a statement of claim, which has the
 * law; facts alone stand here.
 */
export interface Comparison {
  readonly title: string;
  readonly head: NamedRow[];
  readonly rows: ComparisonRow[];
  /** A blank where the case holds no promise. */
  readonly empty: Inline[];
  readonly signature: SignatureBlock;
}

export function buildComparison(input: DocumentInput): Comparison {
  const { case: file, facts } = input;
  return {
    title: '承诺与实际履行对比表',
    head: disputeHead(input, words, '商家'),
    rows: file.promises.map((row, index) => comparisonRow(input, row, index)),
    empty: file.promises.length > 0 ? [] : facts.need(undefined, '商家承诺的内容和实际履行情况', 'promises'),
    signature: signatureBlock(file, words.claimant),
  };
}

function comparisonRow({ facts }: DocumentInput, row: PromiseRow, index: number): ComparisonRow {
  const { subject, promised, promisedIn, performed, difference, evidence, interval } = row;
  const path = `promises[${index}]`;
  return {
    number: index + 1,
    subject,
    promised: paperPhrase(facts, words, promised),
    promisedIn: text(promisedIn ?? ''),
    performed: paperPhrase(facts, words, performed),
    difference:
      difference === undefined
        ? text(isKept(performed) ? '无' : '与承诺不一致')
        : paperPhrase(facts, words, difference),
    evidence:
      evidence.length === 0
        ? [facts.need(undefined, `第${index + 1}项的证据`, `${path}.evidence`)]
        : evidence.map((id) => facts.references([id])),
    intervals:
      interval === undefined
        ? []
        : [
            {
              promised: promisedText(interval),
              actual: actualText(interval),
              difference: intervalDifference(interval),
            },
          ],
  };
}

/** A row may also say that something was kept; then no difference is made of it. */
function isKept(performed: string): boolean {
  return /^(?:已|已经|均已)?(?:按|依照|按照)(?:约定|承诺)|^(?:已|均已)?(?:履行|做到|兑现)|^(?:与承诺)?(?:一致|相符)/u.test(
    performed,
  );
}
