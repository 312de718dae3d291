import { referencesIn } from '../../cases/prose.ts';
import { type Inline, joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase, provedBy } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

/**
 * 消费者权益保护法 55 is pleaded only by whoever asks for it, and only with what was false and how the other side knew,
 * each told and proved (总则编解释 21); late or faulty performance alone is no fraud. Without a full stop, and empty
 * where no addition is asked for.
 */
export function fraudFacts({ case: file, facts }: DocumentInput, seller: string, words: PartyWords): Inline[] {
  if (!file.claims.some(({ kind }) => kind === 'triple-damages')) return [];
  const { falsehood, knowledge, evidence = [] } = file.fraud ?? {};
  const said = (value: string | undefined, label: string, path: string) => {
    const phrase = paperPhrase(facts, words, value);
    return phrase.length > 0 ? phrase : facts.need(undefined, label, path);
  };
  const isProved = evidence.length > 0 || referencesIn(`${falsehood}${knowledge}`).length > 0;
  const proof = isProved
    ? provedBy(facts, evidence, falsehood, knowledge)
    : joinInline('，见', facts.need(undefined, '证明上述事实的证据', 'fraud.evidence'));
  return joinInline(
    `${words.claimant}主张${seller}有欺诈行为。虚假陈述或者隐瞒的事实：`,
    said(falsehood, '对方作虚假陈述或者隐瞒的事实', 'fraud.falsehood'),
    `；${seller}对此明知的事实：`,
    said(knowledge, '对方明知的事实', 'fraud.knowledge'),
    proof,
    `。${words.claimant}据此请求增加赔偿`,
  );
}
