import { numeral } from '../../../contract/case/words.ts';
import type { RebuttalLine } from '../../law/tables/rebuttals.ts';
import { citeApplicable } from '../blocks/cite-applicable.ts';
import { defencesOf, readPath, type SaidDefence } from '../blocks/defences.ts';
import { disputeHead } from '../blocks/dispute-head.ts';
import { groundParagraphs, standardTermParagraphs } from '../blocks/legal-grounds.ts';
import type { NamedRow } from '../blocks/named-rows.ts';
import { holdsFor } from '../blocks/rebuttal-conditions.ts';
import { factsOn } from '../blocks/rebuttal-facts.ts';
import { type SignatureBlock, signatureBlock } from '../blocks/signature.ts';
import { type Inline, joinInline, plainText, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase, paperProse } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

const words: PartyWords = { claimant: '陈述人', respondent: '对方' };

/** One defence and all that is said to it. */
export interface RebuttalBlock {
  readonly heading: string;
  readonly rows: NamedRow[];
}

/** 对商家抗辩的逐项回应: goes with an appeal, a complaint or a statement of claim. */
export interface Rebuttal {
  readonly title: string;
  readonly head: NamedRow[];
  readonly blocks: RebuttalBlock[];
  /** A blank where nobody has said what the other side answers. */
  readonly empty: Inline[];
  readonly proof: Inline[][];
  readonly signature: SignatureBlock;
}

export function buildRebuttal(input: DocumentInput): Rebuttal {
  const { case: file, facts, law } = input;
  const defences = defencesOf(input, words);
  return {
    title: '对商家抗辩的逐项回应',
    head: disputeHead(input, words, words.respondent),
    blocks: withoutRepetition(defences.map((defence, index) => block(input, defence, index, defences.length === 1))),
    empty: defences.length > 0 ? [] : facts.need(undefined, '商家抗辩的内容', 'defences'),
    proof: defences.length === 0 ? [] : linesOf(input, law.rebuttals.proof),
    signature: signatureBlock(file, words.claimant),
  };
}

const factsName = '有关事实';

function block(input: DocumentInput, defence: SaidDefence, index: number, isOnly: boolean): RebuttalBlock {
  const { case: file, facts, law } = input;
  const { kind, path } = defence;
  const answer = law.rebuttals.rebuttals.find((one) => one.kind === kind);
  if (answer === undefined) throw new RangeError(`no rebuttal of ${kind}: the schema of rebuttals.json asks for each`);
  const found = factsOn(kind, input, words);
  const forum = file.stage === 'court' ? 'court' : 'elsewhere';
  const place = (id: string) => input.exhibits.get(id)?.number ?? 0;
  const evidence = [...new Set([...found.evidence, ...defence.evidence])].toSorted(
    (first, second) => place(first) - place(second),
  );
  const rows: NamedRow[] = [
    { name: kind === 'refund-delayed' ? '处理情况' : '对方的说法', lines: defence.said },
    {
      name: '回应',
      lines: reply(input, defence, [
        ...(kind === 'no-refund-term' ? standardTermParagraphs(input, forum, words) : []),
        ...linesOf(input, answer.points),
        // An answer that was read, not entered, and is none of the usual is met by what the claim rests on.
        ...(kind === 'other' && path === readPath ? groundParagraphs(input, 'elsewhere', words, words.respondent) : []),
      ]),
    },
    { name: factsName, lines: found.paragraphs },
    { name: '请对方提供', lines: numbered(linesOf(input, answer.asked)) },
    {
      name: '我方证据',
      lines: [
        evidence.length > 0
          ? facts.references(evidence)
          : facts.need(undefined, `回应${answer.title}的证据`, path === readPath ? path : `${path}.evidence`),
      ],
    },
    { name: '需要说明', lines: linesOf(input, answer.limits) },
  ];
  return {
    heading: `${numeral(index + 1)}、关于${isOnly && kind === 'other' ? '对方的答复' : answer.title}`,
    rows: rows.filter(({ lines }) => lines.length > 0),
  };
}

/** The same keys may answer two defences: their facts are told with the first of them. */
function withoutRepetition(blocks: readonly RebuttalBlock[]): RebuttalBlock[] {
  const told = new Map<string, number>();
  return blocks.map(({ heading, rows }, index) => ({
    heading,
    rows: rows.map((row) => {
      if (row.name !== factsName) return row;
      const first = row.lines.map((line) => told.get(plainText(line))).find((place) => place !== undefined);
      const fresh = row.lines.filter((line) => !told.has(plainText(line)));
      for (const line of fresh) told.set(plainText(line), index);
      if (first === undefined) return row;
      const earlier = `见第${numeral(first + 1)}部分。`;
      return { ...row, lines: [text(fresh.length === 0 ? earlier : `另${earlier}`), ...fresh] };
    }),
  }));
}

/** The user's own words, then the law. Whether a key leaked, and whatever is out of the usual, only the user can answer. */
function reply({ facts }: DocumentInput, { kind, reply: written, path }: SaidDefence, law: Inline[][]): Inline[][] {
  const own = paperProse(facts, words, written);
  const isTheirsToTell = kind === 'key-leaked' || (kind === 'other' && path !== readPath) || law.length === 0;
  if (own.length > 0 || !isTheirsToTell) return [...own, ...law];
  return [facts.need(undefined, '对这一说法的回应', path === readPath ? path : `${path}.reply`), ...law];
}

/** Lines that fit the case, each with its citation; a line whose law does not fit the case says nothing. */
function linesOf(input: DocumentInput, lines: readonly RebuttalLine[]): Inline[][] {
  const { case: file, facts } = input;
  return lines.flatMap(({ when, text: said, provisions }): Inline[][] => {
    if (!holdsFor(file, when)) return [];
    const phrase = paperPhrase(facts, words, said);
    if (provisions.length === 0) return [joinInline(phrase, '。')];
    const citation = citeApplicable(input, provisions);
    return citation === undefined ? [] : [joinInline(phrase, `（${citation.text}）。`)];
  });
}

function numbered(lines: readonly Inline[][]): Inline[][] {
  return lines.length < 2 ? [...lines] : lines.map((line, index) => joinInline(text(`${index + 1}．`), line));
}
