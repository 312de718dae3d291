import type { NewCaseAnswers } from '../../electron/contract/rpc/case-procedures.ts';

/** What somebody with an ordinary case answers on 新建. All names are invented. */
export const newCaseAnswers: NewCaseAnswers = {
  claimant: '何据真',
  bought: {
    name: '据例年度会员',
    kind: 'membership',
    price: '268',
    quantity: 1,
    platform: '据例商城',
    shop: '据例数码专营店',
    paidOn: '2026-10-03',
    paidBy: '据例支付',
  },
  issues: ['not-as-described'],
  problem: '开通后只有基础功能。',
  answers: [{ kind: 'already-used', said: '已经开通，不能退。' }],
  asked: [{ body: 'merchant', filedOn: '2026-10-05' }],
};
