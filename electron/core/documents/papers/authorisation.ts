import type { Agent, Case, Claimant } from '../../../contract/case/case-file.ts';
import { defaultPapers } from '../../../contract/case/case-kinds.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { agentAuthorityWords } from '../../../contract/case/words.ts';
import { complaintBases } from '../../law/bases/bases.ts';
import { courtBases } from '../../law/bases/court-bases.ts';
import { causeOfAction } from '../../law/dispute.ts';
import { citeInForce } from '../../law/provisions.ts';
import { chosenAgent, isRepresented } from '../../law/representation.ts';
import { complainedOf } from '../blocks/complaint-facts.ts';
import { agentStanding } from '../blocks/litigants.ts';
import { type Inline, joinInline, listInline, plainText, strong, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase } from '../paper-text.ts';
import { numberedParty } from '../party-words.ts';

type Forum = 'court' | 'market-regulator';

/**
 * 授权委托书, one sheet for each claimant who has chosen an agent and for each office the papers go to: 民事诉讼法 62
 * asks for matter and authority, 投诉举报处理办法 11 for the term as well and for the original.
 */
export interface Authorisation {
  readonly title: string;
  readonly sheets: {
    readonly rows: { readonly name: string; readonly lines: Inline[][] }[];
    readonly paragraphs: Inline[][];
    readonly addressee: Inline[];
    readonly signer: string;
    readonly date: string;
  }[];
}

export function buildAuthorisation(input: DocumentInput): Authorisation {
  const { case: file } = input;
  const placed = file.claimants.map((claimant, index) => ({ claimant, index }));
  const authorising = placed.filter(({ claimant }) => chosenAgent(claimant, file.date) !== undefined);
  // Asked for without an agent it is a form whose blanks say what is missing.
  const signers = authorising.length > 0 ? authorising : placed.slice(0, 1);
  return {
    title: '授权委托书',
    sheets: signers.flatMap(({ claimant, index }) =>
      forumsOf(file).map((forum) => sheet(input, claimant, index, forum)),
    ),
  };
}

/** Where the agent is to act: where the papers of the packet go, else where the dispute stands. */
function forumsOf({ papers, stage }: Case): Forum[] {
  const chosen = papers ?? defaultPapers;
  const forums: Forum[] = [
    ...(chosen.includes('small-claims') ? (['court'] as const) : []),
    ...(chosen.includes('complaint-12315') ? (['market-regulator'] as const) : []),
  ];
  if (forums.length > 0) return forums;
  return stage === 'market-regulator' ? ['market-regulator'] : ['court'];
}

function sheet(input: DocumentInput, claimant: Claimant, index: number, forum: Forum): Authorisation['sheets'][number] {
  const { case: file, facts } = input;
  const agent = chosenAgent(claimant, file.date);
  const party = numberedParty(forum === 'court' ? '原告' : '投诉人', index, file.claimants.length);
  const office =
    forum === 'court'
      ? facts.need(file.addressees.court, '受诉人民法院名称', 'addressees.court')
      : facts.need(file.addressees.marketRegulator, '受理投诉的市场监督管理部门', 'addressees.marketRegulator');
  return {
    rows: [...principalRows(input, claimant, index, party), ...agentRows(input, agent, index, party)],
    paragraphs: [
      matter(input, forum, party),
      ...authority(input, agent, index, forum),
      ...term(input, agent, index, forum),
      ...source(input, agent, forum),
    ],
    addressee: office,
    signer: isRepresented(claimant, file.date) ? '委托人的法定代理人（签名）' : '委托人（签名）',
    date: formatDay(agent?.authorisedFrom ?? file.date),
  };
}

function principalRows({ facts }: DocumentInput, claimant: Claimant, index: number, party: string) {
  const need = (value: string | undefined, fact: string, field: string) =>
    facts.need(value, `${party}${fact}`, `claimants[${index}].${field}`);
  return [
    {
      name: '委托人',
      lines: [
        joinInline(
          need(claimant.name, '姓名', 'name'),
          `（${party}），${claimant.idType}号码：`,
          need(claimant.idNumber, '证件号码', 'idNumber'),
        ),
        joinInline(
          '住所地：',
          need(claimant.address, '住所地', 'address'),
          '；联系电话：',
          need(claimant.phone, '联系电话', 'phone'),
        ),
      ],
    },
  ];
}

