import type { Case, Order } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';

/** 自动续费: whether the two notices that the law asks for were given. No provision counts days before a renewal. */
export type AutomaticRenewal = 'not-in-issue' | 'not-noticed' | 'noticed' | 'unknown' | 'not-consumer';

export function automaticRenewal(
  file: Case,
  law: Law,
  order: Order | undefined = file.orders.find(({ renewal }) => renewal !== undefined) ?? file.orders[0],
): Decision<AutomaticRenewal> {
  if (!file.issues.includes('automatic-renewal') && order?.renewal === undefined) {
    return decide(file, law, { answer: 'not-in-issue', conclusion: '本案没有自动续费的问题。', grounds: [] });
  }
  if (isOutsideConsumerLaw(file)) {
    return decide(file, law, {
      answer: 'not-consumer',
      conclusion: '续费提醒是对消费者的义务，不是为生活消费的只按合同主张。',
      grounds: [{ says: '消费者权益保护法只保护为生活消费购买的人', by: ['consumer-law-2'] }],
    });
  }
  const { noticeBeforeStart: start, noticeBeforeRenewal: again } = order?.renewal ?? {};
  const pathOf = (field: 'noticeBeforeStart' | 'noticeBeforeRenewal') =>
    order === undefined ? 'orders' : `orders[${file.orders.indexOf(order)}].renewal.${field}`;
  const rules: readonly Ground[] = [
    {
      says: '自动续费要在接受服务前和每次续费日期前，以显著方式提请消费者注意',
      by: ['consumer-regulation-10-2'],
    },
    { says: '服务期间还要有显著、简便、可以随时取消或者变更的选项', by: ['online-trading-measure-18'] },
  ];
  const money: Ground = {
    says: '这些规定说的是提醒和取消，没有直接规定退款，也没有规定提前几天；能否退还扣款还要看约定和实际情况',
  };
  if (start === 'clear' && again === 'clear') {
    return decide(file, law, {
      answer: 'noticed',
      conclusion: '两次都显著提醒过的，只以没有提醒为由要求退还较难。',
      grounds: [...rules, money],
      certainty: '有争议',
    });
  }
  if ([start, again].some((notice) => notice === 'none' || notice === 'unclear')) {
    return decide(file, law, {
      answer: 'not-noticed',
      conclusion: '没有显著提醒就续费的，可以据此提出不同意续费、请求退还扣款；是否退还会有争议。',
      grounds: [...rules, money],
      certainty: '有争议',
    });
  }
  return decide(file, law, {
    answer: 'unknown',
    conclusion: '请先写明接受服务前、续费前有没有显著提醒。',
    grounds: rules,
    missing: [
      ...(start === undefined ? [{ label: '接受服务前有没有提醒', path: pathOf('noticeBeforeStart') }] : []),
      ...(again === undefined ? [{ label: '续费前有没有提醒', path: pathOf('noticeBeforeRenewal') }] : []),
    ],
  });
}
