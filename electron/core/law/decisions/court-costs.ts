import type { Case } from '../../../contract/case/case-file.ts';
import { type Fen, formatYuan } from '../../../contract/case/money.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import type { Law } from '../law.ts';
import { sumInDispute } from '../sum-in-dispute.ts';
import { acceptanceFee, copiesForCourt, simplifiedFee } from '../tables/court-fees.ts';
import { jointAction } from './joint-action.ts';

/** 案件受理费 in 分: the whole fee, and half of it in the simplified procedure (诉讼费用交纳办法 13, 16). */
export interface CourtFee {
  readonly whole: Fen;
  readonly simplified: Fen;
}

/** How many of each go to the court: one for it and one for each defendant. */
export interface CourtCopies {
  readonly statement: number;
  readonly evidence: number;
}

export function courtFee(file: Case, law: Law): Decision<CourtFee | undefined> {
  const sum = sumInDispute(file);
  const rules: Ground[] = [
    { says: '财产案件按请求的金额分段交纳，不超过一万元的每件五十元', by: ['court-fees-13'], serves: 'filing' },
    { says: '适用简易程序（包括小额诉讼）的减半', by: ['court-fees-16'], serves: 'filing' },
    { says: '调解结案或者撤诉的减半', by: ['court-fees-15'], serves: 'filing' },
    { says: '原告接到法院通知的次日起七日内预交', by: ['court-fees-20-1', 'court-fees-22-1'], serves: 'filing' },
    { says: '由败诉方负担，部分胜诉的由法院决定', by: ['court-fees-29-1'], serves: 'filing' },
    { says: '交费确有困难的，可以申请缓交、减交或者免交', by: ['court-fees-44-1'], serves: 'filing' },
  ];
  if (sum === undefined) {
    return decide<CourtFee | undefined>(file, law, {
      answer: undefined,
      conclusion: '请求的金额还没有写全，算不出案件受理费。',
      grounds: rules,
      missing: [{ label: '请求的金额', path: 'claims' }],
    });
  }
  const several = jointAction(file, law).answer === 'own-deals';
  const fee = { whole: acceptanceFee(sum, law.courtFees), simplified: simplifiedFee(sum, law.courtFees) };
  return decide<CourtFee | undefined>(file, law, {
    answer: fee,
    conclusion: `${several ? '几人合为一件的，' : ''}按请求${formatYuan(sum)}计算，案件受理费${formatYuan(fee.whole)}，适用简易程序的${formatYuan(fee.simplified)}；以法院通知为准。`,
    grounds: several
      ? [...rules, { says: '各人分别起诉的，每件各按自己的请求交纳', by: ['court-fees-13'], serves: 'filing' }]
      : rules,
  });
}

export function courtCopies(file: Case, law: Law): Decision<CourtCopies> {
  const copies = copiesForCourt(file.respondents.length);
  return decide(file, law, {
    answer: { statement: copies, evidence: copies },
    conclusion: `起诉状和证据各准备${copies}份：法院一份，每名被告一份。`,
    grounds: [
      { says: '起诉状按被告人数提出副本', by: ['civil-procedure-123-1'], serves: 'filing' },
      { says: '证据按对方当事人人数提出副本', by: ['evidence-rules-19-1'], serves: 'filing' },
    ],
  });
}
