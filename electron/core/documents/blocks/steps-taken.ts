import type { Case, CaseEvent, Filing } from '../../../contract/case/case-file.ts';
import { epochOf, formatDay, formatMoment, type Moment } from '../../../contract/case/moments.ts';
import { filingBodyWords } from '../../../contract/case/words.ts';
import { isToTrader } from '../../law/dispute.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';
import { answerPhrase, filingOutcome } from './filing-words.ts';

/** One step towards the other side: when, to whom, what came of it, and what shows it. */
export interface StepRow {
  readonly at: Inline[];
  /** A name, and below it the number under which it was taken. */
  readonly to: Inline[][];
  readonly outcome: Inline[];
  /** One reference a line. */
  readonly evidence: Inline[][];
}

const told: readonly CaseEvent['kind'][] = ['demand', 'no-reason-request', 'admission', 'rescission-notice'];

/**
 * What was asked of shop and platform, and what they answered, by date. Demands and admissions that stand among the
 * events are told beside the filings, unless a filing of the same day tells them already. A paper that tells the
 * answers below in the user's own words leaves them out here. One row of blanks where nothing was asked.
 */
export function stepRows(
  { case: file, facts }: DocumentInput,
  words: PartyWords,
  bodies: readonly Filing['body'][],
  answers: 'told-here' | 'told-below' = 'told-here',
): StepRow[] {
  const filings = file.filings
    .map((filing, index) => ({ filing, index }))
    .filter(({ filing }) => bodies.includes(filing.body) && filing.status !== 'withdrawn');
  const days = new Set(filings.map(({ filing }) => filing.filedOn));
  const steps = [
    ...filings.map(({ filing, index }) => {
      const { body, name, filedOn, reference, answer, evidence } = filing;
      const what = filingBodyWords[body];
      const whom = name ?? what;
      return {
        order: filedOn === undefined ? Number.POSITIVE_INFINITY : epochOf({ kind: 'day', day: filedOn }),
        row: {
          at: facts.need(filedOn && formatDay(filedOn), `向${what}提出请求的日期`, `filings[${index}].filedOn`),
          to: reference === undefined ? [text(whom)] : [text(whom), text(reference)],
          outcome: joinInline(
            filingOutcome(filing),
            answers === 'told-here' ? answerPhrase(facts, words, answer) : [],
            '。',
          ),
          evidence: evidence.map((id) => facts.references([id])),
        },
      };
    }),
    ...file.events
      .filter(({ kind, at }) => told.includes(kind) && !days.has(at.day))
      .map(({ at, precision, text: happened, evidence }) => ({
        order: epochOf(at),
        row: {
          at: text(formatMoment(at, precision)),
          to: [text('商家')],
          outcome: joinInline(paperPhrase(facts, words, happened), '。'),
          evidence: evidence.map((id) => facts.references([id])),
        },
      })),
  ];
  if (steps.length === 0) {
    const asked = facts.need(undefined, '向商家提出请求的时间、方式和商家的答复', 'filings');
    return [{ at: [], to: [text('商家')], outcome: asked, evidence: [] }];
  }
  return steps
    .toSorted((first, second) => (first.order === second.order ? 0 : first.order - second.order))
    .map(({ row }) => row);
}

/** True when the shop refused: then the paper has to meet what it said. */
export function wasRefused(file: Case): boolean {
  return file.filings.some(({ body, status }) => body === 'merchant' && status === 'refused');
}

/** The first request made of shop or platform, or the first demand: from then on the other side knows. */
export function firstRequest(file: Case): Moment | undefined {
  const moments: Moment[] = [
    ...file.filings.flatMap(({ body, status, filedOn }): Moment[] =>
      isToTrader({ body }) && status !== 'withdrawn' && filedOn !== undefined ? [{ kind: 'day', day: filedOn }] : [],
    ),
    ...file.events.flatMap(({ kind, at }) => (kind === 'demand' ? [at] : [])),
  ];
  return moments.toSorted((first, second) => epochOf(first) - epochOf(second))[0];
}
