import type { Case } from '../../../contract/case/case-file.ts';
import { type Fen, formatYuan } from '../../../contract/case/money.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import type { Law } from '../law.ts';
import { isCourtFee, isForMoney, sumInDispute } from '../sum-in-dispute.ts';
import { placeOfSum, smallClaimsLine } from '../tables/small-claims-lines.ts';

/** Whether 小额诉讼 fits (民事诉讼法 165, 166). The court that takes the case decides. */
export type SmallClaimsEligibility =
  | 'fits'
  | 'by-agreement'
  | 'too-much'
  | 'not-money'
  | 'mixed'
  | 'unknown-line'
  | 'no-amount';

export function smallClaimsEligibility(file: Case, law: Law): Decision<SmallClaimsEligibility> {
  const asked = file.claims.filter((claim) => !isCourtFee(claim));
  const others = asked.filter((claim) => !isForMoney(claim));
  const sum = sumInDispute(file);
  if (sum === undefined && others.length > 0 && others.length === asked.length) {
    return decide(file, law, {
      answer: 'not-money',
      conclusion: '请求的不是付款，不适用小额诉讼，按其他程序起诉。',
      grounds: [simple],
    });
  }
  if (sum === undefined) {
    const index = file.claims.findIndex((claim) => isForMoney(claim) && claim.amount === undefined);
    return decide(file, law, {
      answer: 'no-amount',
      conclusion: '请求的金额还没有写全，不能判断是否适用小额诉讼。',
      grounds: [simple],
      missing: [{ label: '请求的金额', path: index < 0 ? 'claims' : `claims[${index}].amount` }],
    });
  }
  const total: Ground = { says: `请求的金额共${formatYuan(sum)}` };
  if (others.length > 0) {
    return decide(file, law, {
      answer: 'mixed',
      conclusion: '除付款外还有别的请求，是否适用小额诉讼由法院决定；只请求付款更容易适用。',
      grounds: [total, simple, ...limits],
      certainty: '有争议',
    });
  }
  return placed(file, law, sum, total);
}

const simple: Ground = {
  says: '小额诉讼适用于事实清楚、争议不大的简单金钱给付案件，实行一审终审',
  by: ['civil-procedure-165-1'],
  serves: 'filing',
};
const limits: readonly Ground[] = [
  {
    says: '涉外、需要评估或者鉴定、一方下落不明、对方反诉、确认权属等案件不适用小额诉讼',
    by: ['civil-procedure-166'],
    serves: 'filing',
  },
];

function placed(file: Case, law: Law, sum: Fen, asked: Ground): Decision<SmallClaimsEligibility> {
  const table = law.smallClaimsLines;
  const province = file.court.province ?? '';
  const line = smallClaimsLine(table, province);
  if (line === undefined) {
    return decide(file, law, {
      answer: 'unknown-line',
      conclusion: '请求的是付款；数额是否在当地的标准以内，请以受诉法院公布的为准。',
      grounds: [asked, simple, ...limits],
      missing: province.trim() === '' ? [{ label: '受诉法院所在的省份', path: 'court.province' }] : [],
    });
  }
  const half = `${line.province}的标准${line.isAbout ? '约' : ''}为${formatYuan(line.half)}（${line.basis}；${table.reservation}）`;
  const grounds: Ground[] = [
    asked,
    { says: half },
    ...(line.isOutdated ? [{ says: '这个数额依据的不是最近公布的年度，可能已经提高' }] : []),
    simple,
    ...limits,
    {
      says: '新的年平均工资公布以前，以已经公布的最近年度为准',
      by: ['civil-procedure-interpretation-272'],
      serves: 'filing',
    },
  ];
  const byAgreement: Ground = {
    says: '超过年平均工资一半、在二倍以下的，双方可以约定适用',
    by: ['civil-procedure-165-2'],
    serves: 'filing',
  };
  // No line of the table was seen in an official text, so none of these answers is sure.
  const certainty = '有争议';
  switch (placeOfSum(sum, line)) {
    case 'up-to-half':
      return decide(file, law, {
        answer: 'fits',
        conclusion: '按这个标准，数额可以适用小额诉讼；是否适用由法院决定，一审终审、不能上诉。',
        grounds,
        certainty,
      });
    case 'up-to-twice':
      return decide(file, law, {
        answer: 'by-agreement',
        conclusion: '按这个标准，数额超过一半的线，双方都同意才能适用小额诉讼。',
        grounds: [...grounds, byAgreement],
        certainty,
      });
    case 'above-half':
      return decide(file, law, {
        answer: 'by-agreement',
        conclusion: '按这个标准，数额超过一半的线；在二倍以下并且双方同意的，才能适用小额诉讼。',
        grounds: [...grounds, byAgreement],
        certainty,
      });
    case 'above':
      return decide(file, law, {
        answer: 'too-much',
        conclusion: '按这个标准，数额超过年平均工资的二倍，不适用小额诉讼，按其他程序起诉。',
        grounds,
        certainty,
      });
  }
}
