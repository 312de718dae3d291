import type { Case, Filing, Respondent } from '../../../contract/case/case-file.ts';
import { evidenceGroups } from '../../../contract/case/case-kinds.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { evidenceGroupWords, filingBodyWords } from '../../../contract/case/words.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { complaintBases, standardTermBases } from '../../law/bases/bases.ts';
import { isTrader, wasRefusedByTerm } from '../../law/dispute.ts';
import { type Inline, joinInline, listInline, plainText, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { provedBy } from '../paper-text.ts';
import { everybody, numberedParty, type PartyWords } from '../party-words.ts';
import { accountOfFacts } from './account-of-facts.ts';
import { inBrackets } from './cite-applicable.ts';
import { ownerName } from './claimant-schedule.ts';
import { answerPhrase, filingOutcome } from './filing-words.ts';
import { fraudFacts } from './fraud-facts.ts';
import { groundCitations } from './legal-grounds.ts';
import { orderFacts, totalsInWords } from './payments.ts';

/** What a complaint to the market regulator calls the two sides. */
export const complaintWords: PartyWords = { claimant: '投诉人', respondent: '被投诉人' };

/** One row of the block 消费者权益争议事实依据. */
export interface ComplaintFact {
  readonly name: string;
  readonly paragraphs: Inline[][];
  /** The first row carries the name of the whole block, over `rows` rows. */
  readonly isFirst: boolean;
  readonly rows: number;
}

/** Payment providers answer to another regulator; they are complained of here only where nobody else is named. */
export function complainedOf(file: Case): { respondent: Respondent; index: number }[] {
  const placed = file.respondents.map((respondent, index) => ({ respondent, index }));
  const traders = placed.filter(({ respondent }) => isTrader(respondent));
  return traders.length > 0 ? traders : placed;
}

/** 时间、地点、内容、涉及金额、争议情况 and proof, as the notes of the form ask. */
export function complaintFacts(input: DocumentInput): ComplaintFact[] {
  const { case: file, facts } = input;
  const seller = sellerOf(file);
  const orders = file.orders.map((order, index) => ({
    ...orderFacts(facts, order, index, file.orders.length),
    whose: ownerName(file, complaintWords, order.claimant),
  }));
  const missingOrder = () => [facts.need(undefined, '订单信息', 'orders')];
  const each = (line: (order: (typeof orders)[number]) => Inline[]) =>
    orders.length === 0
      ? missingOrder()
      : orders.map((order) => joinInline(order.whose === '' ? '' : `${order.whose}：`, line(order), '。'));
  const place = (order: (typeof orders)[number]) => joinInline('网络交易，', order.place, '。');
  // Steps that bear on acceptance stand in a field of their own.
  const told = { ...file, filings: file.filings.filter((filing) => !isElsewhere(filing)) };
  const account = accountOfFacts(told, facts, {
    words: complaintWords,
    seller,
    shown: { orders: true, promises: false },
  });
  const fraud = fraudFacts(input, seller, complaintWords);
  const law = groundCitations(input, wasRefusedByTerm(file) ? standardTermBases.regulator : []);
  const named = [
    { name: '时间', paragraphs: each(({ placedAt }) => joinInline(placedAt, '下单')) },
    { name: '地点', paragraphs: orders.length === 0 ? missingOrder() : distinct(orders.map(place)) },
    {
      name: '内容',
      paragraphs: each(({ items, number, account: login }) =>
        joinInline(items, '，订单编号', number, login.length === 0 ? [] : joinInline('，充值或者使用账号：', login)),
      ),
    },
    {
      name: '涉及金额',
      paragraphs: [
        ...each(({ payments, refunds }) => listInline([...payments, ...refunds], '；')),
        ...(orders.length === 0
          ? []
          : [text(`${everybody(file, complaintWords)}${totalsInWords(sumsOf(file.orders))}。`)]),
      ],
    },
    {
      name: '争议情况',
      paragraphs: [
        ...account.flatMap(({ paragraphs }) => paragraphs),
        ...(fraud.length === 0 ? [] : [joinInline(fraud, '。')]),
      ],
    },
    { name: '证据', paragraphs: evidenceByGroup(input) },
    { name: '有关规定', paragraphs: law === '' ? [] : [text(`${law}。`)] },
  ];
  const rows = named.filter(({ paragraphs }) => paragraphs.length > 0);
  return rows.map((row, index) => ({ ...row, isFirst: index === 0, rows: rows.length }));
}

/** Orders from one shop name their place once. */
function distinct(paragraphs: readonly Inline[][]): Inline[][] {
  return [...new Map(paragraphs.map((paragraph) => [plainText(paragraph), paragraph])).values()];
}

function sellerOf(file: Case): string {
  const complained = complainedOf(file);
  const merchants = complained.flatMap(({ respondent }, place) =>
    respondent.roles.includes('merchant') ? [numberedParty(complaintWords.respondent, place, complained.length)] : [],
  );
  return merchants.length === 0 ? complaintWords.respondent : merchants.join('、');
}

function evidenceByGroup({ case: file, facts }: DocumentInput): Inline[][] {
  const groups = evidenceGroups.flatMap((group) => {
    const ids = file.evidence.filter((item) => item.group === group).map(({ id }) => id);
    return ids.length === 0 ? [] : [joinInline(`${evidenceGroupWords[group]}：`, facts.references(ids), '。')];
  });
  return groups.length > 0 ? groups : [facts.need(undefined, '证据材料', 'evidence')];
}

const bodiesThatExclude: readonly Filing['body'][] = [
  'market-regulator',
  'consumer-association',
  'court',
  'arbitration',
  'other',
];

/** A step with a body that the row 同一争议 has to name. */
export function isElsewhere({ body }: Pick<Filing, 'body'>): boolean {
  return bodiesThatExclude.includes(body);
}

/** 投诉举报处理办法 16(二): what another body has accepted or handled is not accepted again, so the paper says it. */
export function otherFilings(input: DocumentInput): Inline[][] {
  const { case: file, facts } = input;
  const rule = inBrackets(input, [complaintBases.parallelFiling]);
  const others = filedElsewhere(input);
  const bodies = '人民法院、仲裁机构、其他行政机关或者消费者协会';
  if (others.length === 0) {
    // Signed with the complaint, so nobody but the complainant can say it: an empty list is no statement.
    if (file.consents.notFiledElsewhere !== true) {
      const answer = '是否已就同一争议向法院、仲裁机构、其他行政机关或者消费者协会提出';
      return [facts.need(undefined, answer, 'consents.notFiledElsewhere')];
    }
    return [
      text(`截至${formatDay(file.date)}，投诉人未就同一争议向其他市场监督管理部门、${bodies}提出过请求${rule}。`),
    ];
  }
  return [text(`投诉人就同一争议向市场监督管理部门、${bodies}提出请求的情况如下${rule}：`), ...others];
}

/** A line for each step with a body that excludes: when, where, and what came of it. */
export function filedElsewhere({ case: file, facts }: DocumentInput): Inline[][] {
  return file.filings.filter(isElsewhere).map((filing) => {
    const { body, name, filedOn, reference, answer, evidence } = filing;
    return joinInline(
      `${filedOn === undefined ? '' : formatDay(filedOn)}向${name ?? filingBodyWords[body]}提出`,
      `${reference === undefined ? '' : `（编号${reference}）`}，${filingOutcome(filing)}`,
      answerPhrase(facts, complaintWords, answer),
      provedBy(facts, evidence, answer),
      '。',
    );
  });
}
