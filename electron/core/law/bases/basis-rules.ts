import type { Case, IssueKind } from '../../cases/case-file.ts';
import { daysBetween } from '../../cases/moments.ts';
import { demandFacts, receiptFact } from '../clocks/clock-facts.ts';
import { isOutsideConsumerLaw } from '../decisions/consumer-status.ts';
import { isFraudPleadable } from '../decisions/fraud.ts';
import { isPrepaidStated } from '../decisions/prepaid.ts';
import { contractNature, isNonConforming, payerAge, sumsOf, wasDemanded } from '../dispute.ts';

/**
 * Which claim may rest on what. Each rule says one thing the law provides and cites only what supports that thing.
 * Limits that the law sets are its condition: where a condition cannot be read from the case, the rule is left out.
 */

/** One row of claim and basis. */
export interface BasisRule {
  readonly id: string;
  /** What the law provides, in our own words, without a full stop. */
  readonly statement: string;
  readonly provisions: readonly string[];
  /** Ends the contract: said to a court, not to a shop or an authority that cannot decide on it. */
  readonly isForCourt?: true;
  /** Tells a court how to judge; nobody else has to follow it. */
  readonly isOfCourts?: true;
  /** Told to the other side and to authorities; a court is asked to end the contract instead. */
  readonly isForOthers?: true;
  /** Blames the performance: not said where the goods go back without a reason and nothing else is asked. */
  readonly isForFault?: true;
  /** Protects who buys for 生活消费 alone (消费者权益保护法 2). */
  readonly isOfConsumers?: true;
  /** Cited as well where the contract is a sale (民法典 合同编第九章 is about sale only). */
  readonly saleProvisions?: readonly string[];
  /** Cited as well where a key was sold: 电子商务法 2(3) leaves out content services, and a membership may be one. */
  readonly keyProvisions?: readonly string[];
  applies(file: Case): boolean;
}

const hasIssue = (file: Case, ...kinds: readonly IssueKind[]) => file.issues.some((issue) => kinds.includes(issue));
const hasClaim = (file: Case, ...kinds: readonly Case['claims'][number]['kind'][]) =>
  file.claims.some(({ kind }) => kinds.includes(kind));
const asksWithoutReason = (file: Case) => file.claims.some(({ route }) => route === 'no-reason');
const isUseless = (file: Case) => hasIssue(file, 'does-not-activate', 'key-invalid-or-used');
/** 售后 as such gives no refund; a promise of it that was not kept is a breach. */
const lacksPromisedService = (file: Case) => hasIssue(file, 'no-after-sales') && file.promises.length > 0;
/** A key that was activated or partly used served at least part of its purpose: 目的不能实现 is then not said. */
const servedNoPurpose = (file: Case) =>
  file.keys.every(({ state }) => state !== 'activated' && state !== 'partly-used');
const wasPromisedReturn = (file: Case) => file.orders.some(({ noReasonReturn }) => noReasonReturn?.promised === true);
/** Marked and confirmed shuts no-reason return out on either reading of 消费者权益保护法 25. */
const mayReturnWithoutReason = (file: Case) =>
  file.orders.some(
    ({ noReasonReturn: { marked, confirmed } = {}, items }) =>
      !(marked === true && confirmed === true) && items.some(({ kind }) => kind === 'card-key' || kind === 'other'),
  );

/** 消费者权益保护法 24: counted from the day after receipt, without the days that a holiday may add. */
function wasAskedWithinSevenDays(file: Case): boolean {
  const received = receiptFact(file)?.day;
  const asked = demandFacts(file)[0]?.day;
  return received !== undefined && asked !== undefined && daysBetween(received, asked) <= 7;
}

/** The price that the order shows is not what was paid, or only part of it came back. */
function hasOtherSumThanPrice({ orders }: Case): boolean {
  const { paid, refunded } = sumsOf(orders);
  const price = orders
    .flatMap(({ items }) => items)
    .reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return paid > 0 && (paid !== price || refunded > 0);
}

/** True unless all that is asked for is a return without a reason. */
export function pleadsFault({ claims }: Pick<Case, 'claims'>): boolean {
  const asked = claims.filter(({ kind }) => kind !== 'costs' && kind !== 'other');
  return asked.length === 0 || asked.some(({ route }) => route !== 'no-reason');
}

