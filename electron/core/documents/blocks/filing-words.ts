import type { Filing } from '../../../contract/case/case-file.ts';
import type { Facts } from '../facts.ts';
import { type Inline, joinInline, plainText } from '../inline.ts';
import { paperPhrase } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

/** What was answered to a step: "；商家答复不退款", or "，答复：不退款" where the text does not say that it is an answer. */
export function answerPhrase(facts: Facts, words: PartyWords, answer: string | undefined): Inline[] {
  const said = paperPhrase(facts, words, answer);
  if (said.length === 0) return [];
  return joinInline(
    /答复|回复|表示|告知|称|决定|认为|未处理|未回应|没有/u.test(plainText(said)) ? '；' : '，答复：',
    said,
  );
}

/** How a step ended. A shop or platform declines; only an authority 不予受理. */
export function filingOutcome({ body, status, answer }: Filing): string {
  const isAuthority = body !== 'merchant' && body !== 'platform' && body !== 'payment-provider';
  switch (status) {
    case 'filed':
      return answer === undefined ? '已提交，尚未收到处理结果' : '已提交';
    case 'accepted':
      return '已受理';
    case 'handled':
      return '已作出处理';
    case 'refused':
      return isAuthority ? '未予受理' : '未获同意';
    case 'withdrawn':
      return '后已撤回';
  }
}
