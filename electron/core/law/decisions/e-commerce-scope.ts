import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide } from '../decision.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';

/** Whether 电子商务法 may be relied on. `unsettled`: perhaps a content service, which its article 2(3) leaves out. */
export type ECommerceScope = 'applies' | 'unsettled' | 'unknown';

/** True where a key is sold: ordinary e-commerce. A membership or game credit may be a content service. */
export function sellsKeys({ orders }: Pick<Case, 'orders'>): boolean {
  return orders.some(({ items }) => items.some(({ kind }) => kind === 'card-key'));
}

export function eCommerceScope(file: Case, law: Law): Decision<ECommerceScope> {
  if (file.orders.length === 0) {
    return decide(file, law, {
      answer: 'unknown',
      conclusion: '还没有写买的是什么，不能判断电子商务法是否适用。',
      grounds: [],
      missing: [{ label: '订单和商品', path: 'orders' }],
    });
  }
  if (sellsKeys(file)) {
    return decide(file, law, {
      answer: 'applies',
      conclusion: '店铺在网上出售卡密，属于电子商务，可以引用电子商务法。',
      grounds: [{ says: '通过互联网等信息网络经营性地卖商品、提供服务，就是电子商务', by: ['e-commerce-law-2-2'] }],
    });
  }
  return decide(file, law, {
    answer: 'unsettled',
    conclusion: `会员、点券一类的商品可能属于内容服务，电子商务法不一定适用；请以${isOutsideConsumerLaw(file) ? '' : '消费者权益保护法和'}民法典为主。`,
    grounds: [
      { says: '音视频、出版、文化产品等内容方面的网络服务，不适用电子商务法', by: ['e-commerce-law-2-3'] },
      { says: '本案的商品是否属于这类服务，要看具体内容，双方可能有不同意见' },
    ],
    certainty: '有争议',
  });
}
