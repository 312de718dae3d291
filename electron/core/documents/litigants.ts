import type { Agent, Claimant, Respondent } from '../cases/case-file.ts';
import { formatDay } from '../cases/moments.ts';
import { type Inline, joinInline, text } from './inline.ts';
import type { DocumentInput } from './paper.ts';
import { isMinor, numberedParty } from './party-words.ts';
import { agentAuthorityWords } from './words.ts';

/**
 * The parties at the head of a statement of claim: what 民事诉讼法 124 asks of each, one paragraph a person. `word`
 * is what the paper calls the side, 原告 or 被告.
 */
/** One plaintiff and whoever acts for them. */
export function plaintiffLines(
  { case: file, facts }: DocumentInput,
  word: string,
  claimant: Claimant,
  index: number,
): Inline[][] {
  const path = `claimants[${index}]`;
  const who = numberedParty(word, index, file.claimants.length);
  const need = (value: string | undefined, fact: string, field: string) =>
    facts.need(value, `${who}${fact}`, `${path}.${field}`);
  const { birthDate, ethnicity, idNumber, idType, email, agent } = claimant;
  const plaintiff = joinInline(
    strong(`${who}：`),
    need(claimant.name, '姓名', 'name'),
    '，',
    need(claimant.gender, '性别', 'gender'),
    '，',
    need(birthDate && `${formatDay(birthDate)}出生`, '出生日期', 'birthDate'),
    '，',
    need(ethnicity && ethnicGroup(ethnicity), '民族', 'ethnicity'),
    '，职业：',
    need(claimant.occupation, '职业', 'occupation'),
    '，工作单位：',
    need(claimant.employer, '工作单位', 'employer'),
    '，住所地：',
    need(claimant.address, '住所地', 'address'),
    '，联系电话：',
    need(claimant.phone, '联系电话', 'phone'),
    email === undefined ? '' : `，电子邮箱：${email}`,
    idNumber === undefined ? '' : `，${idType}号码：${idNumber}`,
    '。',
  );
  if (isMinor(claimant, file.date) && agent?.kind !== 'relative') {
    const guardian = joinInline(strong('法定代理人：'), need(undefined, '的法定代理人', 'agent'), '。');
    return agent === undefined
      ? [plaintiff, guardian]
      : [plaintiff, guardian, agentLine(need, agent, '委托诉讼代理人')];
  }
  if (agent === undefined) return [plaintiff];
  return [plaintiff, agentLine(need, agent, isMinor(claimant, file.date) ? '法定代理人' : '委托诉讼代理人')];
}

type Need = (value: string | undefined, fact: string, field: string) => Inline[];

/** 民事诉讼法 61, 62. A parent of a minor is a guardian and needs no authority. */
function agentLine(need: Need, agent: Agent, title: '法定代理人' | '委托诉讼代理人'): Inline[] {
  const { kind, organisation, phone, authority } = agent;
  const name = joinInline(strong(`${title}：`), need(agent.name, `的${title}姓名`, 'agent.name'));
  const reached = phone === undefined ? '' : `，联系电话：${phone}`;
  if (title === '法定代理人') return joinInline(name, reached, '。');
  const authorised = `，代理权限：${agentAuthorityWords[authority]}（以授权委托书为准）`;
  return joinInline(name, '，', agentPosition(need, kind, organisation), reached, authorised, '。');
}

function agentPosition(need: Need, kind: Agent['kind'], organisation: string | undefined): Inline[] {
  switch (kind) {
    case 'lawyer':
      return joinInline(need(organisation, '的代理律师所在律师事务所', 'agent.organisation'), '律师');
    case 'legal-service-worker':
      return joinInline(need(organisation, '的代理人所在法律服务所', 'agent.organisation'), '基层法律服务工作者');
    case 'relative':
      return text('系原告近亲属');
    case 'recommended-citizen':
      return joinInline('由', need(organisation, '的代理人的推荐单位', 'agent.organisation'), '推荐');
  }
}

/** One defendant, as far as 民事诉讼法 124(二) asks: distinguishable from everybody else (民诉法解释 209). */
export function defendantLine(
  { case: file, facts }: DocumentInput,
  word: string,
  respondent: Respondent,
  index: number,
): Inline[] {
  const path = `respondents[${index}]`;
  const who = numberedParty(word, index, file.respondents.length);
  const { kind, shopName, phone, creditCode, legalRepresentative, legalRepresentativePosition } = respondent;
  const name = facts.need(respondent.name, kind === 'person' ? `${who}姓名` : `${who}名称`, `${path}.name`);
  const shop = shopName === undefined ? '' : `（网店名称：${shopName}）`;
  const address = facts.need(respondent.address, `${who}住所地`, `${path}.address`);
  const code = creditCode === undefined ? '' : `，统一社会信用代码：${creditCode}`;
  const head = kind === 'sole-trader' ? '经营者' : '法定代表人（主要负责人）';
  // The operator of an individual business holds no office in it.
  const position =
    kind === 'sole-trader' || legalRepresentativePosition === undefined ? '' : `，${legalRepresentativePosition}`;
  const represented =
    kind === 'person' || legalRepresentative === undefined ? '' : `，${head}：${legalRepresentative}${position}`;
  const reached = phone === undefined ? '' : `，联系电话：${phone}`;
  return joinInline(strong(`${who}：`), name, shop, '，住所地：', address, code, represented, reached, '。');
}

function ethnicGroup(ethnicity: string): string {
  return ethnicity.endsWith('族') ? ethnicity : `${ethnicity}族`;
}

function strong(label: string): Inline[] {
  return [{ kind: 'strong', text: label }];
}
