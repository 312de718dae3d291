import type { Case } from '../../contract/case/case-file.ts';
import { numeral } from '../../contract/case/words.ts';
import type { Inline } from './inline.ts';

/** What one paper calls the two sides. */
export interface PartyWords {
  readonly claimant: string;
  readonly respondent: string;
}

/** "被告" when there is one, "被告二" among several. */
export function numberedParty(word: string, index: number, count: number): string {
  return count === 1 ? word : `${word}${numeral(index + 1)}`;
}

/** All of the claimants: "原告", "各原告" where there are several. */
export function everybody({ claimants }: Pick<Case, 'claimants'>, { claimant }: PartyWords): string {
  return claimants.length === 1 ? claimant : `各${claimant}`;
}

/** The respondents with one of the roles as the paper names them, "被告一、被告二"; "" when there is none. */
export function respondentsWithRole(
  respondents: Case['respondents'],
  role: Case['respondents'][number]['roles'][number],
  word: string,
): string {
  return respondents
    .flatMap(({ roles }, index) => (roles.includes(role) ? [numberedParty(word, index, respondents.length)] : []))
    .join('、');
}

/** The seller as the paper names it: the merchants, or whoever answers when no merchant is named. */
export function sellerName(respondents: Case['respondents'], word: string): string {
  const merchants = respondentsWithRole(respondents, 'merchant', word);
  return merchants === ''
    ? respondents.map((_, index) => numberedParty(word, index, respondents.length)).join('、')
    : merchants;
}

// 被告知 and 申请人民法院 are other words that begin the same.
const anyRespondent = /被(?:投诉人|申请人|告(?!知))/gu;
const anyClaimant = /(?<!被)(?:投诉人|申请人(?!民)|原告)/gu;
// 孩子本人 and 户主本人 are somebody else's, 日本人 and 成本人民币 other words; 5日本人 is a date and whoever tells it.
const narrator = /(?<![被人子女亲者主他她妻夫属员户你您我])(?<![基成根版样原副剧课书资])(?<!\D日|^日)本人/gu;
const quoted = /([“「][^”」]*[”」])/u;

/**
 * The case is told once and every paper calls the parties otherwise, so 投诉人, 申请人, 原告, the 本人 who tells it, and
 * their opposites are said in the paper's own words. What stands in quotation marks was said by someone and stays as it was.
 */
export function inPartyWords(runs: readonly Inline[], words: PartyWords): Inline[] {
  return runs.map((run) => (run.kind === 'text' ? { kind: 'text', text: textInPartyWords(run.text, words) } : run));
}

function textInPartyWords(text: string, words: PartyWords): string {
  return text
    .split(quoted)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replaceAll(anyRespondent, '\u0000')
            .replaceAll(anyClaimant, words.claimant)
            .replaceAll(narrator, words.claimant)
            .replaceAll('\u0000', words.respondent),
    )
    .join('');
}
