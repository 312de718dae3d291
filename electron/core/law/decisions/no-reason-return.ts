import type { Case, Order } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';

/**
 * Seven-day return without reason, in the order the law asks its questions. `unsettled`: it turns on whether a text
 * key is 数字化商品 under 消费者权益保护法 25(1)(三), which nobody has settled, so it is asserted neither way.
 * `excluded`: shut out on either reading. `rather-fault`: the key was seen or used, so 完好 is in doubt.
 */
export type NoReasonReturn =
  | 'promised'
  | 'service'
  | 'excluded'
  | 'rather-fault'
  | 'unsettled'
  | 'not-consumer'
  | 'unknown';

/** The reasons are the steps, in order, as far as they had to be taken. */
export function noReasonReturn(
  file: Case,
  law: Law,
  order: Order | undefined = file.orders[0],
): Decision<NoReasonReturn> {
  if (order === undefined) {
    return decide(file, law, {
      answer: 'unknown',
      conclusion: '还没有写订单，不能判断能否无理由退货。',
      grounds: [],
      missing: [{ label: '订单和商品', path: 'orders' }],
    });
  }
  const path = `orders[${file.orders.indexOf(order)}]`;
  const facts = order.noReasonReturn ?? {};
  if (isOutsideConsumerLaw(file)) {
    return decide(file, law, {
      answer: 'not-consumer',
      conclusion: '不是为生活消费购买的，没有法定的七日无理由退货；双方另有约定的按约定。',
      grounds: [{ says: '七日无理由退货是消费者的权利', by: ['consumer-law-2', 'consumer-law-25-1'] }],
    });
  }
  const sentence = (step: string, ground: Ground): Ground => ({ ...ground, says: `${step}${ground.says}` });
  const promise = sentence('第一步，看有没有承诺：', promiseGround(facts.promised));
  const needed = (label: string, field: 'promised' | 'marked' | 'confirmed') =>
    facts[field] === undefined ? [{ label, path: `${path}.noReasonReturn.${field}` }] : [];
  const promiseNeeded = needed('商家或者平台有没有承诺七日无理由退货', 'promised');
  if (facts.promised === true) {
    return decide(file, law, {
      answer: 'promised',
      conclusion: '商家或者平台承诺过七日无理由退货的，应当按承诺办。',
      grounds: [promise],
    });
  }
  if (order.items.every(({ kind }) => kind === 'membership' || kind === 'game-credit')) {
    return decide(file, law, {
      answer: 'service',
      conclusion: '会员、充值通常是服务，法定的七日无理由退货说的是商品，不要用这个理由。',
      grounds: [
        promise,
        sentence('第二步，看是不是商品：', { says: '七日无理由退货的规定只说商品', by: ['consumer-law-25-1'] }),
      ],
      missing: promiseNeeded,
    });
  }
  const goods = sentence('第二步，看是不是商品：', {
    says: '七日无理由退货的规定说的是商品；店铺出售的卡密，这里按商品看待',
    by: ['consumer-law-25-1'],
  });
  const digital = sentence('第三步，看是不是法律列举的例外：', {
    says: '在线下载或者拆封的数字化商品不适用无理由退货；没有使用的文字卡密算不算，条文没有说清，这里不下结论',
    by: ['consumer-law-25-1', 'no-reason-measure-6-3'],
  });
  const isExcluded = facts.marked === true && facts.confirmed === true;
  const confirmation = sentence('第四步，如果不属于例外，看有没有标明并确认：', confirmationGround(isExcluded));
  const confirmationNeeded = [
    ...needed('页面有没有显著标明不适用无理由退货', 'marked'),
    ...needed('下单时有没有让您就这一次购买单独确认', 'confirmed'),
  ];
  const steps = [promise, goods, digital, confirmation];
  if (isExcluded) {
    return decide(file, law, {
      answer: 'excluded',
      conclusion: '页面标明并由您单独确认过不适用无理由退货，不论第三步怎么看，都不宜再以无理由退货提出。',
      grounds: steps,
      certainty: '有争议',
      missing: promiseNeeded,
    });
  }
  const missing = [...promiseNeeded, ...confirmationNeeded];
  if (wasSeenOrUsed(file, order)) {
    return decide(file, law, {
      answer: 'rather-fault',
      conclusion: '卡密已经显示或者使用过，是否还算“完好”会有争议；确有瑕疵的，请改为以不符合约定提出。',
      grounds: [
        ...steps,
        sentence('第五步，看是否完好：', {
          says: '退回的商品应当完好',
          by: ['consumer-law-25-3', 'no-reason-measure-8'],
        }),
        {
          says: '商品本身不符合质量要求的，退货按另外的规定办，不受无理由退货条件的限制',
          by: ['no-reason-measure-35'],
        },
      ],
      certainty: '有争议',
      missing,
    });
  }
  return decide(file, law, {
    answer: 'unsettled',
    conclusion: '能否七日无理由退货没有定论，取决于卡密算不算“数字化商品”；可以提出，但不要只靠这个理由。',
    grounds: [...steps, { says: '七日从收到商品的次日起算', by: ['no-reason-measure-10'] }],
    certainty: '有争议',
    missing,
  });
}

function promiseGround(promised: boolean | undefined): Ground {
  const rule = '承诺过七日无理由退货的，即使属于法律列举的例外，也要按承诺办';
  const by = ['online-consumption-2', 'consumer-regulation-12'];
  if (promised === true) return { says: `本案有承诺；${rule}`, by };
  return { says: `${promised === false ? '本案没有这样的承诺' : '请先查商品页和平台规则'}；${rule}`, by };
}

function confirmationGround(isExcluded: boolean): Ground {
  const by = ['consumer-law-25-2', 'no-reason-measure-7-2', 'no-reason-measure-20-2', 'consumer-regulation-19-2'];
  return isExcluded
    ? { says: '一经激活或者试用就明显贬值的商品，经买方在购买时确认，可以不适用无理由退货', by }
    : { says: '没有就这一次购买让买方单独确认的，商家不得以此拒绝无理由退货', by };
}

/** 已显示 is enough: nobody can tell whether what was seen was copied. */
function wasSeenOrUsed({ keys }: Case, order: Order): boolean {
  return keys.some(
    ({ order: id, state, shownAt, triedAt }) =>
      id === order.id &&
      (shownAt !== undefined || triedAt !== undefined || (state !== 'unused' && state !== 'not-delivered')),
  );
}
