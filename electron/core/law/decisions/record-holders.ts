import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import { hasPlatform } from '../dispute.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';
import { sellsKeys } from './e-commerce-scope.ts';
import { mayBePrepaid } from './prepaid.ts';

/** Who keeps and must produce the records of order, activation and redemption. */
export type RecordHolder = 'merchant' | 'platform';

export function recordHolders(file: Case, law: Law): Decision<readonly RecordHolder[]> {
  const isOnPlatform = hasPlatform(file);
  const isSettled = sellsKeys(file);
  const answer: readonly RecordHolder[] = isOnPlatform ? ['merchant', 'platform'] : ['merchant'];
  return decide(file, law, {
    answer,
    conclusion: isOnPlatform
      ? '订单、发货、激活、核销等记录由商家和平台掌握，可以要求提供，诉讼中可以申请法院责令提交。'
      : '订单、发货、激活、核销等记录由商家掌握，可以要求提供，诉讼中可以申请法院责令提交。',
    grounds: [
      ...(isSettled
        ? [
            {
              says: '处理争议时，电子商务经营者应当提供原始合同和交易记录；丢失、隐匿、拒绝提供致使查不清的，承担相应责任',
              by: ['e-commerce-law-62'],
            },
          ]
        : []),
      ...(isOnPlatform
        ? [
            {
              says: '平台保存交易信息，从交易完成之日起不少于三年',
              by: isSettled ? ['e-commerce-law-31', 'online-trading-measure-31'] : ['online-trading-measure-31'],
            },
            {
              says: '市场监督管理部门处理消费争议时，可以要求平台提供店铺身份和交易信息',
              by: ['online-trading-measure-34'],
              serves: 'filing' as const,
            },
          ]
        : []),
      {
        says: '书证在对方手里的，可以在举证期限届满前书面申请法院责令提交，写明是什么、证明什么、为什么在对方手里',
        by: ['civil-procedure-interpretation-112', 'evidence-rules-45-1'],
        serves: 'filing',
      },
      {
        says: '控制证据而无正当理由拒不提交的，可以认定对其不利的主张成立',
        by: ['evidence-rules-95', 'evidence-rules-48-1'],
        serves: 'filing',
      },
      ...prepaidRecords(file),
    ],
  });
}

function prepaidRecords(file: Case): Ground[] {
  if (isOutsideConsumerLaw(file) || !file.orders.some((order) => mayBePrepaid(order))) return [];
  return [
    {
      says: '预付式消费中，商家控制合同、消费次数和余额等证据而无正当理由不提交的，可以按消费者的主张认定',
      by: ['prepaid-interpretation-25'],
    },
  ];
}
