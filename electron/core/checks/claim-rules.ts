import { claimKindWords } from '../../contract/case/words.ts';
import { subjectsNotSued } from '../documents/blocks/claim-subject.ts';
import { isForCourtOnly } from '../documents/blocks/claims.ts';
import { platformLiability } from '../law/decisions/platform-liability.ts';
import { isCourtFee, kindsWithAmount } from '../law/sum-in-dispute.ts';
import { citesEvidence } from './cited-evidence.ts';
import { type CheckInput, isReportedBlank, type Match, type Rule } from './rule.ts';

export const claimRules: readonly Rule[] = [
  { id: 'claim.none', severity: 'error', provisions: ['civil-procedure-122', 'complaint-measure-10'], find: noClaim },
  {
    id: 'claim.total-missing',
    severity: 'error',
    provisions: ['civil-procedure-122', 'complaint-measure-10'],
    find: amountMissing,
  },
  { id: 'claim.without-evidence', severity: 'warning', provisions: ['civil-procedure-67-1'], find: withoutEvidence },
  { id: 'claim.partial-without-calculation', severity: 'warning', find: partialWithoutCalculation },
  { id: 'claim.damages-without-calculation', severity: 'hint', find: damagesWithoutCalculation },
  {
    id: 'claim.subject-not-respondent',
    severity: 'warning',
    provisions: ['civil-procedure-122'],
    find: subjectNotSued,
  },
  { id: 'claim.against-platform', severity: 'hint', provisions: ['consumer-law-44'], find: againstPlatform },
  { id: 'claim.performance-and-refund', severity: 'warning', find: performanceAndRefund },
  {
    id: 'claim.for-court-only',
    severity: 'hint',
    provisions: ['contract-supervision-22'],
    find: forCourtOnly,
  },
];

function noClaim(input: CheckInput): Match[] {
  if (input.case.claims.length > 0 || isReportedBlank(input, 'claims')) return [];
  return [
    {
      path: 'claims',
      message: '还没有写诉求。受理的一方必须知道要求什么，请至少写一项具体请求和金额，例如“退还货款268.00元”。',
    },
  ];
}

function amountMissing(input: CheckInput): Match[] {
  return input.case.claims.flatMap(({ kind, amount }, index) => {
    const path = `claims[${index}].amount`;
    if (amount !== undefined || !kindsWithAmount.includes(kind) || isReportedBlank(input, path)) return [];
    return [{ path, message: `第${index + 1}项诉求“${claimKindWords[kind]}”没有写金额。请求必须具体，请填写金额。` }];
  });
}

function withoutEvidence({ case: { claims } }: CheckInput): Match[] {
  return claims.flatMap(({ kind, amount, text, calculation, evidence }, index) => {
    // The court fee follows from the judgment and needs no proof; other costs carry an amount.
    const needsNone = kind === 'costs' && amount === undefined;
    if (needsNone || citesEvidence(evidence, text, calculation)) return [];
    return [
      {
        path: `claims[${index}].evidence`,
        message: `第${index + 1}项诉求“${claimKindWords[kind]}”没有引用证据。提出主张的一方要提供证据，请引用能证明金额或事由的证据，例如付款记录。`,
      },
    ];
  });
}

function partialWithoutCalculation({ case: { claims } }: CheckInput): Match[] {
  return claims.flatMap(({ kind, calculation }, index) =>
    kind !== 'partial-refund' || (calculation ?? '').trim() !== ''
      ? []
      : [
          {
            path: `claims[${index}].calculation`,
            message: `第${index + 1}项诉求要求退还一部分，没有写怎样算出来的。请写明算式，例如按未使用的月数占总月数的比例。`,
          },
        ],
  );
}

/** A request that names 店铺 or 平台 where nobody with that role is sued leaves the court without a defendant for it. */
function subjectNotSued({ case: { claims, respondents } }: CheckInput): Match[] {
  return claims.flatMap(({ text = '' }, index) => {
    const strangers = subjectsNotSued(text, respondents);
    if (strangers.length === 0) return [];
    return [
      {
        path: `claims[${index}].text`,
        message: `第${index + 1}项诉求要求“${strangers.join('、')}”承担，但对方当事人里没有它。请把它补充为对方当事人，或改写成现有的对方当事人。`,
      },
    ];
  });
}

function damagesWithoutCalculation({ case: { claims } }: CheckInput): Match[] {
  return claims.flatMap(({ kind, calculation = '' }, index) =>
    kind !== 'damages' || calculation.trim() !== ''
      ? []
      : [
          {
            path: `claims[${index}].calculation`,
            message: `第${index + 1}项诉求要求赔偿损失，没有写损失怎样算出来。请写明每一笔支出和金额，并引用票据。`,
          },
        ],
  );
}

/** To have it delivered and to have the money back cannot both be had of one order; one may stand in for the other. */
function performanceAndRefund({ case: { claims, orders } }: CheckInput): Match[] {
  if (orders.length > 1 || !claims.some(({ kind }) => kind === 'refund' || kind === 'rescission')) return [];
  return claims.flatMap(({ kind, text = '' }, index) =>
    kind !== 'performance' || /不能|未能|否则|或者/u.test(text)
      ? []
      : [
          {
            path: `claims[${index}]`,
            message: `第${index + 1}项诉求要求继续履行，另有一项要求全额退款或者解除合同，两者不能同时得到。请选一项；想先要求履行的，请写成“不能履行的，退还货款”。`,
          },
        ],
  );
}

/** Rescission by judgment and validity are a court's or an arbitrator's (合同行政监督管理办法 22); elsewhere they stay out. */
function forCourtOnly({ case: { claims }, papers }: CheckInput): Match[] {
  if (papers.includes('small-claims')) return [];
  return claims.flatMap((claim, index) =>
    claim.kind === 'costs' || claim.kind === 'rescission' || isCourtFee(claim) || !isForCourtOnly(claim)
      ? []
      : [
          {
            path: `claims[${index}].text`,
            message: `第${index + 1}项诉求只有法院或者仲裁机构才能决定，这次选的文书里不会写它。需要的，请加选民事起诉状；只想退款的，请改写成退款。`,
          },
        ],
  );
}

/** 消费者权益保护法 44: the shop's breach alone does not make its platform answer. */
function againstPlatform({ case: subject, law }: CheckInput): Match[] {
  if (platformLiability(subject, law).answer !== 'not-shown') return [];
  const platforms = subject.respondents.flatMap(({ id, roles }) =>
    id !== undefined && roles.includes('platform') && !roles.includes('merchant') ? [id] : [],
  );
  return subject.claims.flatMap(({ against }, index) =>
    against.flatMap((id, place) =>
      !platforms.includes(id)
        ? []
        : [
            {
              path: `claims[${index}].against[${place}]`,
              message: `第${index + 1}项诉求写明向平台提出，而从案件看不出平台应当承担的理由：平台不能提供商家的真实信息，或者知道商家侵害消费者而没有采取措施。请在陈述中写明事实和证据，没有的，请只向商家提出。`,
            },
          ],
    ),
  );
}
