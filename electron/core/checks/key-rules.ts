import { textsIn } from '../cases/case-fields.ts';
import type { CardKey, Case } from '../cases/case-file.ts';
import { formatMoment, isAfter, type Moment } from '../cases/moments.ts';
import { cardKeysIn } from '../cases/sensitive-text.ts';
import { keyStateWords } from '../documents/words.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const keyRules: readonly Rule[] = [
  { id: 'key.unmasked', severity: 'warning', find: keyUnmasked },
  { id: 'key.shown-before-paid', severity: 'warning', find: shownBeforePaid },
  { id: 'key.tried-before-shown', severity: 'warning', find: triedBeforeShown },
  { id: 'key.state-contradicts-trial', severity: 'warning', find: stateContradictsTrial },
  { id: 'key.state-contradicts-issue', severity: 'warning', find: stateContradictsIssue },
  { id: 'claimant.id-number-in-text', severity: 'warning', find: idNumberInText },
];

/** Fields that hold numbers of their own; what stands there is no card key, and neither is its repetition in a text. */
const numberFields = /(?:^|\.)(?:number|transactionNumber|reference|creditCode|idNumber|phone|email|path|format)$/;

function keyUnmasked({ case: subject }: CheckInput): Match[] {
  const texts = textsIn(subject);
  const numbers = texts.filter(({ path }) => numberFields.test(path)).map(({ text }) => text);
  return texts.flatMap(({ path, text }) => {
    if (numberFields.test(path) || !cardKeysIn(text).some((key) => !numbers.some((number) => number.includes(key))))
      return [];
    return [
      {
        path,
        message:
          '这里像是写了一整串卡密。文书会交给多方，看到的人都可能使用它。请只留末四位，其余改成星号，例如“尾号为 7Q2K 的激活码”。',
      },
    ];
  });
}

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

function idNumberInText({ case: subject }: CheckInput): Match[] {
  const idNumbers = subject.claimants.flatMap(({ idNumber, agent }) => [idNumber, agent?.idNumber]);
  const known = idNumbers.filter((number): number is string => number !== undefined && number.length >= 8);
  return textsIn(subject).flatMap(({ path, text }) =>
    path.endsWith('.idNumber') || !known.some((number) => text.includes(number))
      ? []
      : [
          {
            path,
            message: '这里写出了完整的证件号码。它只应出现在文书的证件号码一栏，写在这里会随材料交给更多人，请删去。',
          },
        ],
  );
}
