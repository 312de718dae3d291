import { joinInline, listInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty, type PartyWords } from '../party-words.ts';
import { merchantNames } from './addressees.ts';
import type { NamedRow } from './named-rows.ts';
import { orderFacts } from './payments.ts';

/** Who, with whom, about which order: the head of a paper that goes with another one. `other` names the second row. */
export function disputeHead({ case: file, facts }: DocumentInput, words: PartyWords, other: string): NamedRow[] {
  const names = file.claimants.map(({ name }, index) =>
    facts.need(name, `${numberedParty(words.claimant, index, file.claimants.length)}姓名`, `claimants[${index}].name`),
  );
  const shops = [...new Set(file.orders.flatMap(({ shop }) => (shop === undefined ? [] : [`“${shop}”店铺`])))];
  const merchants = merchantNames(file).length > 0 ? merchantNames(file) : shops;
  const orders =
    file.orders.length === 0
      ? [facts.need(undefined, '订单信息', 'orders')]
      : file.orders.map((order, index) => {
          const { number, items, placedAt } = orderFacts(facts, order, index, file.orders.length);
          return joinInline(items, '，订单编号', number, '，', placedAt, '下单');
        });
  return [
    { name: words.claimant, lines: [listInline(names)] },
    { name: other, lines: [facts.need(merchants.join('、'), '商家名称', 'respondents[0].name')] },
    { name: '订单', lines: orders },
  ];
}
