import type { Case } from '../../../contract/case/case-file.ts';
import { type Fen, formatYuan } from '../../../contract/case/money.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { referencesIn } from '../../cases/prose.ts';
import { belongsTo } from '../../cases/row-owner.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import { smallestAddition } from '../dispute.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';

/** 欺诈 may be pleaded only where falsehood and knowledge are both told and proved (总则编解释 21). */
export type FraudPleading = 'pleadable' | 'incomplete' | 'not-stated' | 'not-consumer';

/** 退一赔三 as a sum, with how it is reached. */
export interface Addition {
  readonly amount: Fen;
  readonly calculation: string;
}

export interface FraudDecision extends Decision<FraudPleading> {
  /** What 消费者权益保护法 55(1) adds to the refund; only where it may be pleaded and the price is known. */
  readonly addition: Addition | undefined;
}

/** True where the case tells what was untrue, that the other side knew, and names evidence for it. */
export function isFraudPleadable(file: Case): boolean {
  return missingOfFraud(file).length === 0 && !isOutsideConsumerLaw(file);
}

/** Three times the price, and 500元 where that is less (消费者权益保护法 55(1)). */
export function additionFor(price: Fen): Addition {
  const triple = `${formatYuan(price)}×3＝${formatYuan(3 * price)}`;
  return 3 * price < smallestAddition
    ? {
        amount: smallestAddition,
        calculation: `${triple}，不足${formatYuan(smallestAddition)}，按${formatYuan(smallestAddition)}计算`,
      }
    : { amount: 3 * price, calculation: triple };
}

/** `claimant`: the sum for that claimant's orders alone, where a group shares one case. */
export function fraud(file: Case, law: Law, claimant?: string): FraudDecision {
  const orders = file.orders.filter((order) => belongsTo(order, claimant));
  const { paid } = sumsOf(orders);
  const decision = pleading(file, law);
  const addition = decision.answer === 'pleadable' && paid > 0 ? additionFor(paid) : undefined;
  const price = { label: '实际支付的价款', path: 'orders' };
  return {
    ...decision,
    addition,
    missing: decision.answer === 'pleadable' && paid === 0 ? [...decision.missing, price] : decision.missing,
  };
}

const meaning: Ground = {
  says: '欺诈是故意告知虚假情况，或者有告知义务而故意隐瞒，使买方因此作出错误的决定',
  by: ['general-part-interpretation-21'],
};
const addition: Ground = {
  says: '构成欺诈的，在退款之外按价款或者费用的三倍增加赔偿，不足五百元的按五百元',
  by: ['consumer-law-55-1'],
};
const limits: Ground = {
  says: '不影响质量也不会误导人的标签、说明、宣传瑕疵除外；捏造事实骗取赔偿的不适用，还会被依法处理',
  by: ['consumer-regulation-49-1', 'consumer-regulation-49-2'],
};

function pleading(file: Case, law: Law): Decision<FraudPleading> {
  if (isOutsideConsumerLaw(file)) {
    return decide(file, law, {
      answer: 'not-consumer',
      conclusion: '三倍赔偿是消费者的权利，不是为生活消费购买的不能主张。',
      grounds: [{ says: '消费者权益保护法只保护为生活消费购买的人', by: ['consumer-law-2'] }],
    });
  }
  const missing = missingOfFraud(file);
  if (missing.length === 0) {
    return decide(file, law, {
      answer: 'pleadable',
      conclusion: '写明了对方说的哪里不真实、对方知道，并引用了证据，可以主张增加赔偿；是否构成欺诈由法院认定。',
      grounds: [meaning, addition, limits],
      certainty: '有争议',
    });
  }
  const asks = file.claims.some(({ kind }) => kind === 'triple-damages');
  if (file.fraud === undefined) {
    return decide(file, law, {
      answer: 'not-stated',
      conclusion: asks
        ? '请求了三倍赔偿，但没有写明欺诈的事实；商品不符、迟延本身不是欺诈，请补充或者去掉这项请求。'
        : '没有主张欺诈；商品不符、迟延本身不是欺诈，按退款处理即可。',
      grounds: [meaning, addition],
      missing: asks ? missing : [],
    });
  }
  return decide(file, law, {
    answer: 'incomplete',
    conclusion: '欺诈的事实还不完整，补齐以前不要主张三倍赔偿。',
    grounds: [meaning, addition, limits],
    missing,
  });
}

function missingOfFraud({ fraud: stated }: Case): { label: string; path: string }[] {
  const { falsehood = '', knowledge = '', evidence = [] } = stated ?? {};
  const isProved = evidence.length > 0 || referencesIn(`${falsehood}${knowledge}`).length > 0;
  return [
    ...(falsehood.trim() === '' ? [{ label: '对方说的哪一点不真实，或者隐瞒了什么', path: 'fraud.falsehood' }] : []),
    ...(knowledge.trim() === '' ? [{ label: '为什么说对方知道', path: 'fraud.knowledge' }] : []),
    ...(isProved ? [] : [{ label: '能证明欺诈的证据', path: 'fraud.evidence' }]),
  ];
}