function agentRows({ facts }: DocumentInput, agent: Agent | undefined, index: number, party: string) {
  const need = (value: string | undefined, fact: string, field: string) =>
    facts.need(value, `${party}${fact}`, `claimants[${index}].${field}`);
  const standing = agent === undefined ? [] : [agentStanding(need, agent, party)];
  const given = [
    agent?.address === undefined ? undefined : `地址：${agent.address}`,
    agent?.idNumber === undefined ? undefined : `证件号码：${agent.idNumber}`,
  ].filter((part) => part !== undefined);
  return [
    {
      name: '受托人',
      lines: [
        joinInline(
          need(agent?.name, '的受托人姓名', 'agent.name'),
          '，联系电话：',
          need(agent?.phone, '的受托人联系电话', 'agent.phone'),
        ),
        ...standing,
        ...(given.length === 0 ? [] : [text(given.join('；'))]),
      ],
    },
  ];
}

/** 委托事项: the dispute by its parties and its name. */
function matter({ case: file, facts }: DocumentInput, forum: Forum, party: string): Inline[] {
  const isCourt = forum === 'court';
  const others = isCourt ? file.respondents.map((respondent, index) => ({ respondent, index })) : complainedOf(file);
  const names = others.map(({ respondent, index }) =>
    facts.need(respondent.name ?? respondent.shopName, `第${index + 1}个对方的名称`, `respondents[${index}].name`),
  );
  const against = listInline(names);
  const subject = isCourt
    ? joinInline(facts.need(causeOfAction(file), '案由', 'orders'), '一案')
    : text('消费者权益争议的投诉');
  return joinInline(
    strong('委托事项：'),
    `委托上列受托人在${party}与`,
    against,
    isCourt ? '' : '之间',
    subject,
    isCourt ? '中，作为委托人的诉讼代理人。' : '中，代为处理投诉事务。',
  );
}

const ordinary: Readonly<Record<Forum, string>> = {
  court: '代为起诉、提交和接收诉讼文书、提供证据、出庭陈述和辩论',
  'market-regulator': '代为提交投诉材料、接收文书、陈述事实和提供证据、参加调解',
};
/** 民事诉讼法 62 第二款 and, for a complaint, what 投诉举报处理办法 12 likewise keeps for the complainant. */
const reserved: Readonly<Record<Forum, string>> = {
  court: '代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉',
  'market-regulator': '代为变更、放弃投诉请求，与被投诉人达成调解协议',
};

function authority({ facts }: DocumentInput, agent: Agent | undefined, index: number, forum: Forum): Inline[][] {
  if (agent === undefined) {
    return [joinInline(strong('代理权限：'), facts.need(undefined, '代理权限', `claimants[${index}].agent`), '。')];
  }
  const kind = agentAuthorityWords[agent.authority];
  const scope = paperPhrase(facts, { claimant: '委托人', respondent: '对方' }, agent.scope);
  const isSpecial = agent.authority === 'special';
  // Powers that the principal listed are all there are: nothing more may be signed away than they meant.
  const isListed = /代为/u.test(plainText(scope));
  const powers = isListed ? scope : text(isSpecial ? `${ordinary[forum]}；${reserved[forum]}` : ordinary[forum]);
  const kept = isSpecial ? '' : `；不包括${reserved[forum]}`;
  return [
    joinInline(strong('代理权限：'), `${kind}：`, powers, `${kept}。`),
    ...(isListed || scope.length === 0 ? [] : [joinInline(scope, '。')]),
  ];
}

function term({ facts }: DocumentInput, agent: Agent | undefined, index: number, forum: Forum): Inline[][] {
  const { authorisedFrom, authorisedUntil } = agent ?? {};
  if (forum === 'court' && authorisedUntil === undefined) return [];
  const from = authorisedFrom === undefined ? '自签名之日起' : `自${formatDay(authorisedFrom)}起`;
  const until = facts.need(
    authorisedUntil && formatDay(authorisedUntil),
    '委托期限的截止日期',
    `claimants[${index}].agent.authorisedUntil`,
  );
  return [joinInline(strong('委托期限：'), from, '至', until, '止。')];
}

/** What is signed on a day rests on the law of that day. */
function source({ case: file, law }: DocumentInput, agent: Agent | undefined, forum: Forum): Inline[][] {
  const ids = forum === 'court' ? courtBases.agents : [complaintBases.agent];
  const cited = citeInForce(law.provisions, ids, [agent?.authorisedFrom ?? file.date, file.date]);
  if (cited === undefined) return [];
  return [
    text(`本委托书依照${cited.text}出具，与受托人身份证明一并提交${forum === 'court' ? '' : '，提交的是原件'}。`),
  ];
}
