import { type Inline, joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

const evidenceListLink: Inline[] = [{ kind: 'link', text: '《证据目录》', href: '#part-evidence-list' }];

/** 证据和证据来源, 证人姓名和住所 (民事诉讼法 124 第四项); sources stand in the catalogue. */
export function evidenceParagraphs({ case: file, facts }: DocumentInput, words: PartyWords): Inline[][] {
  const count = file.evidence.length;
  const listed =
    count === 0
      ? facts.need(undefined, '证据材料', 'evidence')
      : joinInline(`证据共${count}项，名称、来源、证明对象和页码见`, evidenceListLink, '。');
  return [
    listed,
    ...file.witnesses.map(({ name, address, proves }, index) => {
      const who = file.witnesses.length === 1 ? '证人' : `证人${index + 1}`;
      const path = `witnesses[${index}]`;
      const proved = paperPhrase(facts, words, proves);
      return joinInline(
        `${who}：`,
        facts.need(name, `${who}姓名`, `${path}.name`),
        '，住所：',
        facts.need(address, `${who}住所`, `${path}.address`),
        proved.length === 0 ? '' : joinInline('，证明：', proved),
        '。',
      );
    }),
  ];
}
