import { joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import type { PartyWords } from '../party-words.ts';
import { splitSubject } from './claim-subject.ts';
import { ownerName } from './claimant-schedule.ts';
import { type ClaimLine, calculationOf, type PlacedClaim, requestInWords } from './claims.ts';

/** What is asked for, numbered; one blank named `label` where the case asks for nothing that this paper may carry. */
export function requestLines(
  { case: file, facts }: DocumentInput,
  words: PartyWords,
  claims: readonly PlacedClaim[],
  label: string,
  subject: 'as-written' | 'dropped' = 'as-written',
): ClaimLine[] {
  if (claims.length === 0) {
    return [{ number: 1, request: joinInline(facts.need(undefined, label, 'claims'), '。'), calculation: [] }];
  }
  return claims.map((claim, index) => {
    const written = requestInWords(facts, file, words, claim);
    // Who owes it is not for this reader to decide: "由店铺经营者和平台经营者共同退还…" becomes "退还…".
    const request =
      subject === 'as-written' ? written : withoutJointly(splitSubject(written, file.respondents, words.respondent));
    const owner = ownerName(file, words, claim.claim.claimant);
    return {
      number: index + 1,
      request: joinInline(owner === '' ? '' : `${owner}：`, request, '。'),
      calculation: calculationOf(facts, file, words, claim),
    };
  });
}

function withoutJointly({ subject, request }: ReturnType<typeof splitSubject>): ClaimLine['request'] {
  const [first, ...rest] = request;
  if (subject === '' || first?.kind !== 'text') return request;
  return [{ kind: 'text', text: first.text.replace(/^(?:共同|连带|各自|分别|依法)+/u, '') }, ...rest];
}
