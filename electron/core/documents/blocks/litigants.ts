import type { Agent, Claimant, Respondent } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { agentAuthorityWords } from '../../../contract/case/words.ts';
import { hasGuardian, lacksGuardian } from '../../law/representation.ts';
import { type Inline, joinInline, strong, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';

/**
 * One plaintiff and whoever acts for them, at the head of a statement of claim: what 民事诉讼法 124 asks of each, one
 * paragraph a person. `word` is what the paper calls the side.
 */
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
  const { birthDate, ethnicity, idNumber, idType, email, agent, habitualResidence } = claimant;
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
    habitualResidence === undefined
      ? ''
      : joinInline(
          '，经常居住地：',
          need(habitualResidence.address, '经常居住地', 'habitualResidence.address'),
          '（自',
          need(
            habitualResidence.since && formatDay(habitualResidence.since),
            '在经常居住地居住的起始日期',
            'habitualResidence.since',
          ),
          '起居住）',
        ),
    '，联系电话：',
    need(claimant.phone, '联系电话', 'phone'),
    email === undefined ? '' : `，电子邮箱：${email}`,
    idNumber === undefined ? '' : `，${idType}号码：${idNumber}`,
    '。',
  );
  if (hasGuardian(claimant, file.date) && agent !== undefined) return [plaintiff, guardianLine(need, agent, word)];
  const guardian = lacksGuardian(claimant, file.date)
    ? [joinInline(strong('法定代理人：'), need(undefined, '的法定代理人', 'agent'), '。')]
    : [];
  return [plaintiff, ...guardian, ...(agent === undefined ? [] : [agentLine(need, agent, word)])];
}

/** Takes a fact of one person, or notes it under that person's path. */
export type Need = (value: string | undefined, fact: string, field: string) => Inline[];

function guardianLine(need: Need, { name, relation, address, phone }: Agent, word: string): Inline[] {
  const lives = address === undefined ? '' : `，住址：${address}`;
  const related = relation === undefined ? '' : `，系${word}的${relation}`;
  const reached = phone === undefined ? '' : `，联系电话：${phone}`;
  return joinInline(
    strong('法定代理人：'),
    need(name, '的法定代理人姓名', 'agent.name'),
    related,
    lives,
    reached,
    '。',
  );
}

/** 民事诉讼法 61, 62. */
function agentLine(need: Need, agent: Agent, word: string): Inline[] {
  const { phone, authority } = agent;
  const name = joinInline(strong('委托诉讼代理人：'), need(agent.name, '的委托诉讼代理人姓名', 'agent.name'));
  const reached = phone === undefined ? '' : `，联系电话：${phone}`;
  const authorised = `，代理权限：${agentAuthorityWords[authority]}（以授权委托书为准）`;
  return joinInline(name, '，', agentStanding(need, agent, word), reached, authorised, '。');
}

/** What makes the agent one whom 民事诉讼法 61 allows, in words; `word` is what the paper calls the party. */
export function agentStanding(need: Need, agent: Agent, word: string): Inline[] {
  const { kind, organisation, position, relation } = agent;
  const office = position === undefined ? '' : `，${position}`;
  switch (kind) {
    case 'lawyer':
      return joinInline(need(organisation, '的代理律师所在律师事务所', 'agent.organisation'), '律师');
    case 'legal-service-worker':
      return joinInline(need(organisation, '的代理人所在法律服务所', 'agent.organisation'), '基层法律服务工作者');
    case 'guardian':
    case 'relative':
      return text(`系${word}近亲属${relation === undefined ? '' : `（${relation}）`}`);
    case 'recommended-citizen':
      return joinInline('由', need(organisation, '的代理人的推荐单位', 'agent.organisation'), `推荐${office}`);
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

/** 汉 → 汉族. */
export function ethnicGroup(ethnicity: string): string {
  return ethnicity.endsWith('族') ? ethnicity : `${ethnicity}族`;
}
