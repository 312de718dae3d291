import type { Claim, Order } from '../cases/case-file.ts';
import { type Fen, formatYuan } from '../cases/money.ts';
import { smallestAddition } from '../law/bases.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const sumRules: readonly Rule[] = [
  { id: 'sum.items-differ-from-payments', severity: 'warning', find: itemsDifferFromPayments },
  { id: 'refund.exceeds-payment', severity: 'warning', find: refundExceedsPayment },
  {
    id: 'claim.exceeds-paid',
    severity: 'warning',
    source: '消费者权益保护法实施条例第十八条第二款',
    find: claimExceedsPaid,
  },
  {
    id: 'claim.exceeds-triple',
    severity: 'warning',
    source: '消费者权益保护法第五十五条第一款',
    find: claimExceedsTriple,
  },
];

function itemsDifferFromPayments({ case: { orders } }: CheckInput): Match[] {
  return orders.flatMap(({ items, payments }, index): Match[] => {
    if (payments.length === 0) return [];
    const price = sum(items.map(({ quantity, unitPrice }) => quantity * unitPrice));
    const paid = sum(payments.map(({ amount }) => amount));
    if (price === paid) return [];
    const sums = `订单商品合计${formatYuan(price)}，付款合计${formatYuan(paid)}，两者不同。`;
    // Coupons make a payment smaller than the price; nothing usual makes it larger.
    return [
      paid < price
        ? {
            path: `orders[${index}].payments`,
            severity: 'hint',
            message: `${sums}如因优惠、红包或积分少付，请在陈述中写明，并按实际支付的金额主张。`,
          }
        : { path: `orders[${index}].payments`, message: `${sums}请核对数量、单价和付款金额，或写明多付的原因。` },
    ];
  });
}

function refundExceedsPayment({ case: { orders } }: CheckInput): Match[] {
  return orders.flatMap((order, index) => {
    const paid = paidFor([order]);
    const refunded = refundedFor([order]);
    if (order.payments.length === 0 || refunded <= paid) return [];
    return [
      {
        path: `orders[${index}].refunds`,
        message: `已退款合计${formatYuan(refunded)}，多于付款合计${formatYuan(paid)}。请核对是否把别的订单的退款写在了这里。`,
      },
    ];
  });
}

function claimExceedsPaid({ case: { claims, orders } }: CheckInput): Match[] {
  // With an order whose payment is unknown, what was paid is unknown too.
  if (orders.length === 0 || orders.some(({ payments }) => payments.length === 0)) return [];
  const refunds = claims.flatMap((claim, index) => (isRefund(claim) ? [{ claim, index }] : []));
  const claimed = sum(refunds.map(({ claim }) => claim.amount ?? 0));
  const open = Math.max(0, paidFor(orders) - refundedFor(orders));
  const last = refunds.at(-1);
  if (last === undefined || claimed <= open) return [];
  return [
    {
      path: `claims[${last.index}].amount`,
      message: `请求退还的合计是${formatYuan(claimed)}，而付款减去已退款是${formatYuan(open)}。多出的部分没有依据，请改正金额；属于损失赔偿的，请另列一项诉求。`,
    },
  ];
}

function claimExceedsTriple({ case: { claims, orders } }: CheckInput): Match[] {
  if (orders.length === 0 || orders.some(({ payments }) => payments.length === 0)) return [];
  const most = Math.max(smallestAddition, 3 * paidFor(orders));
  const triples = claims.flatMap((claim, index) => (claim.kind === 'triple-damages' ? [{ claim, index }] : []));
  const claimed = sum(triples.map(({ claim }) => claim.amount ?? 0));
  const last = triples.at(-1);
  if (last === undefined || claimed <= most) return [];
  return [
    {
      path: `claims[${last.index}].amount`,
      message: `增加赔偿的请求是${formatYuan(claimed)}，按价款三倍（不足500元的按500元）计算最多为${formatYuan(most)}。请核对计算。`,
    },
  ];
}

function isRefund({ kind }: Claim): boolean {
  return kind === 'refund' || kind === 'partial-refund';
}

function paidFor(orders: readonly Order[]): Fen {
  return sum(orders.flatMap(({ payments }) => payments.map(({ amount }) => amount)));
}

function refundedFor(orders: readonly Order[]): Fen {
  return sum(orders.flatMap(({ refunds }) => refunds.map(({ amount }) => amount)));
}

function sum(amounts: readonly Fen[]): Fen {
  return amounts.reduce((total, amount) => total + amount, 0);
}
