import type { Claimant } from '../../../contract/case/case-file.ts';
import { hasGuardian, lacksGuardian } from '../../law/representation.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';
import { complaintWords as words } from './complaint-facts.ts';

/** What 投诉举报处理办法 10(一) asks of each complainant, and 11 where somebody acts for them. */
export interface ComplainantFields {
  readonly name: Inline[];
  readonly phone: Inline[];
  readonly idType: Inline[];
  readonly idNumber: Inline[];
  readonly address: Inline[];
  /** Empty when nobody acts for them. */
  readonly agent: Inline[];
}

export function complainantFields(input: DocumentInput, claimant: Claimant, index: number): ComplainantFields {
  const { case: file, facts } = input;
  const path = `claimants[${index}]`;
  const who = numberedParty(words.claimant, index, file.claimants.length);
  return {
    name: facts.need(claimant.name, `${who}姓名`, `${path}.name`),
    phone: facts.need(claimant.phone, `${who}联系电话`, `${path}.phone`),
    idType: text(claimant.idType),
    idNumber: facts.need(claimant.idNumber, `${who}证件号码`, `${path}.idNumber`),
    address: facts.need(claimant.address, `${who}联系地址`, `${path}.address`),
    agent: agentLine(input, claimant, who, path),
  };
}

function agentLine({ case: file, facts }: DocumentInput, claimant: Claimant, who: string, path: string): Inline[] {
  const { agent } = claimant;
  const guardian = lacksGuardian(claimant, file.date)
    ? joinInline('法定代理人：', facts.need(undefined, `${who}的法定代理人`, `${path}.agent`))
    : [];
  if (agent === undefined) return guardian;
  // Who acts by law needs no letter of authority; anybody else does (投诉举报处理办法 11).
  const title = hasGuardian(claimant, file.date) ? '法定代理人' : '受托人';
  return joinInline(
    guardian,
    guardian.length === 0 ? '' : '；',
    `${title}：`,
    facts.need(agent.name, `${who}的${title}姓名`, `${path}.agent.name`),
    agent.relation === undefined ? '' : `（系${words.claimant}的${agent.relation}）`,
    agent.organisation === undefined ? '' : `，${agent.organisation}`,
    agent.phone === undefined ? '' : `，联系电话：${agent.phone}`,
    title === '受托人' ? '，委托事项、权限和期限见授权委托书' : '',
  );
}
