import type { Case, IssueKind } from '../cases/case-file.ts';
import type { Fen } from '../cases/money.ts';
import { contractNature, payerAge, wasDemanded } from './dispute.ts';

/**
 * Which provisions a paper may cite for what. Each basis says one thing the law provides, and cites only what
 * supports that thing; nothing here says that the other side broke it. Limits that the law sets on a basis are
 * its condition: where a condition cannot be read from the case, the basis is left out.
 */
export interface Basis {
  readonly id: string;
  /** What the law provides, in our own words, without a full stop. */
  readonly statement: string;
  readonly provisions: readonly string[];
  /** Ends the contract: said to a court, not to a shop or an authority that cannot decide on it. */
  readonly isForCourt: boolean;
}

export type Forum = 'court' | 'elsewhere';

interface Rule extends Omit<Basis, 'isForCourt'> {
  readonly isForCourt?: true;
  /** Cited as well where the contract is a sale (民法典 合同编第九章 is about sale only). */
  readonly saleProvisions?: readonly string[];
  applies(file: Case): boolean;
}

const hasIssue = (file: Case, ...kinds: readonly IssueKind[]) => file.issues.some((issue) => kinds.includes(issue));
const hasClaim = (file: Case, ...kinds: readonly Case['claims'][number]['kind'][]) =>
  file.claims.some(({ kind }) => kinds.includes(kind));
const isNonConforming = (file: Case) =>
  hasIssue(file, 'not-as-described', 'false-description', 'does-not-activate', 'key-invalid-or-used');
/** 售后 as such gives no refund; a promise of it that was not kept is a breach. */
const lacksPromisedService = (file: Case) => hasIssue(file, 'no-after-sales') && file.promises.length > 0;
/** A key that was activated or partly used served at least part of its purpose: 目的不能实现 is then not said. */
const servedNoPurpose = (file: Case) =>
  file.keys.every(({ state }) => state !== 'activated' && state !== 'partly-used');

const rules: readonly Rule[] = [
  {
    id: 'true-description',
    statement: '经营者介绍商品或者服务应当真实、全面，以广告、说明等方式表明质量状况的，实际质量应当与之相符',
    provisions: ['consumer-law-20-1', 'consumer-law-23-2'],
    saleProvisions: ['civil-code-615'],
    applies: (file) => hasIssue(file, 'not-as-described', 'false-description'),
  },
  {
    id: 'promise-binds',
    statement: '经营者在宣传、声明中就质量、售后服务等作出的承诺，应当向消费者履行',
    provisions: ['consumer-regulation-12'],
    applies: (file) =>
      file.promises.length > 0 && hasIssue(file, 'not-as-described', 'false-description', 'no-after-sales'),
  },
  {
    id: 'full-performance',
    // 512(2) says when such goods are delivered, not what has to be delivered.
    statement:
      '当事人应当按照约定全面履行义务；采用在线传输方式交付的，以标的物进入对方当事人指定的特定系统且能够检索识别的时间为交付时间',
    provisions: ['civil-code-509-1', 'civil-code-512-2'],
    applies: (file) => hasIssue(file, 'not-credited-or-late'),
  },
  {
    id: 'breach',
    statement: '不履行合同义务或者履行不符合约定的，应当承担违约责任',
    provisions: ['civil-code-577'],
    applies: (file) =>
      hasIssue(file, 'does-not-activate', 'key-invalid-or-used', 'not-credited-or-late') || lacksPromisedService(file),
  },
  {
    // What was agreed comes first; the choice is there where nothing was.
    id: 'choice-of-remedy',
    statement:
      '履行不符合约定的，应当按照当事人的约定承担违约责任；没有约定或者约定不明确，依法仍不能确定的，受损害方根据标的的性质以及损失的大小，可以合理选择请求退货、减少价款或者报酬等',
    provisions: ['civil-code-582'],
    saleProvisions: ['civil-code-617'],
    applies: isNonConforming,
  },
  {
    // 563(1)(三) needs a demand and a reasonable time after it.
    id: 'termination-after-demand',
    statement: '迟延履行主要债务，经催告后在合理期限内仍未履行的，可以解除合同并请求返还已付款项',
    provisions: ['civil-code-563-1-3', 'civil-code-566-1'],
    isForCourt: true,
    applies: (file) => hasIssue(file, 'not-credited-or-late') && hasClaim(file, 'refund') && wasDemanded(file),
  },
  {
    id: 'termination-for-lost-purpose',
    statement: '违约行为致使不能实现合同目的的，可以解除合同并请求返还已付款项',
    provisions: ['civil-code-563-1-4', 'civil-code-566-1'],
    isForCourt: true,
    applies: (file) =>
      hasIssue(file, 'does-not-activate', 'key-invalid-or-used') && hasClaim(file, 'refund') && servedNoPurpose(file),
  },
  {
    id: 'duty-to-repay',
    statement: '造成消费者财产损害的，经营者应当依法或者按照约定承担退还货款和服务费用、赔偿损失等责任',
    provisions: ['consumer-law-52'],
    applies: (file) =>
      hasIssue(file, 'does-not-activate', 'key-invalid-or-used', 'not-credited-or-late') || lacksPromisedService(file),
  },
  {
    id: 'prepayment',
    statement: '收取预付款后未按照约定提供商品或者服务的，应当按照消费者的要求履行约定或者退回预付款',
    provisions: ['consumer-law-53', 'consumer-regulation-22-2'],
    applies: (file) => hasIssue(file, 'unused-membership-or-balance'),
  },
  {
    // Neither provision counts days, and the papers do not either.
    id: 'automatic-renewal',
    statement: '以自动续费方式提供服务的，应当在消费者接受服务前和续费日期前以显著方式提请消费者注意',
    provisions: ['consumer-regulation-10-2'],
    applies: (file) => hasIssue(file, 'automatic-renewal'),
  },
  {
    id: 'child-under-eight',
    statement: '不满八周岁的未成年人实施的民事法律行为无效，因该行为取得的财产应当返还',
    provisions: ['civil-code-20', 'civil-code-144', 'civil-code-157'],
    applies: (file) => hasIssue(file, 'minor-top-up') && payerAge(file) === 'under-8',
  },
  {
    // Whether it suits the age and was agreed to is for the court: 民法典 18(2) and 145(1) have exceptions.
    id: 'child-from-eight',
    statement:
      '八周岁以上的未成年人实施与其年龄、智力不相适应的民事法律行为，须经法定代理人同意或者追认；确定不发生效力的，因该行为取得的财产应当返还',
    provisions: ['civil-code-19', 'civil-code-145', 'civil-code-157'],
    applies: (file) => hasIssue(file, 'minor-top-up') && payerAge(file) === 'minor',
  },
  {
    id: 'fraud',
    statement: '经营者有欺诈行为的，应当按照消费者的要求增加赔偿价款或者费用的三倍，不足五百元的为五百元',
    provisions: ['consumer-law-55-1', 'consumer-regulation-49-1'],
    applies: (file) => hasClaim(file, 'triple-damages'),
  },
];

