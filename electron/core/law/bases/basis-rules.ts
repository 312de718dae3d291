import type { Case } from '../../../contract/case/case-file.ts';
import { daysBetween } from '../../../contract/case/moments.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { demandFacts, receiptFact } from '../clocks/clock-facts.ts';
import { isOutsideConsumerLaw } from '../decisions/consumer-status.ts';
import { isFraudPleadable } from '../decisions/fraud.ts';
import { isPrepaidStated } from '../decisions/prepaid.ts';
import { contractNature, hasIssue, isNonConforming, payerAge } from '../dispute.ts';
import type { BasisId } from '../tables/basis-table.ts';
import { rescissionGround } from './rescission-ground.ts';

/**
 * When a basis of templates/law/bases.json may be used. The row there says one thing the law provides and cites only
 * what supports that thing; the limits that the law sets on it are conditions here. Where a condition cannot be read
 * from the case, the basis is left out.
 */

/** The condition of one row, in the order a paper states them. */
export interface BasisRule {
  readonly id: BasisId;
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
  applies(file: Case): boolean;
}

const hasClaim = (file: Case, ...kinds: readonly Case['claims'][number]['kind'][]) =>
  file.claims.some(({ kind }) => kinds.includes(kind));
const asksWithoutReason = (file: Case) => file.claims.some(({ route }) => route === 'no-reason');
const isUseless = (file: Case) => hasIssue(file, 'does-not-activate', 'key-invalid-or-used');
/** 售后 as such gives no refund; a promise of it that was not kept is a breach. */
const lacksPromisedService = (file: Case) => hasIssue(file, 'no-after-sales') && file.promises.length > 0;
/** A key that was activated or partly used served at least part of its purpose: 目的不能实现 is then not said. */
const servedNoPurpose = (file: Case) =>
  file.keys.every(({ state }) => state !== 'activated' && state !== 'partly-used');
/** A key that is redeemed at one stroke leaves nothing prepaid behind. */
const isRedeemedOnce = ({ orders }: Case) =>
  orders.length > 0 &&
  orders.every(({ prepaid, items }) =>
    prepaid === undefined ? items.every(({ kind }) => kind === 'card-key') : prepaid.redemption === 'once',
  );
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
    isOfConsumers: true,
    isForFault: true,
    applies: (file) => hasIssue(file, 'not-as-described', 'false-description'),
  },
  {
    // 615 holds between any seller and buyer.
    id: 'agreed-quality',
    isForFault: true,
    applies: (file) => isOutsideConsumerLaw(file) && contractNature(file) === 'sale' && isNonConforming(file),
  },
  {
    id: 'usable-quality',
    isOfConsumers: true,
    isForFault: true,
    // 23(2) says more where something was described.
    applies: (file) => isUseless(file) && !hasIssue(file, 'not-as-described', 'false-description'),
  },
  {
    id: 'promise-binds',
    isOfConsumers: true,
    isForFault: true,
    applies: (file) =>
      file.promises.length > 0 && hasIssue(file, 'not-as-described', 'false-description', 'no-after-sales'),
  },
  {
    id: 'full-performance',
    // 512(2) says when such goods are delivered, not what has to be delivered.
    isForFault: true,
    applies: (file) => hasIssue(file, 'not-credited-or-late'),
  },
  {
    id: 'breach',
    isForFault: true,
    // What was performed otherwise than agreed has the next rule, which says this as well.
    applies: (file) => !isNonConforming(file) && (hasIssue(file, 'not-credited-or-late') || lacksPromisedService(file)),
  },
  {
    // What was agreed comes first; the choice is there where nothing was.
    id: 'choice-of-remedy',
    isForFault: true,
    applies: isNonConforming,
  },
  {
    // 563(1)(三) needs a demand and a reasonable time after it.
    id: 'termination-after-demand',
    isForCourt: true,
    isForFault: true,
    applies: (file) => hasClaim(file, 'refund', 'rescission') && rescissionGround(file) === 'after-demand',
  },
  {
    id: 'termination-for-lost-purpose',
    isForCourt: true,
    isForFault: true,
    applies: (file) => isUseless(file) && hasClaim(file, 'refund', 'rescission') && servedNoPurpose(file),
  },
  {
    id: 'duty-to-repay',
    isOfConsumers: true,
    isForFault: true,
    applies: (file) => isUseless(file) || hasIssue(file, 'not-credited-or-late') || lacksPromisedService(file),
  },
  {
    // 24 has an order: rule or agreement first, then seven days. To whoever asked later it gives less than 582 does.
    id: 'quality-return',
    isForOthers: true,
    isOfConsumers: true,
    isForFault: true,
    applies: (file) =>
      isUseless(file) && contractNature(file) === 'sale' && hasClaim(file, 'refund') && wasAskedWithinSevenDays(file),
  },
  {
    id: 'refund-in-one-sum',
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
    isOfConsumers: true,
    applies: (file) => asksWithoutReason(file) && wasPromisedReturn(file),
  },
  {
    // Says what the law says and not whether a card key is one of the exceptions: nobody has settled that.
    id: 'no-reason-return',
    isOfConsumers: true,
    applies: (file) => asksWithoutReason(file) && !wasPromisedReturn(file) && mayReturnWithoutReason(file),
  },
  {
    id: 'refund-without-reason',
    isOfConsumers: true,
    // The measure speaks of goods.
    applies: (file) =>
      asksWithoutReason(file) &&
      contractNature(file) === 'sale' &&
      (wasPromisedReturn(file) || mayReturnWithoutReason(file)),
  },
  {
    id: 'prepayment',
    isOfConsumers: true,
    applies: (file) => hasIssue(file, 'unused-membership-or-balance') && !isRedeemedOnce(file),
  },
  {
    id: 'prepaid-balance',
    isOfCourts: true,
    isOfConsumers: true,
    applies: (file) => hasIssue(file, 'unused-membership-or-balance') && file.orders.some(isPrepaidStated),
  },
  {
    // 22(3): what the buyer alone did not use within the time is not repaid.
    id: 'prepaid-term',
    isOfCourts: true,
    isOfConsumers: true,
    applies: (file) =>
      hasIssue(file, 'unused-membership-or-balance') &&
      file.orders.some((order) => isPrepaidStated(order) && order.term !== undefined),
  },
  {
    // Neither provision counts days, and the papers do not either.
    id: 'automatic-renewal',
    isOfConsumers: true,
    applies: (file) => hasIssue(file, 'automatic-renewal'),
  },
  {
    id: 'child-under-eight',
    applies: (file) => hasIssue(file, 'minor-top-up') && payerAge(file) === 'under-8',
  },
  {
    // Whether it suits the age and was agreed to is for the court: 民法典 18(2) and 145(1) have exceptions.
    id: 'child-from-eight',
    applies: (file) => hasIssue(file, 'minor-top-up') && payerAge(file) === 'minor',
  },
  {
    // Knowing falsehood is told and proved, or it is not pleaded: 总则编解释 21.
    id: 'fraud',
    isOfConsumers: true,
    applies: (file) => hasClaim(file, 'triple-damages') && isFraudPleadable(file),
  },
  {
    id: 'meaning-of-fraud',
    isOfCourts: true,
    applies: (file) => hasClaim(file, 'triple-damages') && isFraudPleadable(file),
  },
];