export const basisRules: readonly BasisRule[] = [
  {
    id: 'true-description',
    statement: '经营者介绍商品或者服务应当真实、全面，以广告、说明等方式表明质量状况的，实际质量应当与之相符',
    provisions: ['consumer-law-20-1', 'consumer-law-23-2'],
    saleProvisions: ['civil-code-615'],
    isOfConsumers: true,
    isForFault: true,
    applies: (file) => hasIssue(file, 'not-as-described', 'false-description'),
  },
  {
    // 615 holds between any seller and buyer.
    id: 'agreed-quality',
    statement: '出卖人交付的标的物应当符合约定的质量，作过质量说明的应当与说明相符',
    provisions: ['civil-code-615'],
    isForFault: true,
    applies: (file) => isOutsideConsumerLaw(file) && contractNature(file) === 'sale' && isNonConforming(file),
  },
  {
    id: 'usable-quality',
    statement: '经营者应当保证正常使用时商品或者服务应有的质量、性能和用途；购买前已经知道瑕疵的除外',
    provisions: ['consumer-law-23-1'],
    isOfConsumers: true,
    isForFault: true,
    // 23(2) says more where something was described.
    applies: (file) => isUseless(file) && !hasIssue(file, 'not-as-described', 'false-description'),
  },
  {
    id: 'promise-binds',
    statement: '经营者在宣传、声明中就质量、售后服务等作出的承诺，应当向消费者履行',
    provisions: ['consumer-regulation-12'],
    isOfConsumers: true,
    isForFault: true,
    applies: (file) =>
      file.promises.length > 0 && hasIssue(file, 'not-as-described', 'false-description', 'no-after-sales'),
  },
  {
    id: 'full-performance',
    // 512(2) says when such goods are delivered, not what has to be delivered.
    statement:
      '当事人应当按照约定全面履行义务；采用在线传输方式交付的，标的物进入对方指定的特定系统、可以检索识别之时为交付之时',
    provisions: ['civil-code-509-1', 'civil-code-512-2'],
    isForFault: true,
    applies: (file) => hasIssue(file, 'not-credited-or-late'),
  },
  {
    id: 'breach',
    statement: '不履行合同义务或者履行不符合约定的，应当承担违约责任',
    provisions: ['civil-code-577'],
    keyProvisions: ['e-commerce-law-74'],
    isForFault: true,
    // What was performed otherwise than agreed has the next rule, which says this as well.
    applies: (file) => !isNonConforming(file) && (hasIssue(file, 'not-credited-or-late') || lacksPromisedService(file)),
  },
  {
    // What was agreed comes first; the choice is there where nothing was.
    id: 'choice-of-remedy',
    statement:
      '履行不符合约定的，应当按照约定承担违约责任；对责任没有约定或者约定不明确，依法也不能确定的，受损害方可以视标的的性质和损失的大小，合理选择请求退货、减少价款或者报酬等',
    provisions: ['civil-code-577', 'civil-code-582'],
    saleProvisions: ['civil-code-617'],
    keyProvisions: ['e-commerce-law-74'],
    isForFault: true,
    applies: isNonConforming,
  },
  {
    // 563(1)(三) needs a demand and a reasonable time after it.
    id: 'termination-after-demand',
    statement: '主要债务迟延履行，催告后经过合理期限仍不履行的，可以解除合同并请求返还已付款项',
    provisions: ['civil-code-563-1-3', 'civil-code-566-1'],
    isForCourt: true,
    isForFault: true,
    applies: (file) =>
      hasIssue(file, 'not-credited-or-late') && hasClaim(file, 'refund', 'rescission') && wasDemanded(file),
  },
  {
    id: 'termination-for-lost-purpose',
    statement: '违约行为致使不能实现合同目的的，可以解除合同并请求返还已付款项',
    provisions: ['civil-code-563-1-4', 'civil-code-566-1'],
    isForCourt: true,
    isForFault: true,
    applies: (file) => isUseless(file) && hasClaim(file, 'refund', 'rescission') && servedNoPurpose(file),
  },
  {
    id: 'duty-to-repay',
    statement: '造成消费者财产损害的，经营者应当依法或者按照约定承担退还货款和服务费用、赔偿损失等责任',
    provisions: ['consumer-law-52'],
    isOfConsumers: true,
    isForFault: true,
    applies: (file) => isUseless(file) || hasIssue(file, 'not-credited-or-late') || lacksPromisedService(file),
  },
  {
    // 24 has an order: rule or agreement first, then seven days. To whoever asked later it gives less than 582 does.
    id: 'quality-return',
    statement: '商品不符合质量要求的，有国家规定或者约定的，可以照此退货；没有规定和约定的，可以在收到之日起七日内退货',
    provisions: ['consumer-law-24-1'],
    isForOthers: true,
    isOfConsumers: true,
    isForFault: true,
    applies: (file) =>
      isUseless(file) && contractNature(file) === 'sale' && hasClaim(file, 'refund') && wasAskedWithinSevenDays(file),
  },
  {
    id: 'refund-in-one-sum',
    statement: '依法或者依约退货的，按购货凭证或者服务单据显示的价格一次退清；能证明实际支付不同的，按实际支付退清',
    provisions: ['consumer-regulation-18-2'],
    isOfConsumers: true,
    isForFault: true,
    // Said only where the sum may be argued about: otherwise it adds nothing to the claim.
    applies: (file) =>
      isNonConforming(file) &&
      contractNature(file) === 'sale' &&
      hasOtherSumThanPrice(file) &&
      file.claims.some(({ kind, route }) => kind === 'refund' && route !== 'no-reason'),
  },
  {
    // A promise that goes beyond the law comes first (网络消费规定（一）2).
    id: 'promised-return',
    statement: '经营者承诺七日内无理由退货的，应当遵守承诺',
    provisions: ['online-consumption-2', 'consumer-regulation-12'],
    isOfConsumers: true,
    applies: (file) => asksWithoutReason(file) && wasPromisedReturn(file),
  },
  {
    // Says what the law says and not whether a card key is one of the exceptions: nobody has settled that.
    id: 'no-reason-return',
    statement:
      '网络购买的商品，除法律列举的例外外，消费者可以自收到之日起七日内不说明理由退货；因商品性质不适用的，应当标明并由消费者在购买时确认，没有确认的不得拒绝',
    provisions: ['consumer-law-25-1', 'consumer-law-25-2', 'consumer-regulation-19-2', 'no-reason-measure-20-2'],
    isOfConsumers: true,
    applies: (file) => asksWithoutReason(file) && !wasPromisedReturn(file) && mayReturnWithoutReason(file),
  },
  {
    id: 'refund-without-reason',
    statement: '无理由退货的，按实际支出的价款退还，方式比照购买时的支付方式，另有约定的除外',
    provisions: ['no-reason-measure-14-1', 'no-reason-measure-17-1'],
    isOfConsumers: true,
    applies: (file) => asksWithoutReason(file) && (wasPromisedReturn(file) || mayReturnWithoutReason(file)),
  },
  {
    id: 'prepayment',
    statement: '收了预付款而没有按约定提供商品或者服务的，应当按消费者的要求履行约定或者退回预付款',
    provisions: ['consumer-law-53', 'consumer-regulation-22-2'],
    isOfConsumers: true,
    applies: (file) => hasIssue(file, 'unused-membership-or-balance'),
  },
  {
    id: 'prepaid-balance',
    statement:
      '预付式消费合同解除的，返还扣减已兑付部分价款后的余额；不是消费者的原因的，已兑付部分按折扣价或者优惠比例计算',
    provisions: ['prepaid-interpretation-15-1', 'prepaid-interpretation-18-1'],
    isOfCourts: true,
    isOfConsumers: true,
    applies: (file) => hasIssue(file, 'unused-membership-or-balance') && file.orders.some(isPrepaidStated),
  },
  {
    // 22(3): what the buyer alone did not use within the time is not repaid.
    id: 'prepaid-term',
    statement: '约定期限内不限次数的服务，合同解除后按剩余期限与全部期限的比例返还预付款，消费者自身原因未使用的除外',
    provisions: ['prepaid-interpretation-22'],
    isOfCourts: true,
    isOfConsumers: true,
    applies: (file) =>
      hasIssue(file, 'unused-membership-or-balance') &&
      file.orders.some((order) => isPrepaidStated(order) && order.term !== undefined),
  },
  {
    // Neither provision counts days, and the papers do not either.
    id: 'automatic-renewal',
    statement: '以自动续费方式提供服务的，在消费者接受服务前和续费日期前，都应当以显著方式提请注意',
    provisions: ['consumer-regulation-10-2', 'online-trading-measure-18'],
    isOfConsumers: true,
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
    // Knowing falsehood is told and proved, or it is not pleaded: 总则编解释 21.
    id: 'fraud',
    statement: '经营者有欺诈行为的，消费者可以要求在退款之外增加赔偿价款或者费用的三倍，不足五百元的按五百元',
    provisions: ['consumer-law-55-1', 'consumer-regulation-49-1'],
    isOfConsumers: true,
    applies: (file) => hasClaim(file, 'triple-damages') && isFraudPleadable(file),
  },
  {
    id: 'meaning-of-fraud',
    statement: '故意说假话，或者应当告知而故意隐瞒，使对方因此作出错误决定的，可以认定为欺诈',
    provisions: ['general-part-interpretation-21'],
    isOfCourts: true,
    applies: (file) => hasClaim(file, 'triple-damages') && isFraudPleadable(file),
  },
];
