import type { CardKey, Case } from '../../contract/case/case-file.ts';
import { formatMoment, isAfter, type Moment } from '../../contract/case/moments.ts';
import { keyStateWords } from '../../contract/case/words.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const keyRules: readonly Rule[] = [
  { id: 'key.shown-before-paid', severity: 'warning', find: shownBeforePaid },
  { id: 'key.tried-before-shown', severity: 'warning', find: triedBeforeShown },
  {
    id: 'key.state-contradicts-trial',
    severity: 'warning',
    provisions: ['complaint-measure-10'],
    find: stateContradictsTrial,
  },
  { id: 'key.state-contradicts-issue', severity: 'warning', find: stateContradictsIssue },
];

function shownBeforePaid({ case: subject }: CheckInput): Match[] {
  return subject.keys.flatMap(({ shownAt, order }, index) => {
    const payments = subject.orders.find(({ id }) => id === order)?.payments ?? [];
    const paid = payments.flatMap(({ paidAt }) => paidAt ?? []);
    // Delivered on a deposit is possible, so every payment must be later, and known.
    const isBefore = shownAt !== undefined && paid.length > 0 && paid.length === payments.length;
    if (!isBefore || !paid.every((moment) => isAfter(moment, shownAt))) return [];
    return [
      {
        path: `keys[${index}].shownAt`,
        message: `看到卡密的时间（${formatMoment(shownAt)}）早于付款时间（${formatMoment(paid[0] ?? shownAt)}）。请对照订单核对；确实先给后付的，请在陈述中说明。`,
      },
    ];
  });
}

function triedBeforeShown({ case: { keys } }: CheckInput): Match[] {
  return keys.flatMap(({ shownAt, triedAt }, index) =>
    shownAt === undefined || triedAt === undefined || !isAfter(shownAt, triedAt)
      ? []
      : [{ path: `keys[${index}].triedAt`, message: triedText(triedAt, shownAt) }],
  );
}

function triedText(triedAt: Moment, shownAt: Moment): string {
  return `使用卡密的时间（${formatMoment(triedAt)}）早于看到卡密的时间（${formatMoment(shownAt)}）。请核对两个时间。`;
}

/** 投诉举报处理办法 10 asks for the true facts: a key that was tried is not called unused. */
function stateContradictsTrial({ case: { keys } }: CheckInput): Match[] {
  return keys.flatMap(({ state, triedAt, shownAt }, index): Match[] => {
    const path = `keys[${index}].state`;
    if (state === 'unused' && triedAt !== undefined) {
      return [
        {
          path,
          message: `卡密状态写的是“${keyStateWords.unused}”，又写了使用时间。对方可以查到使用记录，前后不一会影响可信度，请如实选择状态。`,
        },
      ];
    }
    if (state === 'not-delivered' && (shownAt !== undefined || triedAt !== undefined)) {
      return [
        {
          path,
          message: `卡密状态写的是“${keyStateWords['not-delivered']}”，又写了看到或使用卡密的时间。请核对状态和时间，如实填写。`,
        },
      ];
    }
    return [];
  });
}

function stateContradictsIssue({ case: { keys, issues } }: CheckInput): Match[] {
  const only = (...states: CardKey['state'][]) => keys.length > 0 && keys.every(({ state }) => states.includes(state));
  const issue = (kind: Case['issues'][number]) => issues.indexOf(kind);
  const contradictions: readonly [number, boolean, string][] = [
    [
      issue('does-not-activate'),
      only('activated', 'partly-used'),
      '选了“无法激活或不兼容”，但每一个卡密的状态都是已激活或已使用',
    ],
    [issue('key-invalid-or-used'), only('activated', 'unused'), '选了“卡密无效或已被使用”，但没有一个卡密的状态是这样'],
  ];
  return contradictions.flatMap(([index, isContradiction, what]) =>
    index === -1 || !isContradiction
      ? []
      : [{ path: `issues[${index}]`, message: `${what}。请核对争议类型和卡密状态，两处要一致。` }],
  );
}
