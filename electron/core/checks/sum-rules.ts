import type { Case, Claim, Order } from '../../contract/case/case-file.ts';
import { formatYuan } from '../../contract/case/money.ts';
import { sumsOf } from '../cases/order-sums.ts';
import { statesAmount } from '../documents/blocks/claims.ts';
import { smallestAddition } from '../law/dispute.ts';
import { equationsIn, holds } from './arithmetic.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const sumRules: readonly Rule[] = [
  { id: 'sum.items-differ-from-payments', severity: 'warning', find: itemsDifferFromPayments },
  { id: 'refund.exceeds-payment', severity: 'warning', find: refundExceedsPayment },
  {
    id: 'claim.exceeds-paid',
    severity: 'warning',
    provisions: ['consumer-regulation-18-2'],
    find: claimExceedsPaid,
  },
  {
    id: 'claim.exceeds-own-payment',
    severity: 'warning',
    provisions: ['consumer-regulation-18-2'],
    find: claimExceedsOwnPayment,
  },
  { id: 'claim.exceeds-triple', severity: 'warning', provisions: ['consumer-law-55-1'], find: claimExceedsTriple },
  { id: 'claim.calculation-wrong', severity: 'warning', find: calculationWrong },
  { id: 'claim.calculation-differs', severity: 'warning', find: calculationDiffers },
  { id: 'order.received-exceeds-payment', severity: 'warning', find: receivedExceedsPayment },
];

function itemsDifferFromPayments({ case: { orders } }: CheckInput): Match[] {
  return orders.flatMap((order, index): Match[] => {
    const { items, payments } = order;
    if (payments.length === 0) return [];
    const price = items.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
    const { paid } = sumsOf([order]);
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
    const { paid, refunded } = sumsOf([order]);
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
  const asked = askedBack(claims);
  const open = stillOpen(orders);
  const last = asked.last;
  if (open === undefined || last === undefined || asked.sum <= open) return [];
  return [
    {
      path: `claims[${last}].amount`,
      message: `请求退还的合计是${formatYuan(asked.sum)}，而付款减去已退款是${formatYuan(open)}。多出的部分没有依据，请改正金额；属于损失赔偿的，请另列一项诉求。`,
    },
  ];
}

/** In a group each asks back what they paid: the totals may agree where two claims are mixed up. */
function claimExceedsOwnPayment({ case: { claims, orders, claimants } }: CheckInput): Match[] {
  return claimants.flatMap(({ id, name }) => {
    const own = orders.filter((order) => order.claimant === id);
    const asked = askedBack(claims, id);
    const open = stillOpen(own);
    if (id === undefined || open === undefined || asked.last === undefined || asked.sum <= open) return [];
    // With an order that is everybody's, what this one paid cannot be told.
    if (orders.some((order) => order.claimant === undefined)) return [];
    return [
      {
        path: `claims[${asked.last}].amount`,
        message: `${name ?? `“${id}”`}请求退还${formatYuan(asked.sum)}，而本人的订单付款减去已退款是${formatYuan(open)}。请核对金额，或者核对订单和诉求各是谁的。`,
      },
    ];
  });
}

/** What is asked back, in all or by one claimant, and the last claim that does. */
function askedBack(claims: readonly Claim[], claimant?: string): { sum: number; last: number | undefined } {
  const refunds = claims.flatMap((claim, index) =>
    (claim.kind === 'refund' || claim.kind === 'partial-refund') &&
    (claimant === undefined || claim.claimant === claimant)
      ? [{ amount: claim.amount ?? 0, index }]
      : [],
  );
  return { sum: refunds.reduce((total, { amount }) => total + amount, 0), last: refunds.at(-1)?.index };
}

/** With an order whose payment is unknown, what was paid is unknown too. */
function stillOpen(orders: readonly Order[]): number | undefined {
  if (orders.length === 0 || orders.some(({ payments }) => payments.length === 0)) return undefined;
  const { paid, refunded } = sumsOf(orders);
  return Math.max(0, paid - refunded);
}

function claimExceedsTriple({ case: { claims, orders } }: CheckInput): Match[] {
  if (orders.length === 0 || orders.some(({ payments }) => payments.length === 0)) return [];
  // The floor of 500元 is each buyer's own.
  const most = buyersOf(orders).reduce((total, own) => total + Math.max(smallestAddition, 3 * sumsOf(own).paid), 0);
  const triples = claims.flatMap((claim, index) => (claim.kind === 'triple-damages' ? [{ claim, index }] : []));
  const claimed = triples.reduce((total, { claim }) => total + (claim.amount ?? 0), 0);
  const last = triples.at(-1);
  if (last === undefined || claimed <= most) return [];
  return [
    {
      path: `claims[${last.index}].amount`,
      message: `增加赔偿的请求是${formatYuan(claimed)}，按价款三倍（不足500元的按500元）计算最多为${formatYuan(most)}。请核对计算。`,
    },
  ];
}

function buyersOf(orders: Case['orders']): Case['orders'][] {
  return [...Map.groupBy(orders, ({ claimant }) => claimant).values()];
}

function calculationWrong({ case: { claims } }: CheckInput): Match[] {
  return claims.flatMap(({ calculation = '' }, index) => {
    const wrong = equationsIn(calculation).find((equation) => !holds(equation));
    if (wrong === undefined) return [];
    return [
      {
        path: `claims[${index}].calculation`,
        message: `第${index + 1}项诉求的算式“${wrong.written}”两边不相等。对方会核对每一步，请重新计算。`,
      },
    ];
  });
}

/** A sum that is worked out and another that is asked for: the reader does not know which one is meant. */
function calculationDiffers({ case: { claims } }: CheckInput): Match[] {
  return claims.flatMap(({ amount, calculation = '' }, index) => {
    const isWorkedOut = equationsIn(calculation).length > 0;
    if (amount === undefined || !isWorkedOut || statesAmount(calculation, amount)) return [];
    return [
      {
        path: `claims[${index}].calculation`,
        message: `第${index + 1}项诉求的金额是${formatYuan(amount)}，算式里却没有得出这个数。请让算式的结果与请求的金额一致。`,
      },
    ];
  });
}

function receivedExceedsPayment({ case: { orders } }: CheckInput): Match[] {
  return orders.flatMap((order, index) => {
    const { paid } = sumsOf([order]);
    const value = order.received?.value ?? 0;
    if (order.payments.length === 0 || value <= paid) return [];
    return [
      {
        path: `orders[${index}].received.value`,
        message: `已经得到的部分写的是${formatYuan(value)}，多于付款合计${formatYuan(paid)}，那就没有可退的了。请核对这个金额。`,
      },
    ];
  });
}
