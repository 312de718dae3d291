import type { NewCaseAnswers } from '../../electron/contract/rpc/case-procedures.ts';

/** 新建 with nothing answered but what must be. */
export const barestAnswers: NewCaseAnswers = {
  claimant: '',
  bought: { name: '', kind: 'card-key', price: '', quantity: 1, platform: '', shop: '', paidOn: '', paidBy: '' },
  issues: ['does-not-activate'],
  problem: '',
  answers: [],
  asked: [],
};
