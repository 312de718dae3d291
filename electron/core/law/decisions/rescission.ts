import type { Case } from '../../../contract/case/case-file.ts';
import { type RescissionGround, rescissionGround } from '../bases/rescission-ground.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import type { Law } from '../law.ts';

/** Whether the facts show a ground to end the contract by notice (民法典 563(1)(三)(四)). */
export type Rescission = RescissionGround | 'demand-first' | 'no-ground';

export function rescission(file: Case, law: Law): Decision<Rescission> {
  const ground = rescissionGround(file);
  const after: readonly Ground[] = [
    {
      says: '依法解除的应当通知对方，通知到达时合同解除；直接起诉解除的，起诉状副本送达对方时解除',
      by: ['civil-code-565-1', 'civil-code-565-2'],
    },
    { says: '解除以后可以要求恢复原状、返还已付的款项，并要求赔偿损失', by: ['civil-code-566-1'] },
    {
      says: '没有另外规定、约定期限的，知道或者应当知道解除事由之日起一年内不行使，解除权消灭；对方催告的看合理期限',
      by: ['civil-code-564-2'],
    },
  ];
  if (ground === 'after-demand') {
    return decide(file, law, {
      answer: ground,
      conclusion: '已经催告过；过了合理期限仍不履行的，可以通知解除合同。期限是否合理由法院认定。',
      grounds: [
        { says: '迟延履行主要债务，催告后在合理期限内仍不履行的，可以解除', by: ['civil-code-563-1-3'] },
        ...after,
      ],
      certainty: '有争议',
    });
  }
  if (ground === 'lost-purpose') {
    return decide(file, law, {
      answer: ground,
      conclusion: '所购功能没有实现的，可以主张合同目的不能实现而解除；是否如此由法院认定。',
      grounds: [{ says: '违约使合同目的不能实现的，可以解除', by: ['civil-code-563-1-4'] }, ...after],
      certainty: '有争议',
    });
  }
  if (file.issues.includes('not-credited-or-late')) {
    return decide(file, law, {
      answer: 'demand-first',
      conclusion: '先书面催告对方履行，并给合理的期限；过期仍不履行的再解除。',
      grounds: [{ says: '因迟延而解除，要先催告', by: ['civil-code-563-1-3'] }],
      missing: [{ label: '催告的时间和内容', path: 'events' }],
    });
  }
  return decide(file, law, {
    answer: 'no-ground',
    // The law knows more grounds than the two that issues and keys can show.
    conclusion:
      '争议类型和卡密状态没有显示常见的两种解除理由；有约定的或者其他法定理由的，请在陈述中写明，没有的按退款、减价等请求处理。',
    grounds: [
      {
        says: '没有约定的，单方解除要有法律规定的情形，例如催告后仍不履行、违约使合同目的不能实现',
        by: ['civil-code-563-1-3', 'civil-code-563-1-4'],
      },
    ],
    certainty: '有争议',
  });
}
