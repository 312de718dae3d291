import type { Case, Claim } from '../../contract/case/case-file.ts';
import type { Fen } from '../../contract/case/money.ts';

/** Claims that ask for a sum, whether or not the case knows it yet. */
export const kindsWithAmount: readonly Claim['kind'][] = ['refund', 'partial-refund', 'damages', 'triple-damages'];

/** To be paid, and nothing else: what 小额诉讼 is for. Costs may come without a sum. */
export function isForMoney({ kind }: Claim): boolean {
  return kindsWithAmount.includes(kind) || kind === 'costs';
}

/** Costs that a party paid to others are no court fee, even where one sentence names both. */
const otherCosts = /退还|赔偿|公证|律师|鉴定|交通|误工|差旅|打印|复印|邮/u;

/** The fee of the case is borne by who loses (诉讼费用交纳办法 29) and is no part of the sum in dispute. */
export function isCourtFee({ kind, text = '' }: Claim): boolean {
  return (kind === 'costs' || kind === 'other') && /诉讼费|受理费/u.test(text) && !otherCosts.test(text);
}

/** 标的额: what is asked for in money, the fee of the case left out; `undefined` while one sum is open. */
export function sumInDispute({ claims }: Pick<Case, 'claims'>): Fen | undefined {
  const counted = claims.filter((claim) => !isCourtFee(claim) && isForMoney(claim));
  const open = counted.some(({ kind, amount }) => amount === undefined && kind !== 'costs');
  const amounts = counted.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  return open || amounts.length === 0 ? undefined : amounts.reduce((total, amount) => total + amount, 0);
}
