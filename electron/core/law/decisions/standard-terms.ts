import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import { wasRefusedByTerm } from '../dispute.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';
import { sellsKeys } from './e-commerce-scope.ts';

/**
 * Two answers to “不退不换”, each a decision of its own and never one: the first turns on whether the term was pointed
 * out and explained, the second on what it says, and stands even where it was ticked.
 */
export type TermOutOfContract = 'no-term' | 'open' | 'hard';
export type TermInvalid = 'no-term' | 'open' | 'repeats-exclusion';

/** True where a term of that kind was written, was the ground of a refusal, or is among the other side's defences. */
export function hasNoRefundTerm(file: Case): boolean {
  return (
    file.terms.noRefund !== undefined ||
    wasRefusedByTerm(file) ||
    file.defences.some(({ kind }) => kind === 'no-refund-term')
  );
}

const noTerm = { conclusion: '没有看到对方提出“不退不换”一类的条款。', grounds: [] } as const;

/** Route one, 民法典 496(2): not prompted or not explained, so not part of the contract. The seller proves that it was. */
export function termOutOfContract(file: Case, law: Law): Decision<TermOutOfContract> {
  if (!hasNoRefundTerm(file)) return decide(file, law, { answer: 'no-term', ...noTerm });
  const shown = file.terms.noRefund?.wasPointedOut;
  const burden: Ground = {
    says: '是否提示、说明过，由提供条款的一方证明；网上下单时仅有勾选、弹窗，不足以证明',
    by: ['contract-interpretation-10-3'],
  };
  const rule: Ground = {
    says: '没有提示、说明，致使买方没有注意或者理解这类条款的，买方可以主张它不成为合同的内容',
    by: ['civil-code-496-2'],
  };
  if (shown === true) {
    return decide(file, law, {
      answer: 'hard',
      conclusion: '条款在下单前已经提示过，“不成为合同内容”这一点较难成立；它的内容是否有效是另一个问题。',
      grounds: [
        rule,
        { says: '用足以引起注意的明显标识提示的，可以认定已经提示', by: ['contract-interpretation-10-1'] },
        burden,
      ],
      certainty: '有争议',
    });
  }
  return decide(file, law, {
    answer: 'open',
    conclusion: '可以主张该条款不成为合同的内容，由对方证明已经提示、说明。',
    grounds: [rule, burden],
    missing:
      shown === false
        ? []
        : [
            {
              label: '该条款在下单前有没有明显提示',
              path: file.terms.noRefund === undefined ? 'terms.noRefund' : 'terms.noRefund.wasPointedOut',
            },
          ],
  });
}

/** Route two, 民法典 497 and 消费者权益保护法 26(2)(3): unfair in what it says, shown or not. Courts and arbitrators declare it. */
export function termInvalid(file: Case, law: Law): Decision<TermInvalid> {
  if (!hasNoRefundTerm(file)) return decide(file, law, { answer: 'no-term', ...noTerm });
  const whoDecides: Ground = {
    says: '市场监督管理部门不认定合同效力，条款是否无效由法院或者仲裁机构认定',
    by: ['contract-supervision-22'],
    serves: 'filing',
  };
  if (asksWithoutReasonOnly(file)) {
    return decide(file, law, {
      answer: 'repeats-exclusion',
      conclusion: '条款如果只是重复法律允许的“不适用无理由退货”，不因此无效；不能用来拒绝未交付、有瑕疵的退款。',
      grounds: [
        { says: '法律自己规定了几类不适用七日无理由退货的商品', by: ['consumer-law-25-1', 'consumer-law-25-2'] },
        whoDecides,
      ],
      certainty: '有争议',
    });
  }
  const isConsumer = !isOutsideConsumerLaw(file);
  return decide(file, law, {
    answer: 'open',
    conclusion: '条款如果被用来拒绝未交付、不能用、与承诺不符的退款，可以主张其内容无效，是否提示过不影响。',
    grounds: [
      {
        says: '格式条款不合理地免除自己的责任、限制或者排除对方主要权利的，无效',
        by: isConsumer ? ['civil-code-497', 'consumer-law-26-2-3'] : ['civil-code-497'],
      },
      ...(isConsumer
        ? [
            {
              says: '经营者不得用格式条款不合理地减免自己的责任',
              by: ['consumer-regulation-17', 'online-trading-measure-21'],
            },
          ]
        : []),
      ...(isConsumer && sellsKeys(file)
        ? [
            {
              says: '电子商务经营者的格式条款对消费者不公平、不合理的，法院依法认定无效',
              by: ['online-consumption-1-5'],
            },
          ]
        : []),
      whoDecides,
    ],
  });
}

/** True where every refund that is asked for rests on no-reason return alone. */
function asksWithoutReasonOnly({ claims }: Case): boolean {
  const refunds = claims.filter(({ kind }) => kind === 'refund' || kind === 'partial-refund');
  return refunds.length > 0 && refunds.every(({ route }) => route === 'no-reason');
}
