import type { Agent, Claimant } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { chosenAgent, hasGuardian, isMinor } from '../../law/representation.ts';
import { ethnicGroup, type Need } from '../blocks/litigants.ts';
import { type Inline, joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';
import { companyRow, personRow } from './elements-defendants.ts';
import {
  type Answer,
  boxes,
  type ElementRow,
  type ElementSection,
  indented,
  lineOf,
  none,
  partyRow,
  section,
  yesOrNo,
} from './elements-form.ts';

/** 当事人信息 of the form: each party in a row of its own, the rows that nobody fills with 无. */
export function partySection(input: DocumentInput): ElementSection {
  const { claimants, respondents, date } = input.case;
  const defendants = respondents.map((respondent, index) => ({ respondent, index }));
  const persons = defendants.filter(({ respondent }) => respondent.kind === 'person');
  const companies = defendants.filter(({ respondent }) => respondent.kind !== 'person');
  return section('当事人信息', [
    ...claimants.map((claimant, index) => plaintiffRow(input, claimant, index)),
    partyRow('原告（法人、非法人组织）', none),
    ...(claimants.some((claimant) => chosenAgent(claimant, date) !== undefined)
      ? claimants.map((claimant, index) => agentRow(input, claimant, index))
      : [partyRow('委托诉讼代理人', noAgent)]),
    ...(persons.length === 0
      ? [partyRow('被告（自然人）', none)]
      : persons.map(({ respondent, index }) => personRow(input, respondent, index))),
    ...(companies.length === 0
      ? [partyRow('被告（法人、非法人组织）', none)]
      : companies.map(({ respondent, index }) => companyRow(input, respondent, index))),
    partyRow('第三人（自然人）', none),
    partyRow('第三人（法人、非法人组织）', none),
  ]);
}

function plaintiffRow({ case: file, facts }: DocumentInput, claimant: Claimant, index: number): ElementRow {
  const path = `claimants[${index}]`;
  const who = numberedParty('原告', index, file.claimants.length);
  const need = (value: string | undefined, fact: string, field: string) =>
    facts.need(value, `${who}${fact}`, `${path}.${field}`);
  const { gender, birthDate, ethnicity, position, occupation, habitualResidence: lived } = claimant;
  const field = (label: string, value: readonly Inline[]) => joinInline(label, value);
  // 民事诉讼法 124 asks for the 职业; the form has no other place for it.
  const office = need(position ?? occupation, '职务或者职业', position === undefined ? 'occupation' : 'position');
  return partyRow(`${who}（自然人）`, [
    field('姓名：', joinInline(need(claimant.name, '姓名', 'name'), guardian(need, claimant, file.date))),
    lineOf(
      ...boxes('性别：', ['男', '女'], gender === undefined ? [] : [gender]),
      ...(gender === undefined ? [need(undefined, '性别', 'gender')] : []),
    ),
    lineOf(
      field('出生日期：', need(birthDate && formatDay(birthDate), '出生日期', 'birthDate')),
      field('民族：', need(ethnicity && ethnicGroup(ethnicity), '民族', 'ethnicity')),
    ),
    lineOf(
      field('工作单位：', need(claimant.employer, '工作单位', 'employer')),
      field('职务：', office),
      field('联系电话：', need(claimant.phone, '联系电话', 'phone')),
    ),
    field('住所地（户籍所在地）：', need(claimant.address, '住所地', 'address')),
    lived === undefined
      ? lineOf('经常居住地：无')
      : field('经常居住地：', need(lived.address, '经常居住地', 'habitualResidence.address')),
    lineOf(`证件类型：${claimant.idType}`),
    field('证件号码：', need(claimant.idNumber, '证件号码', 'idNumber')),
  ]);
}

/** The form has no place for whoever acts for a minor by law; 民事诉讼法 60 has them stand beside the party. */
function guardian(need: Need, claimant: Claimant, on: string): Inline[] {
  if (!hasGuardian(claimant, on)) {
    return isMinor(claimant, on) ? joinInline('（法定代理人：', need(undefined, '的法定代理人', 'agent'), '）') : [];
  }
  const { name, relation, phone } = claimant.agent ?? {};
  return joinInline(
    '（法定代理人：',
    need(name, '的法定代理人姓名', 'agent.name'),
    relation === undefined ? '' : `，系原告的${relation}`,
    phone === undefined ? '' : `，联系电话：${phone}`,
    '）',
  );
}

const authorityLabels: Readonly<Record<Agent['authority'], string>> = { general: '一般授权', special: '特别授权' };

const noAgent: Answer = yesOrNo(
  false,
  [],
  [
    indented(lineOf('姓名：')),
    indented(lineOf('单位：', '职务：', '联系电话：')),
    indented(lineOf(...boxes('代理权限：', Object.values(authorityLabels), []))),
  ],
  ['有', '无'],
);

function agentRow({ case: file, facts }: DocumentInput, claimant: Claimant, index: number): ElementRow {
  const agent = chosenAgent(claimant, file.date);
  const who = numberedParty('原告', index, file.claimants.length);
  const heading = file.claimants.length === 1 ? '委托诉讼代理人' : `${who}的委托诉讼代理人`;
  if (agent === undefined) return partyRow(heading, noAgent);
  const { kind, name, organisation, position, phone, authority } = agent;
  const need = (value: string | undefined, fact: string, field: string) =>
    facts.need(value, `${who}的委托诉讼代理人${fact}`, `claimants[${index}].agent.${field}`);
  const isFirm = kind === 'lawyer' || kind === 'legal-service-worker' || kind === 'recommended-citizen';
  const firm = isFirm ? need(organisation, '所在单位', 'organisation') : joinInline(organisation ?? '无');
  const details = [
    lineOf(joinInline('姓名：', need(name, '姓名', 'name'))),
    lineOf(
      joinInline('单位：', firm),
      `职务：${position ?? agentOffice(agent)}`,
      joinInline('联系电话：', need(phone, '电话', 'phone')),
    ),
    lineOf(
      ...boxes('代理权限：', Object.values(authorityLabels), [authorityLabels[authority]]),
      // 民事诉讼法 62: what a special authority covers is written in the authority itself.
      ...(authority === 'special' ? ['具体权限见授权委托书'] : []),
    ),
  ];
  return partyRow(heading, yesOrNo(true, [], details.map(indented), ['有', '无']));
}

function agentOffice({ kind, relation }: Agent): string {
  switch (kind) {
    case 'lawyer':
      return '律师';
    case 'legal-service-worker':
      return '基层法律服务工作者';
    case 'relative':
    case 'guardian':
      return relation === undefined ? '原告近亲属' : `原告近亲属（${relation}）`;
    case 'recommended-citizen':
      return '受推荐的公民';
  }
}
