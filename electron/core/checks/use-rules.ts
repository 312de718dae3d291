import { formatYuan } from '../../contract/case/money.ts';
import { fairPrice } from '../law/decisions/fair-price.ts';
import { prepaidScope } from '../law/decisions/prepaid.ts';
import { rescission } from '../law/decisions/rescission.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

/** What was used, how long it ran and how the contract ends: each changes the sum or the words. */
export const useRules: readonly Rule[] = [
  { id: 'claim.full-refund-after-use', severity: 'hint', provisions: ['civil-code-566-1'], find: fullRefundAfterUse },
  {
    id: 'order.use-without-value',
    severity: 'warning',
    provisions: ['civil-code-566-1', 'civil-code-157'],
    find: useWithoutValue,
  },
  {
    id: 'issue.not-prepaid',
    severity: 'warning',
    provisions: ['prepaid-interpretation-1', 'prepaid-interpretation-26'],
    find: notPrepaid,
  },
  {
    id: 'claim.rescission-without-notice',
    severity: 'hint',
    provisions: ['civil-code-565-1', 'civil-code-565-2'],
    find: rescissionWithoutNotice,
  },
  {
    id: 'claim.rescission-without-ground',
    severity: 'warning',
    provisions: ['civil-code-563-1-3', 'civil-code-563-1-4'],
    find: rescissionWithoutGround,
  },
  {
    id: 'order.renewal-notice-unknown',
    severity: 'hint',
    provisions: ['consumer-regulation-10-2'],
    find: renewalNoticeUnknown,
  },
];

function fullRefundAfterUse({ case: { claims, keys, orders } }: CheckInput): Match[] {
  const isKeyUsed = keys.some(({ state }) => state === 'partly-used');
  const received = orders.find((order) => (order.received?.value ?? 0) > 0)?.received;
  if (!isKeyUsed && received === undefined) return [];
  const what = received === undefined ? '有卡密已部分使用' : `写明已经得到的部分价值${formatYuan(received.value)}`;
  return claims.flatMap(({ kind, route }, index) =>
    kind !== 'refund' || route === 'no-reason'
      ? []
      : [
          {
            path: `claims[${index}].kind`,
            message: `${what}，又请求全额退款。对方可能主张扣除已经得到的部分，请考虑改为部分退款并写明算式，或在陈述中说明为什么已用部分没有价值。`,
          },
        ],
  );
}

/** Partly used, and nothing says what that part is worth: the sum cannot be checked by anybody. */
function useWithoutValue({ case: subject, law }: CheckInput): Match[] {
  const wants = subject.claims.some(({ kind }) => kind === 'refund' || kind === 'partial-refund');
  if (!wants || subject.claims.some(({ calculation = '' }) => calculation.trim() !== '')) return [];
  return subject.orders.flatMap((order, index) =>
    order.payments.length === 0 || fairPrice(subject, law, order).answer !== 'unknown'
      ? []
      : [
          {
            path: `orders[${index}].received`,
            message:
              '已经用掉或者得到了一部分，但没有写这部分是什么、值多少钱，也没有写会员的起止和用到的日期。请补充其中一项，或者在诉求的算式里写明怎样扣除。',
          },
        ],
  );
}

/** 法释〔2025〕4号 1, 26: what is redeemed at one stroke, or with many merchants, is no prepayment of this kind. */
function notPrepaid({ case: subject, law }: CheckInput): Match[] {
  const issue = subject.issues.indexOf('unused-membership-or-balance');
  if (issue === -1) return [];
  return subject.orders.flatMap((order, index): Match[] => {
    const path = order.prepaid === undefined ? `issues[${issue}]` : `orders[${index}].prepaid`;
    switch (prepaidScope(subject, law, order).answer) {
      case 'one-shot':
        return [
          {
            path: order.prepaid === undefined ? path : `${path}.redemption`,
            message:
              '选了“会员或余额未用部分”，而这个订单是一次兑付的卡密，通常不属于预付式消费，没有“余额”可以按预付款退。请核对争议类型；卡密有问题的，请选“卡密无效”“无法激活”等。',
          },
        ];
      case 'multi-purpose':
        return [
          {
            path: `${path}.reach`,
            message:
              '选了“会员或余额未用部分”，而这是可以在多个不相干的商家使用的卡，不适用预付式消费的司法解释。请核对；仍要退余额的，请按约定或者合同的一般规则主张。',
          },
        ];
      default:
        return [];
    }
  });
}

/** 民法典 565: the contract ends when the notice arrives, or with the copy of the statement of claim. */
function rescissionWithoutNotice({ case: subject, papers, law }: CheckInput): Match[] {
  const index = subject.claims.findIndex(({ kind }) => kind === 'rescission');
  if (index === -1 || subject.events.some(({ kind }) => kind === 'rescission-notice')) return [];
  const { answer } = rescission(subject, law);
  const hasGround = answer === 'after-demand' || answer === 'lost-purpose';
  const inPapers =
    hasGround && papers.includes('refund-request')
      ? '这次的平台退款申请书会附上解除合同的通知，送达后请把时间补写成事件'
      : '请先书面通知对方，并把时间写成“通知解除”的事件';
  return [
    {
      path: 'events',
      message: `第${index + 1}项诉求要求解除合同，事件里没有“通知解除”。解除从通知到达对方时起算；${inPapers}；直接起诉解除的，从起诉状副本送达对方时起算。`,
    },
  ];
}

function rescissionWithoutGround({ case: subject, law }: CheckInput): Match[] {
  const { answer } = rescission(subject, law);
  return subject.claims.flatMap(({ kind }, index): Match[] => {
    if (kind !== 'rescission') return [];
    if (answer === 'demand-first') {
      return [
        {
          path: 'events',
          message:
            '因迟延要求解除合同，要先催告对方并留出合理的期限，案件里还没有催告。请先书面催告，把时间和内容写成“提出要求”的事件并附证据。',
        },
      ];
    }
    // The law knows other grounds than the two that the facts of a case can show.
    return answer !== 'no-ground'
      ? []
      : [
          {
            path: `claims[${index}]`,
            severity: 'hint',
            message:
              '要求解除合同，而争议类型和卡密状态没有显示常见的两种理由（迟延经催告仍不履行，合同目的不能实现），文书不会附解除通知。有约定的或者其他法定的理由，请在陈述中写明并引用证据；只想退款的，可以不写解除。',
          },
        ];
  });
}

/** The duty is to draw attention before it starts and before it renews; no provision counts days. */
function renewalNoticeUnknown({ case: { issues, orders } }: CheckInput): Match[] {
  if (!issues.includes('automatic-renewal')) return [];
  return orders.flatMap(({ renewal }, index) => {
    const { noticeBeforeStart, noticeBeforeRenewal } = renewal ?? {};
    if (noticeBeforeStart !== undefined && noticeBeforeRenewal !== undefined) return [];
    const field =
      renewal === undefined ? '' : noticeBeforeStart === undefined ? '.noticeBeforeStart' : '.noticeBeforeRenewal';
    return [
      {
        path: `orders[${index}].renewal${field}`,
        message:
          '选了“自动续费”，还没有写开通前和续费前有没有显著提醒。规定要求在这两个时候都显著提请注意，请如实填写，并附当时的页面或者短信。',
      },
    ];
  });
}