/** The bases a case may rest on before a court or before somebody else, in the order a paper states them. */
export function legalBases(file: Case, forum: Forum): Basis[] {
  const isSale = contractNature(file) === 'sale';
  return rules
    .filter((rule) => rule.applies(file) && (forum === 'court' || rule.isForCourt !== true))
    .map(({ id, statement, provisions, saleProvisions = [], isForCourt = false }) => ({
      id,
      statement,
      provisions: isSale ? [...provisions, ...saleProvisions] : provisions,
      isForCourt,
    }));
}

/**
 * The two answers to a term like 虚拟商品不退不换. They rest on different facts and lead to different results, so a
 * paper states them one beside the other and never as one: the first falls if the term was pointed out, the second
 * stands even then. A term that only repeats a lawful exclusion of no-reason return is not touched by the second.
 */
export const standardTermBases = {
  notPartOfContract: ['civil-code-496-2', 'contract-interpretation-10-3'],
  unfairContent: ['civil-code-497', 'consumer-law-26-2-3'],
  /** What the regulator looks after; it does not decide on validity (合同行政监督管理办法 22). */
  regulator: ['consumer-law-26-2-3', 'consumer-regulation-17'],
} as const;

/** When a platform answers beside the shop. The shop's breach alone is not such a case. */
export const platformBasis = ['consumer-law-44'] as const;

/** When a platform answers as the seller: the goods were, or were made to look like, its own. */
export const ownBusinessBasis = ['online-consumption-4'] as const;

/**
 * Who must produce the records of order, activation and redemption. 电子商务法 2(3) leaves out content services,
 * and a membership may be one, so it is cited for keys alone.
 */
export function recordsBasis(file: Case): readonly string[] {
  return file.orders.some(({ items }) => items.some(({ kind }) => kind === 'card-key')) ? ['e-commerce-law-62'] : [];
}

/** What the complaint to the market regulator rests on. */
export const complaintBases = {
  identity: 'complaint-measure-10',
  agent: 'complaint-measure-11',
  jointComplaint: 'complaint-measure-12',
  parallelFiling: 'complaint-measure-16-2',
} as const;

/** 消费者权益保护法 55(1): three times the price, and 500元 where that is less. */
export const smallestAddition: Fen = 500_00;

export const smallClaimsBasis = 'civil-procedure-165-1';
