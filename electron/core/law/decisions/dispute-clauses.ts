import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import type { Law } from '../law.ts';
import { isOutsideConsumerLaw } from './consumer-status.ts';

/** A clause that picks a court (民事诉讼法 35): not void of itself, but a consumer may plead that it was hidden. */
export type JurisdictionClause = 'none' | 'contestable' | 'holds-if-connected' | 'unknown';
/** An arbitration clause: where it is valid, a court does not take the case (民事诉讼法 127(二)). */
export type ArbitrationClause = 'none' | 'may-bar';

export function jurisdictionClause(file: Case, law: Law): Decision<JurisdictionClause> {
  const clause = file.terms.jurisdiction;
  if (clause === undefined) {
    return decide(file, law, { answer: 'none', conclusion: '没有看到约定由哪里法院管辖的条款。', grounds: [] });
  }
  const connection: Ground = {
    says: '书面约定管辖的，只能选与争议有实际联系的地点的法院',
    by: ['civil-procedure-35'],
    serves: 'filing',
  };
  const notice: Ground = {
    says: '经营者用格式条款与消费者约定管辖，没有合理提请注意的，消费者可以主张该约定无效',
    by: ['civil-procedure-interpretation-31'],
    serves: 'filing',
  };
  if (isOutsideConsumerLaw(file) || clause.wasPointedOut === true) {
    return decide(file, law, {
      answer: 'holds-if-connected',
      conclusion: '约定的法院与争议有实际联系的，一般按约定；没有实际联系的，可以提出异议。',
      grounds: [connection],
      certainty: '有争议',
    });
  }
  if (clause.wasPointedOut === false) {
    return decide(file, law, {
      answer: 'contestable',
      conclusion: '该管辖条款没有合理提请注意，可以主张无效；由法院认定。',
      grounds: [notice, connection],
    });
  }
  return decide(file, law, {
    answer: 'unknown',
    conclusion: '有管辖条款；它是否约束您，要看下单前有没有合理提请注意。',
    grounds: [notice, connection],
    certainty: '有争议',
    missing: [{ label: '管辖条款下单前有没有提请注意', path: 'terms.jurisdiction.wasPointedOut' }],
  });
}

export function arbitrationClause(file: Case, law: Law): Decision<ArbitrationClause> {
  if (file.terms.arbitration === undefined) {
    return decide(file, law, { answer: 'none', conclusion: '没有看到仲裁条款。', grounds: [] });
  }
  return decide(file, law, {
    answer: 'may-bar',
    conclusion: '有仲裁条款：它如果有效，法院会告知去申请仲裁；起诉前请先弄清它是否有效。',
    grounds: [
      {
        says: '双方有书面仲裁协议、依法不得起诉的，法院告知向仲裁机构申请仲裁',
        by: ['civil-procedure-127-2'],
        serves: 'filing',
      },
      { says: '条款是否订入合同、是否有效，可能有不同意见' },
    ],
    certainty: '有争议',
  });
}
