import type { Claim } from '../cases/case-file.ts';
import { subjectsNotSued } from '../documents/claim-subject.ts';
import { isCourtFee } from '../documents/claims.ts';
import { claimKindWords } from '../documents/words.ts';
import { citesEvidence } from './cited-evidence.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const claimRules: readonly Rule[] = [
  {
    id: 'claim.none',
    severity: 'error',
    source: '民事诉讼法第一百二十二条、市场监督管理投诉举报处理办法第十条',
    find: noClaim,
  },
  {
    id: 'claim.total-missing',
    severity: 'error',
    source: '民事诉讼法第一百二十二条、市场监督管理投诉举报处理办法第十条',
    find: amountMissing,
  },
  { id: 'claim.without-evidence', severity: 'warning', source: '民事诉讼法第六十七条', find: withoutEvidence },
  { id: 'claim.partial-without-calculation', severity: 'warning', find: partialWithoutCalculation },
  { id: 'claim.full-refund-after-use', severity: 'hint', source: '民法典第五百六十六条', find: fullRefundAfterUse },
  {
    id: 'claim.triple-needs-fraud',
    severity: 'hint',
    source: '消费者权益保护法第五十五条第一款',
    find: tripleNeedsFraud,
  },
  {
    id: 'claim.subject-not-respondent',
    severity: 'warning',
    source: '民事诉讼法第一百二十二条',
    find: subjectNotSued,
  },
  { id: 'claim.not-money', severity: 'hint', source: '民事诉讼法第一百六十五条', find: notMoney },
];

const moneyKinds: readonly Claim['kind'][] = ['refund', 'partial-refund', 'damages', 'triple-damages'];

function noClaim({ case: { claims }, missingFacts }: CheckInput): Match[] {
  if (claims.length > 0 || missingFacts.some(({ path }) => path === 'claims')) return [];
  return [
    {
      path: 'claims',
      message: '还没有写诉求。受理的一方必须知道要求什么，请至少写一项具体请求和金额，例如“退还货款268.00元”。',
    },
  ];
}

function amountMissing({ case: { claims }, missingFacts }: CheckInput): Match[] {
  // Where a paper already reports the blank, one finding for it is enough.
  const reported = new Set(missingFacts.map(({ path }) => path));
  return claims.flatMap(({ kind, amount }, index) => {
    const path = `claims[${index}].amount`;
    if (amount !== undefined || !moneyKinds.includes(kind) || reported.has(path)) return [];
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

function fullRefundAfterUse({ case: { claims, keys } }: CheckInput): Match[] {
  const isUsed = keys.some(({ state }) => state === 'partly-used');
  return claims.flatMap(({ kind }, index) =>
    !isUsed || kind !== 'refund'
      ? []
      : [
          {
            path: `claims[${index}].kind`,
            message:
              '有卡密已部分使用，又请求全额退款。对方可能主张扣除已经得到的部分，请考虑改为部分退款并写明算式，或在陈述中说明为什么已用部分没有价值。',
          },
        ],
  );
}

function tripleNeedsFraud({ case: { claims } }: CheckInput): Match[] {
  return claims.flatMap(({ kind }, index) =>
    kind !== 'triple-damages'
      ? []
      : [
          {
            path: `claims[${index}]`,
            message:
              '三倍赔偿以经营者有欺诈行为为条件，一般的质量不符或迟延不够。请确认陈述中写明了对方明知而虚假陈述或隐瞒的事实，并有证据。',
          },
        ],
  );
}

function notMoney({ case: { claims }, papers }: CheckInput): Match[] {
  if (!papers.includes('small-claims')) return [];
  return claims.flatMap((claim, index) =>
    (claim.kind !== 'performance' && claim.kind !== 'other') || isCourtFee(claim)
      ? []
      : [
          {
            path: `claims[${index}]`,
            message: `第${index + 1}项诉求“${claimKindWords[claim.kind]}”不是请求付款。小额诉讼程序只适用于简单的金钱给付案件，有这一项时起诉状不写请求适用小额诉讼程序。是否适用由法院决定，可以考虑只请求退款。`,
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
