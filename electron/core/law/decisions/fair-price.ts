import type { Case, Order } from '../../../contract/case/case-file.ts';
import { daysBetween } from '../../../contract/case/moments.ts';
import { type Fen, formatYuan } from '../../../contract/case/money.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import { contractNature, isNonConforming } from '../dispute.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';
import { prepaidScope } from './prepaid.ts';

/** How much comes back once part was received; no statute fixes a percentage. */
export type FairPrice = 'nothing-received' | 'by-value' | 'by-time' | 'unknown';

export interface FairPriceDecision extends Decision<FairPrice> {
  /** What is left to be repaid for the order, never below zero, with how it is reached. */
  readonly refund: { readonly amount: Fen; readonly calculation: string } | undefined;
}

const equal: Ground = {
  says: '合同解除后按履行情况恢复原状；合同无效或者不生效的返还财产，不能返还的折价补偿，所以已经得到的部分要扣除',
  by: ['civil-code-566-1', 'civil-code-157'],
};

const restored: Ground = {
  says: '合同解除后按履行情况恢复原状；合同无效或者不生效的，返还财产',
  by: ['civil-code-566-1', 'civil-code-157'],
};

export function fairPrice(file: Case, law: Law, order: Order | undefined = file.orders[0]): FairPriceDecision {
  const paid = order === undefined ? 0 : sumsOf([order]).paid;
  if (order === undefined || paid === 0) {
    return {
      ...decide(file, law, {
        answer: 'unknown',
        conclusion: '没有写付款金额，算不出应退多少。',
        grounds: [],
        missing: [
          { label: '付款方式和金额', path: order === undefined ? 'orders' : `${pathOf(file, order)}.payments` },
        ],
      }),
      refund: undefined,
    };
  }
  if (order.received !== undefined) return byValue(file, law, order, order.received.value);
  if (order.term !== undefined) return byTime(file, law, order, order.term);
  const isUsed = file.keys.some(({ order: id, state }) => id === order.id && state === 'partly-used');
  if (isUsed || file.issues.includes('unused-membership-or-balance')) {
    return {
      ...decide(file, law, {
        answer: 'unknown',
        conclusion: '已经得到一部分的，要扣除这一部分；请填写得到了什么、值多少钱，或者会员的起止和用到的日期。',
        grounds: [equal],
        missing: [
          { label: '已经得到的部分及其价值', path: `${pathOf(file, order)}.received` },
          { label: '会员的起止和实际用到的日期', path: `${pathOf(file, order)}.term` },
        ],
      }),
      refund: undefined,
    };
  }
  const mayHaveServed = mayHaveBeenOfUse(file, order);
  return {
    ...decide(file, law, {
      answer: 'nothing-received',
      conclusion: `没有写得到过什么，按实际支付的全部款项计算${mayHaveServed ? '；已经用过的部分，对方可能要求扣除，请如实填写' : ''}。`,
      grounds: wholePrice(file),
      ...(mayHaveServed
        ? {
            certainty: '有争议' as const,
            missing: [{ label: '已经得到的部分及其价值（有的话）', path: `${pathOf(file, order)}.received` }],
          }
        : {}),
    }),
    refund: leftOf(order, paid, `实际支付${formatYuan(paid)}`),
  };
}

/** A membership runs from the day it is opened, and an activated key works at least in part. */
function mayHaveBeenOfUse({ keys }: Case, { id, items }: Order): boolean {
  return (
    items.some(({ kind }) => kind === 'membership') ||
    keys.some(({ order, state }) => order === id && state === 'activated')
  );
}

/** 实施条例 18(2) is about consumers, and about goods given back; the rest is restored or repaid as it was. */
function wholePrice(file: Case): Ground[] {
  const isGivenBack = isNonConforming(file) && contractNature(file) === 'sale' && !isOutsideConsumerLaw(file);
  if (!isGivenBack) return [restored];
  return [
    {
      says: '依法或者依约退货的，按购货凭证上的价格一次退清；能证明实际付款不同的，按实际付款退清',
      by: ['consumer-regulation-18-2'],
    },
  ];
}

function byValue(file: Case, law: Law, order: Order, value: Fen): FairPriceDecision {
  const { paid } = sumsOf([order]);
  return {
    ...decide(file, law, {
      answer: 'by-value',
      conclusion: '从付款中扣除已经得到的部分，其余请求退还；该部分值多少，由双方说明和证明。',
      grounds: [equal, ...prepaidBalance(file, law, order)],
      certainty: '有争议',
    }),
    refund: leftOf(order, Math.max(0, paid - value), `${formatYuan(paid)}－${formatYuan(value)}`),
  };
}

function prepaidBalance(file: Case, law: Law, order: Order): Ground[] {
  if (prepaidScope(file, law, order).answer !== 'may-apply') return [];
  return [
    {
      says: '预付款退还的是扣除已兑付部分价款后的余额；不是消费者的原因退款的，已兑付部分按折扣价计算',
      by: ['prepaid-interpretation-15-1', 'prepaid-interpretation-18-1'],
    },
  ];
}

function byTime(file: Case, law: Law, order: Order, term: NonNullable<Order['term']>): FairPriceDecision {
  const { paid } = sumsOf([order]);
  const whole = daysBetween(term.from, term.until) + 1;
  const used = Math.min(whole, Math.max(0, daysBetween(term.from, term.usedUntil) + 1));
  const left = whole - used;
  if (whole < 1) {
    return {
      ...decide(file, law, {
        answer: 'unknown',
        conclusion: '会员的起止日期前后颠倒，请核对。',
        grounds: [],
        missing: [{ label: '会员的起止日期', path: `${pathOf(file, order)}.term` }],
      }),
      refund: undefined,
    };
  }
  const isPrepaid = prepaidScope(file, law, order).answer === 'may-apply';
  return {
    ...decide(file, law, {
      answer: 'by-time',
      conclusion: `全部期限${whole}日，没有用到的${left}日，按剩余期限的比例计算。`,
      grounds: [
        equal,
        ...(isPrepaid
          ? [
              {
                says: '约定期限内不限次数服务的，或者商家停止提供的，按剩余期限与全部期限的比例退还；消费者自己没有使用的，不退',
                by: ['prepaid-interpretation-22'],
              },
            ]
          : [{ says: '按比例计算是一种合理的算法，法律没有规定固定的比例' }]),
      ],
      certainty: '有争议',
    }),
    refund: leftOf(order, Math.round((paid * left) / whole), `${formatYuan(paid)}×${left}÷${whole}`),
  };
}

/** What has already come back is taken off last. */
function leftOf(order: Order, due: Fen, calculation: string): { amount: Fen; calculation: string } {
  const { refunded } = sumsOf([order]);
  const amount = Math.max(0, due - refunded);
  const steps = refunded === 0 ? calculation : `${calculation}－已退${formatYuan(refunded)}`;
  return { amount, calculation: /[－×]/u.test(steps) ? `${steps}＝${formatYuan(amount)}` : steps };
}

function pathOf({ orders }: Case, order: Order): string {
  return `orders[${orders.indexOf(order)}]`;
}
