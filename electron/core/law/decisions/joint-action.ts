import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide } from '../decision.ts';
import type { Law } from '../law.ts';

/** Whether several claimants can go to court in one action: alone, with one deal of all, or each with their own. */
export type JointAction = 'one-claimant' | 'common-deal' | 'own-deals' | 'unknown';

/**
 * Several buyers before one court. Whether a court takes their actions together is for the court; no rule that would
 * settle it is in our tables, so none is cited. Small claims are for simple money claims of small sums, and a case of
 * many is seldom that.
 */
export function jointAction(file: Case, law: Law): Decision<JointAction> {
  const several = file.claimants.length > 1;
  const owners = new Set(file.orders.map(({ claimant }) => claimant));
  if (!several) {
    return decide(file, law, {
      answer: 'one-claimant',
      conclusion: '只有一名原告，不涉及合并审理。',
      grounds: [],
    });
  }
  if (file.orders.length === 0) {
    return decide(file, law, {
      answer: 'unknown',
      conclusion: '有几名原告，但还没有录入订单，不能判断是不是同一笔交易。',
      grounds: [],
      certainty: '有争议',
      missing: [{ label: '各人的订单', path: 'orders' }],
    });
  }
  if (owners.size === 1) {
    return decide(file, law, {
      answer: 'common-deal',
      conclusion: '几名原告的订单都没有写明归谁，按共同购买处理；各买各的，请在订单中写明是谁的。',
      grounds: [{ says: '是否作为一个案件审理，由法院决定' }],
      certainty: '有争议',
    });
  }
  return decide(file, law, {
    answer: 'own-deals',
    conclusion: '各人有各自的订单，法院不一定合并审理，也不一定适用小额诉讼程序；可以按人各备一份材料。',
    grounds: [
      { says: '各人与商家各自成立合同，金额、卡密状态和沟通经过不同，是否合并审理由法院决定' },
      {
        says: '小额诉讼程序适用于事实清楚、争议不大的简单金钱给付案件；人数多、事实要逐人查明的，可能不适用',
        by: ['civil-procedure-165-1'],
        serves: 'filing',
      },
    ],
    certainty: '有争议',
  });
}

/** Whether several complain to the market regulator as one, and who speaks for them. */
export type JointComplaint =
  | 'one-complainant'
  | 'two'
  | 'choose-representatives'
  | 'represented'
  | 'one-representative';

/** 投诉举报处理办法 12: a joint complaint needs the complainants' consent; they may choose two in writing. */
export function jointComplaint(file: Case, law: Law): Decision<JointComplaint> {
  const grounds = [
    {
      says: '两人以上就同一争议投诉同一经营者，经投诉人同意可以按共同投诉处理，并可以书面推选两名代表人',
      by: ['complaint-measure-12'],
      serves: 'filing' as const,
    },
  ];
  const count = file.claimants.length;
  if (count === 1) {
    return decide(file, law, { answer: 'one-complainant', conclusion: '只有一名投诉人。', grounds: [] });
  }
  if (count === 2) {
    return decide(file, law, { answer: 'two', conclusion: '两名投诉人可以共同投诉，各自签名。', grounds });
  }
  const chosen = new Set(file.representatives).size;
  if (chosen === 2) {
    return decide(file, law, {
      answer: 'represented',
      conclusion: '已推选两名代表人，投诉书由代表人签名，推选书由全体投诉人签名。',
      grounds,
    });
  }
  return decide(file, law, {
    answer: chosen === 1 ? 'one-representative' : 'choose-representatives',
    conclusion:
      chosen === 1
        ? '代表人应为两名，现在只写了一名。'
        : `投诉人有${count}名，可以书面推选两名代表人；没有推选的，由全体投诉人签名。`,
    grounds,
    missing: chosen === 1 ? [{ label: '第二名代表人', path: 'representatives' }] : [],
  });
}
