import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide } from '../decision.ts';
import type { Law } from '../law.ts';
import { isFraudPleadable } from './fraud.ts';

/** 撤销 for fraud (民法典 148, 152): only a court or an arbitrator does it, and only within a year of knowing. */
export type Revocation = 'through-court' | 'not-stated';

export function revocation(file: Case, law: Law): Decision<Revocation> {
  if (!isFraudPleadable(file)) {
    return decide(file, law, {
      answer: 'not-stated',
      conclusion: '没有写明并证明欺诈，这里不考虑撤销合同。',
      grounds: [],
    });
  }
  return decide(file, law, {
    answer: 'through-court',
    conclusion: '因欺诈订立的合同，可以请求法院或者仲裁机构撤销；自己发通知不能撤销。',
    grounds: [
      { says: '因欺诈在违背真实意思的情况下订立的，受欺诈方有权请求法院或者仲裁机构撤销', by: ['civil-code-148'] },
      {
        says: '知道或者应当知道撤销事由之日起一年内（重大误解的九十日内）、行为发生之日起五年内行使',
        by: ['civil-code-152-1', 'civil-code-152-2'],
      },
      { says: '撤销以后，取得的财产应当返还，不能返还的折价补偿', by: ['civil-code-157'] },
    ],
    certainty: '有争议',
  });
}
