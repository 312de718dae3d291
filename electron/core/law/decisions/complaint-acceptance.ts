import type { Case } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import type { ClockFact } from '../clocks/clock-facts.ts';
import { clocksOf } from '../clocks/clocks.ts';
import { type Decision, decide, type Ground, type NeededFact } from '../decision.ts';
import { isTrader } from '../dispute.ts';
import type { Law } from '../law.ts';
import { chosenAgent } from '../representation.ts';
import { consumerStatus } from './consumer-status.ts';
import { parallelFiling } from './parallel-filing.ts';

/** Whether a complaint to the market regulator meets a ground of refusal (投诉举报处理办法 10, 11, 16). */
export type ComplaintAcceptance = 'no-obstacle' | 'refused' | 'incomplete' | 'doubtful';

export function complaintAcceptance(file: Case, law: Law): Decision<ComplaintAcceptance> {
  const refusals = refusalsOf(file, law);
  if (refusals.length > 0) {
    return decide(file, law, {
      answer: 'refused',
      conclusion: '按现在写的情况，市场监督管理部门会不予受理，请改走别的途径。',
      grounds: refusals,
    });
  }
  const missing = missingMaterial(file);
  if (missing.length > 0) {
    return decide(file, law, {
      answer: 'incomplete',
      conclusion: '投诉要写的内容还不齐，缺了会不予受理。',
      grounds: [material, ...agentGround(file)],
      missing,
    });
  }
  const status = consumerStatus(file, law);
  const elsewhere = parallelFiling(file, law);
  const isElsewhere = elsewhere.answer === 'pending' || elsewhere.answer === 'perhaps';
  const over = overSince(file, law);
  if (status.answer === 'doubtful' || isElsewhere || over !== undefined) {
    return decide(file, law, {
      answer: 'doubtful',
      conclusion: '可以提出，但有一点可能影响受理，请先说清楚。',
      grounds: [
        ...(status.answer === 'doubtful' ? [{ says: withoutStop(status.conclusion) }] : []),
        ...(isElsewhere ? [{ says: withoutStop(elsewhere.conclusion) }] : []),
        ...(over === undefined ? [] : [mayBeOver(over.day)]),
        material,
        ...agentGround(file),
      ],
      certainty: '有争议',
      missing: over === undefined ? [] : [{ label: '何时发现问题', path: 'events' }],
    });
  }
  return decide(file, law, {
    answer: 'no-obstacle',
    conclusion: '没有看到不予受理的情形；是否受理，由收到投诉的部门在七个工作日内决定。',
    grounds: [
      material,
      ...agentGround(file),
      { says: '收到投诉之日起七个工作日内决定是否受理并告知', by: ['complaint-measure-15'], serves: 'filing' },
      { says: '受理以后用调解的方式处理，要双方都同意', by: ['complaint-measure-18'], serves: 'filing' },
    ],
    missing: elsewhere.missing,
  });
}

const material: Ground = {
  says: '投诉要提供真实身份和联系方式、被投诉人的名称和地址、具体请求和事实依据，并对真实性负责',
  by: ['complaint-measure-10'],
  serves: 'filing',
};

function agentGround({ claimants, date }: Case): Ground[] {
  if (claimants.every((claimant) => chosenAgent(claimant, date) === undefined)) return [];
  return [
    {
      says: '委托他人投诉的，另交写明事项、权限和期限并由委托人签名的授权委托书原件，以及受托人的身份证明',
      by: ['complaint-measure-11'],
      serves: 'filing',
    },
  ];
}

function refusalsOf(file: Case, law: Law): Ground[] {
  const status = consumerStatus(file, law);
  const elsewhere = parallelFiling(file, law);
  const known = overSince(file, law);
  return [
    ...(status.answer === 'not-consumer'
      ? [{ says: '不是为生活消费购买的，不予受理', by: ['complaint-measure-16-3'], serves: 'filing' as const }]
      : []),
    ...(elsewhere.answer === 'shut-out'
      ? [{ says: withoutStop(elsewhere.conclusion), by: ['complaint-measure-16-2'], serves: 'filing' as const }]
      : []),
    ...(known !== undefined && !known.isAssumed
      ? [
          {
            says: `从${formatDay(known.day)}知道权益受到侵害起已超过三年，不予受理，法律另有规定的除外`,
            by: ['complaint-measure-16-4'],
            serves: 'filing' as const,
          },
        ]
      : []),
  ];
}

/** From when the three years of 投诉举报处理办法 16(四) ran, where they are over. */
function overSince(file: Case, law: Law): ClockFact | undefined {
  return clocksOf(file, law).find(({ id, status }) => id === 'complaint-period' && status === 'passed')?.start;
}

/** Nobody has said when it was known, so nothing is refused for it yet. */
function mayBeOver(since: string): Ground {
  return {
    says: `没有写何时知道权益受到侵害；如果${formatDay(since)}就知道，已超过三年，会不予受理`,
    by: ['complaint-measure-16-4'],
    serves: 'filing',
  };
}

function missingMaterial({ claimants, respondents, claims }: Case): NeededFact[] {
  const empty = (value: string | undefined) => value === undefined || value.trim() === '';
  const traders = respondents.filter(isTrader);
  return [
    ...claimants.flatMap(({ name, phone, address, serviceAddress }, index) => [
      ...(empty(name) ? [{ label: '投诉人姓名', path: `claimants[${index}].name` }] : []),
      ...(empty(phone) ? [{ label: '投诉人电话', path: `claimants[${index}].phone` }] : []),
      ...(empty(address) && empty(serviceAddress?.address)
        ? [{ label: '投诉人通讯地址', path: `claimants[${index}].address` }]
        : []),
    ]),
    ...(traders.length === 0 ? respondents : traders).flatMap((respondent) => {
      const path = `respondents[${respondents.indexOf(respondent)}]`;
      return [
        ...(empty(respondent.name) ? [{ label: '被投诉人名称', path: `${path}.name` }] : []),
        ...(empty(respondent.address) && empty(respondent.publishedAddress)
          ? [{ label: '被投诉人地址', path: `${path}.address` }]
          : []),
      ];
    }),
    ...(claims.length === 0 ? [{ label: '具体的投诉请求', path: 'claims' }] : []),
  ];
}

function withoutStop(sentence: string): string {
  return sentence.replace(/。$/u, '');
}
