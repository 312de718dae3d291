import type { Case } from '../../contract/case/case-file.ts';
import { dealDay } from './dispute.ts';
import type { Law } from './law.ts';
import { citeInForce, type Provision } from './provisions.ts';

/** How surely a thing may be said: the law says it, it is argued about, or it is only a platform's own rule. */
export const certainties = ['依法', '有争议', '平台规则'] as const;
export type Certainty = (typeof certainties)[number];

/** A fact that would make the answer surer, with the field of the case that holds it. */
export interface NeededFact {
  readonly label: string;
  readonly path: string;
}

/**
 * What the law makes of the facts of a case, for the screen and for whoever prints or checks: never a promise of an
 * outcome. Every legal sentence among the reasons names the article it rests on; an article that was not in force on
 * the day it serves is left out together with its sentence.
 */
export interface Decision<Answer> {
  readonly answer: Answer;
  /** The answer in one Chinese sentence. */
  readonly conclusion: string;
  readonly reasons: readonly string[];
  /** Ids of templates/law/provisions, in the order of the reasons, each once. */
  readonly citations: readonly string[];
  readonly certainty: Certainty;
  readonly missing: readonly NeededFact[];
}

/** One reason: a sentence without its full stop, and the provisions it rests on. A fact of the case has none. */
export interface Ground {
  readonly says: string;
  readonly by?: readonly string[];
  /** The act whose day chooses the law: the deal (the usual one), or what is filed now. */
  readonly serves?: 'deal' | 'filing';
}

/** An answer before its law was looked up. */
interface Draft<Answer> {
  readonly answer: Answer;
  readonly conclusion: string;
  readonly grounds: readonly Ground[];
  readonly certainty?: Certainty;
  readonly missing?: readonly NeededFact[];
}

const nothingInForce = '有关规定在本案的日期尚未施行，或者没有收录，以上只供参考，请另行核对。';

/** An answer with its law: cites what was in force, leaves out what was not, and says so where nothing is left. */
export function decide<Answer>(
  file: Pick<Case, 'orders' | 'date'>,
  law: Law,
  { answer, conclusion, grounds, certainty = '依法', missing = [] }: Draft<Answer>,
): Decision<Answer> {
  const rested = grounds.flatMap(({ says, by = [], serves = 'deal' }) => {
    if (by.length === 0) return [{ reason: `${says}。`, cited: [] }];
    const cited = citeInForce(law.provisions, by, servedDays(file, serves))?.provisions ?? [];
    return cited.length === 0 ? [] : [{ reason: `${says}（${inShort(cited)}）。`, cited: cited.map(({ id }) => id) }];
  });
  const citations = [...new Set(rested.flatMap(({ cited }) => cited))];
  const isBare = citations.length === 0 && grounds.some(({ by = [] }) => by.length > 0);
  return {
    answer,
    conclusion,
    reasons: [...rested.map(({ reason }) => reason), ...(isBare ? [nothingInForce] : [])],
    citations,
    certainty: isBare ? '有争议' : certainty,
    missing,
  };
}

/** True when at least one of the provisions was in force on the day that the act belongs to. */
export function isLawOf(
  file: Pick<Case, 'orders' | 'date'>,
  law: Law,
  ids: readonly string[],
  serves: NonNullable<Ground['serves']> = 'deal',
): boolean {
  return citeInForce(law.provisions, ids, servedDays(file, serves)) !== undefined;
}

function servedDays(file: Pick<Case, 'orders' | 'date'>, serves: NonNullable<Ground['serves']>): string[] {
  return serves === 'deal' ? [dealDay(file), file.date] : [file.date];
}

/** "民法典第五百七十七条、第五百八十二条，消费者权益保护法第二条": short names, for a screen. */
function inShort(provisions: readonly Provision[]): string {
  return [...new Set(provisions.map(({ short }) => short))]
    .map((short) => {
      const parts = provisions.filter((provision) => provision.short === short);
      const named = parts.map(({ article, clause = '' }, index) => {
        const isNamed = clause !== '' && parts[index - 1]?.article === article;
        return isNamed ? clause : `${article}${clause}`;
      });
      return `${short}${named.join('、')}`;
    })
    .join('，');
}
