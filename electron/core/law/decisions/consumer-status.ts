import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import { resaleWord } from '../dispute.ts';
import type { Law } from '../law.ts';

/** Whether 消费者权益保护法 2 covers the buyer. `doubtful`: somebody will ask, so the paper should answer first. */
export type ConsumerStatus = 'consumer' | 'doubtful' | 'not-consumer';

/** No law names a number; from here on an officer is likely to ask (投诉举报处理办法 17(一)). */
export const unusualQuantity = 20;

/** All of it was bought to sell on or for a business: contract law alone is left (消费者权益保护法 2). */
export function isOutsideConsumerLaw({ orders }: Pick<Case, 'orders'>): boolean {
  return orders.length > 0 && orders.every(({ purpose }) => purpose === 'resale' || purpose === 'business');
}

export function consumerStatus(file: Case, law: Law): Decision<ConsumerStatus> {
  if (isOutsideConsumerLaw(file)) {
    return decide(file, law, {
      answer: 'not-consumer',
      conclusion: '不是为生活消费购买的，只按合同主张，不适用消费者权益保护法，也不要向12315投诉。',
      grounds: [
        {
          says: '消费者权益保护法只保护为生活消费而购买、使用商品或者接受服务的人，转卖、经营使用、代理拿货不在其内',
          by: ['consumer-law-2'],
        },
        {
          says: '不是为生活消费购买的，市场监督管理部门不受理投诉',
          by: ['complaint-measure-16-3'],
          serves: 'filing',
        },
      ],
    });
  }
  const doubts = doubtsOf(file);
  const unknown = file.orders.flatMap(({ purpose }, index) =>
    purpose === undefined
      ? [{ label: '购买用途（生活消费、经营使用或者转卖）', path: `orders[${index}].purpose` }]
      : [],
  );
  const protection: Ground = {
    says: '为生活消费而购买、使用商品或者接受服务的，受消费者权益保护法保护',
    by: ['consumer-law-2'],
  };
  if (doubts.length === 0) {
    return decide(file, law, {
      answer: 'consumer',
      conclusion:
        unknown.length === 0 ? '可以按消费者提出。' : '没有写明购买用途，以下按为生活消费购买来说明，请先确认。',
      grounds: [protection],
      missing: unknown,
    });
  }
  return decide(file, law, {
    answer: 'doubtful',
    conclusion: '是不是为生活消费购买，可能被问到，请先说清楚用途。',
    grounds: [
      ...doubts.map((says) => ({ says })),
      protection,
      {
        says: '判断是不是为生活消费，会看数量、次数、频率是否明显不合平常习惯，是否短期内大量投诉，是否真的买过并受到损害，是否多人共用一个电话或者地址',
        by: ['complaint-measure-17'],
        serves: 'filing',
      },
    ],
    certainty: '有争议',
    missing: unknown,
  });
}

function doubtsOf({ orders, claimants, statements }: Case): string[] {
  const forOthers = orders.filter(({ purpose }) => purpose === 'resale' || purpose === 'business').length;
  const most = Math.max(0, ...orders.flatMap(({ items }) => items.map(({ quantity }) => quantity)));
  const word = resaleWord([statements.background, statements.problem, statements.reply].join('\n'));
  const phones = claimants.flatMap(({ phone }) => (phone === undefined ? [] : [phone]));
  return [
    ...(forOthers > 0
      ? [`${orders.length}笔订单中有${forOthers}笔不是为生活消费购买，这部分要分开，只按合同主张`]
      : []),
    ...(word === undefined ? [] : [`陈述里写了“${word}”`]),
    ...(most >= unusualQuantity ? [`同一项商品一次买了${most}份`] : []),
    ...(new Set(phones).size < phones.length ? ['有几位投诉人写的是同一个电话'] : []),
  ];
}
