import type { Case, Order } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground, isLawOf } from '../decision.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';

/**
 * Whether 法释〔2025〕4号 covers an order. It asks for prepayment that is redeemed many times or continuously (1) and
 * leaves out cards for many purposes (26(2)); a key redeemed once is normally neither.
 */
export type PrepaidScope = 'may-apply' | 'one-shot' | 'multi-purpose' | 'not-consumer' | 'unknown' | 'too-early';

const purchase: Ground = {
  says: '这个解释说的是生活消费领域收取预付款后多次或者持续兑付的纠纷',
  by: ['prepaid-interpretation-1'],
};
const card: Ground = {
  says: '预付卡指单用途商业预付卡，包括以密码、串码为载体的虚拟卡；多用途预付卡不在内',
  by: ['prepaid-interpretation-26'],
};

/** A membership for a time is redeemed continuously unless the case says otherwise. */
export function mayBePrepaid({ prepaid, items }: Pick<Order, 'prepaid' | 'items'>): boolean {
  if (prepaid !== undefined) return prepaid.reach === 'single-purpose' && prepaid.redemption !== 'once';
  return items.some(({ kind }) => kind === 'membership');
}

/** The same where the case itself says so: what a paper may rest on. */
export function isPrepaidStated(order: Pick<Order, 'prepaid' | 'items'>): boolean {
  return order.prepaid !== undefined && mayBePrepaid(order);
}

export function prepaidScope(file: Case, law: Law, order: Order | undefined = file.orders[0]): Decision<PrepaidScope> {
  if (order === undefined) {
    return decide(file, law, {
      answer: 'unknown',
      conclusion: '还没有写订单，不能判断是不是预付式消费。',
      grounds: [],
      missing: [{ label: '订单和商品', path: 'orders' }],
    });
  }
  if (!isLawOf(file, law, ['prepaid-interpretation-1'])) {
    return decide(file, law, {
      answer: 'too-early',
      conclusion: '交易时预付式消费的司法解释还没有施行，这里不引用它。',
      grounds: [],
    });
  }
  if (isOutsideConsumerLaw(file)) {
    return decide(file, law, {
      answer: 'not-consumer',
      conclusion: '不是生活消费，不适用预付式消费的司法解释。',
      grounds: [purchase],
    });
  }
  if (order.prepaid?.reach === 'multi-purpose') {
    return decide(file, law, {
      answer: 'multi-purpose',
      conclusion: '可以在多个不相干的商家使用的卡，不适用预付式消费的司法解释。',
      grounds: [card],
    });
  }
  if (mayBePrepaid(order)) {
    return decide(file, law, {
      answer: 'may-apply',
      conclusion: '多次或者持续兑付的余额、会员，可能属于预付式消费，可以引用这个司法解释。',
      grounds: [purchase, card],
      certainty: '有争议',
      missing: order.prepaid === undefined ? [prepaidFact(file, order)] : [],
    });
  }
  const isKnown = order.prepaid !== undefined || order.items.every(({ kind }) => kind === 'card-key');
  return decide(file, law, {
    answer: isKnown ? 'one-shot' : 'unknown',
    conclusion: isKnown ? '一次兑付的卡密通常不属于预付式消费。' : '还不清楚是一次兑付，还是多次、持续兑付，请先填写。',
    grounds: [purchase, card],
    certainty: isKnown && order.prepaid !== undefined ? '依法' : '有争议',
    missing: order.prepaid === undefined ? [prepaidFact(file, order)] : [],
  });
}

function prepaidFact(file: Case, order: Order): { label: string; path: string } {
  return { label: '是单用途还是多用途、怎样兑付', path: `orders[${file.orders.indexOf(order)}].prepaid` };
}
