import { unusualQuantity } from '../law/decisions/consumer-status.ts';
import { resaleWord } from '../law/dispute.ts';
import { ownTexts } from './own-words.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** Only what is bought for living is under 消费者权益保护法 2; the rest goes by contract law alone. */
export const purchaseRules: readonly Rule[] = [
  {
    id: 'order.not-for-living',
    severity: 'warning',
    provisions: ['consumer-law-2', 'complaint-measure-16-3'],
    find: notForLiving,
  },
  {
    id: 'order.for-resale',
    severity: 'warning',
    provisions: ['consumer-law-2', 'complaint-measure-16-3'],
    find: forResale,
  },
  {
    id: 'order.unusual-quantity',
    severity: 'hint',
    provisions: ['complaint-measure-16-3', 'complaint-measure-17'],
    find: quantities,
  },
];

function notForLiving({ case: { orders }, papers }: CheckInput): Match[] {
  const isForConsumers = papers.includes('complaint-12315') || papers.includes('consumer-association');
  return orders.flatMap(({ purpose }, index): Match[] => {
    if (purpose === undefined || purpose === 'living') return [];
    const path = `orders[${index}].purpose`;
    const what = `购买用途写的是“${purpose === 'resale' ? '转售' : '经营'}”，不属于为生活消费需要购买`;
    return isForConsumers
      ? [
          {
            path,
            severity: 'error',
            message: `${what}，向12315投诉属于不予受理的情形，三倍赔偿等消费者权益也不适用。请不要提交消费投诉，改为只按合同主张；用途写错的，请如实改正。`,
          },
        ]
      : [
          {
            path,
            message: `${what}，只能按合同主张，不能请求三倍赔偿等消费者权益。请核对用途，并检查诉求的依据。`,
          },
        ];
  });
}

const purchaseTexts = [
  'statements.background',
  'statements.problem',
  'statements.reply',
  'statements.additional',
  'events[].text',
];

/** What the claimant says of the purchase; a quotation is somebody else's word. */
function forResale({ case: subject }: CheckInput): Match[] {
  return ownTexts(subject, purchaseTexts).flatMap(({ path, text }) => {
    const word = resaleWord(text);
    if (word === undefined) return [];
    return [
      {
        path,
        message: `这里写了“${word}”。为转售购买的，不属于为生活消费需要，可能不适用消费者权益保护法，向12315投诉也可能不予受理。确为转售的，请不要提交投诉书，只按合同主张；不是的，请改正文字、写明自用。`,
      },
    ];
  });
}

function quantities({ case: { orders, claims }, papers }: CheckInput): Match[] {
  // Asked of whoever claims what only a consumer has.
  const isForConsumers =
    papers.includes('complaint-12315') ||
    papers.includes('consumer-association') ||
    claims.some(({ kind }) => kind === 'triple-damages');
  if (!isForConsumers) return [];
  return orders.flatMap(({ items }, index) =>
    items.flatMap(({ quantity }, place) =>
      quantity < unusualQuantity
        ? []
        : [
            {
              path: `orders[${index}].items[${place}].quantity`,
              message: `这一项买了${quantity}份。数量异常时，可能被认为不是为生活消费，投诉不予受理。请在陈述中写明用途；用于转售的，不适合向12315投诉。`,
            },
          ],
    ),
  );
}
