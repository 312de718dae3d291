import type { Case, Filing } from '../../../contract/case/case-file.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import type { Law } from '../law.ts';

/**
 * Whether another body's work on the same dispute shuts out 12315 (投诉举报处理办法 16(二)). A letter to the trader,
 * the platform's after-sales and a complaint to a payment provider are not among those bodies.
 */
export type ParallelFiling = 'free' | 'shut-out' | 'pending' | 'perhaps' | 'not-said';

const bodies: Readonly<Partial<Record<Filing['body'], string>>> = {
  'market-regulator': '市场监督管理部门',
  'consumer-association': '消费者协会',
  court: '人民法院',
  arbitration: '仲裁机构',
};

/** Accepted or handled already. */
export function isTakenUp({ status }: Filing): boolean {
  return status === 'accepted' || status === 'handled';
}

export function parallelFiling(file: Case, law: Law): Decision<ParallelFiling> {
  const rule: Ground = {
    says: '法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过同一争议的，12315不受理',
    by: ['complaint-measure-16-2'],
    serves: 'filing',
  };
  const where = (filings: readonly Filing[]) => [
    ...new Set(filings.map(({ body, name }) => bodies[body] ?? name ?? '其他机构')),
  ];
  const named = file.filings.filter(({ body }) => bodies[body] !== undefined);
  const taken = named.filter(isTakenUp);
  if (taken.length > 0) {
    return decide(file, law, {
      answer: 'shut-out',
      conclusion: `${where(taken).join('、')}已经受理或者处理过同一争议，再向12315投诉会不予受理。`,
      grounds: [rule],
    });
  }
  const filed = named.filter(({ status }) => status === 'filed');
  if (filed.length > 0) {
    return decide(file, law, {
      answer: 'pending',
      conclusion: `已向${where(filed).join('、')}提出，一旦受理，12315就不再受理；请先选定一条路。`,
      grounds: [rule],
    });
  }
  const others = file.filings.filter((filing) => filing.body === 'other' && isTakenUp(filing));
  if (others.length > 0) {
    return decide(file, law, {
      answer: 'perhaps',
      conclusion: `${where(others).join('、')}处理过这件事；它如果是行政机关或者仲裁机构，12315就不受理，请先确认。`,
      grounds: [rule],
      certainty: '有争议',
    });
  }
  const ended = named.filter(({ status }) => status === 'withdrawn' || status === 'refused');
  const begun = ended.filter(({ acceptedOn }) => acceptedOn !== undefined);
  if (begun.length > 0) {
    return decide(file, law, {
      answer: 'perhaps',
      conclusion: `${where(begun).join('、')}受理过，后来没有处理完；这算不算“已经受理”，收到投诉的部门可能有不同看法，请如实说明。`,
      grounds: [rule],
      certainty: '有争议',
    });
  }
  if (file.consents.notFiledElsewhere !== true && ended.length === 0) {
    return decide(file, law, {
      answer: 'not-said',
      conclusion: '请先确认：同一争议有没有向法院、仲裁机构、其他行政机关或者消费者协会提出过。',
      grounds: [rule],
      missing: [{ label: '是否已向其他机构提出', path: 'consents.notFiledElsewhere' }],
    });
  }
  return decide(file, law, {
    answer: 'free',
    conclusion: `${ended.length === 0 ? '没有向其他机构提出过' : `向${where(ended).join('、')}提出的没有被受理，或者已经撤回`}；以后法院、消费者协会等受理了同一争议的，12315不再受理，已经受理的终止调解。`,
    grounds: [
      rule,
      { says: '受理以后才发现有这种情形的，终止调解', by: ['complaint-measure-23'], serves: 'filing' },
      { says: '与商家协商、平台介入、支付机构投诉不在其内' },
    ],
  });
}
