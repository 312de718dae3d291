import type { Agent } from '../../contract/case/case-file.ts';
import { formatDay } from '../../contract/case/moments.ts';
import type { PaperId } from '../documents/paper.ts';
import { chosenAgent } from '../law/representation.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const agentRules: readonly Rule[] = [
  { id: 'agent.without-authorisation', severity: 'warning', find: withoutAuthorisation },
  { id: 'agent.nobody-to-authorise', severity: 'warning', find: nobodyToAuthorise },
  {
    id: 'agent.authority-period',
    severity: 'warning',
    provisions: ['complaint-measure-11'],
    find: authorityPeriod,
  },
];

interface AgentOf {
  readonly agent: Agent;
  readonly path: string;
}

/** Those who act by a mandate. A guardian acts by law and files no authority (民法典 23). */
function mandatedAgents({ case: { claimants, date } }: CheckInput): AgentOf[] {
  return claimants.flatMap((claimant, index) => {
    const agent = chosenAgent(claimant, date);
    return agent === undefined ? [] : [{ agent, path: `claimants[${index}].agent` }];
  });
}

/** Taken from an agent only with the mandate beside them. */
const papersFromAgents: readonly PaperId[] = ['complaint-12315', 'consumer-association', 'small-claims'];

/** 投诉举报处理办法 11 and 民事诉讼法 62: without the signed original nobody acts for another. */
function withoutAuthorisation(input: CheckInput): Match[] {
  const { case: subject, papers } = input;
  // Printed now, named among the papers of the case, or already signed and filed with the evidence.
  const isEnclosed =
    papers.includes('authorisation') ||
    subject.papers?.includes('authorisation') === true ||
    subject.evidence.some(({ title }) => /授权委托|委托书/u.test(title));
  if (isEnclosed || !papers.some((paper) => papersFromAgents.includes(paper))) return [];
  const provisions = [
    ...(papers.includes('complaint-12315') ? ['complaint-measure-11', 'complaint-measure-16-5'] : []),
    ...(papers.includes('small-claims') ? ['civil-procedure-62'] : []),
  ];
  return mandatedAgents(input).map(({ path }) => ({
    path,
    provisions,
    message:
      '有代理人，但材料里没有授权委托书。请加选“授权委托书”一并打印，由委托人签名后交原件（写明事项、权限和期限），另附代理人的身份证明。',
  }));
}

function nobodyToAuthorise(input: CheckInput): Match[] {
  if (!input.papers.includes('authorisation') || mandatedAgents(input).length > 0) return [];
  return [
    {
      path: 'claimants[0].agent',
      message:
        '选了“授权委托书”，但没有需要授权的代理人（监护人依法代理，不需要授权书）。请填写代理人，或者不选这份文书。',
    },
  ];
}

function authorityPeriod(input: CheckInput): Match[] {
  const { date } = input.case;
  return mandatedAgents(input).flatMap(({ agent: { authorisedFrom: from, authorisedUntil: until }, path }) => {
    if (from !== undefined && until !== undefined && until < from) {
      return [
        {
          path: `${path}.authorisedUntil`,
          message: `授权的截止日（${formatDay(until)}）早于开始日（${formatDay(from)}）。请核对这两个日期。`,
        },
      ];
    }
    if (until !== undefined && until < date) {
      return [
        {
          path: `${path}.authorisedUntil`,
          message: `授权到${formatDay(until)}为止，在文书日期（${formatDay(date)}）之前已经届满。请重新授权，或者核对日期。`,
        },
      ];
    }
    if (from !== undefined && from > date) {
      return [
        {
          path: `${path}.authorisedFrom`,
          message: `授权从${formatDay(from)}才开始，晚于文书日期（${formatDay(date)}）。请核对日期。`,
        },
      ];
    }
    return [];
  });
}
