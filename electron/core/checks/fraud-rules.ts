import { fraud } from '../law/decisions/fraud.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const fraudRules: readonly Rule[] = [
  {
    id: 'claim.triple-needs-fraud',
    severity: 'warning',
    provisions: ['consumer-law-55-1', 'general-part-interpretation-21', 'consumer-regulation-49-1'],
    find: tripleNeedsFraud,
  },
  {
    id: 'fraud.without-claim',
    severity: 'hint',
    provisions: ['consumer-law-55-1'],
    find: fraudWithoutClaim,
  },
];

/** 欺诈 is a falsehood that was known to be one; each half is told, and proved, or triple damages are not pleaded. */
function tripleNeedsFraud({ case: subject, law }: CheckInput): Match[] {
  if (!subject.claims.some(({ kind }) => kind === 'triple-damages')) return [];
  return fraud(subject, law)
    .missing.filter(({ path }) => path.startsWith('fraud.'))
    .map(({ label, path }) => ({
      path,
      message: `请求了三倍赔偿，但没有写明${label}。三倍赔偿以对方明知而作虚假陈述或者隐瞒为条件，一般的质量不符或迟延不够；请如实补充，没有的请去掉这项诉求。`,
    }));
}

function fraudWithoutClaim({ case: { claims, fraud: stated } }: CheckInput): Match[] {
  const isStated = (stated?.falsehood ?? '').trim() !== '' && (stated?.knowledge ?? '').trim() !== '';
  if (!isStated || claims.some(({ kind }) => kind === 'triple-damages')) return [];
  return [
    {
      path: 'fraud',
      message:
        '写了欺诈的事实，诉求里没有增加赔偿，文书不会写到欺诈。需要主张的，请增加一项三倍赔偿的诉求；只要求退款的，可以不填这一栏。',
    },
  ];
}
