import type { Case } from '../../../contract/case/case-file.ts';
import { isOutsideConsumerLaw } from '../decisions/consumer-status.ts';
import { isPrepaidStated } from '../decisions/prepaid.ts';
import { contractNature, hasIssue, isNonConforming } from '../dispute.ts';
import {
  byDay,
  type ClockFact,
  dealFact,
  demandFacts,
  discoveryFact,
  eventFacts,
  filingFacts,
  type Interruption,
  interruptions,
  paymentFacts,
  receiptFact,
  suitFacts,
} from './clock-facts.ts';
import type { ClockId, ClockStatus } from './clocks-table.ts';

/** Which facts of a case start a clock, start it again, meet it, and when it matters at all. */
export interface ClockRule {
  /** Each starts a clock of its own. */
  starts(file: Case): readonly ClockFact[];
  interruptedBy?(file: Case): readonly Interruption[];
  /** What had to be done, earliest first, for the clock that began with `start`. */
  doneBy?(file: Case, start: ClockFact): readonly ClockFact[];
  isRelevant(file: Case, status: ClockStatus): boolean;
}

const optional = <Fact>(fact: Fact | undefined): Fact[] => (fact === undefined ? [] : [fact]);
const discovered = (file: Case) => optional(discoveryFact(file));
const received = (file: Case) => optional(receiptFact(file));
const dealt = (file: Case) => optional(dealFact(file));

/** Periods of consumer law run for whoever bought for 生活消费 (消费者权益保护法 2). */
const isOfConsumers = (file: Case) => !isOutsideConsumerLaw(file);
const isSale = (file: Case) => contractNature(file) === 'sale';
const isFraudTold = (file: Case) => file.fraud !== undefined || hasIssue(file, 'false-description');
const isBroken = (file: Case) =>
  isNonConforming(file) || hasIssue(file, 'not-credited-or-late', 'no-after-sales', 'unused-membership-or-balance');
const wantsMoneyBack = ({ claims }: Case) =>
  claims.some(({ kind }) => kind === 'refund' || kind === 'partial-refund' || kind === 'rescission');
const isNear = (status: ClockStatus) => status === 'soon' || status === 'passed' || status === 'unknown';
const isPresent = (_: Case, status: ClockStatus) => status !== 'not-started';
const never = () => false;

/**
 * The next day of the same step: when it was accepted, or when it ended. A step that is said to be accepted or ended
 * without a day counts as met, on the day it began.
 */
function stepOf(file: Case, start: ClockFact, ...next: readonly ('acceptedOn' | 'endedOn')[]): ClockFact[] {
  const step = start.path.replace(/\.\w+$/u, '.');
  const dated = next.flatMap((at) => filingFacts(file, ['market-regulator', 'court'], at));
  const facts = dated.filter(({ path }) => path.startsWith(step)).sort(byDay);
  const status = file.filings[Number(/\d+/u.exec(step)?.[0])]?.status;
  const isOver = status === 'handled' || status === 'refused' || status === 'withdrawn';
  const isMet = isOver || (status === 'accepted' && next.includes('acceptedOn'));
  return facts.length === 0 && isMet ? [{ ...start, isAssumed: true }] : facts;
}

export const clockRules: Readonly<Record<ClockId, ClockRule>> = {
  limitation: { starts: discovered, interruptedBy: interruptions, isRelevant: () => true },
  'limitation-cap': { starts: dealt, isRelevant: (_, status) => isNear(status) },
  'rescission-right': {
    starts: discovered,
    // A statement of claim that asks for the price back says that the contract is ended (民法典 565).
    doneBy: (file) =>
      [...eventFacts(file, 'rescission-notice'), ...(wantsMoneyBack(file) ? suitFacts(file) : [])].sort(byDay),
    isRelevant: (file) => wantsMoneyBack(file) && isBroken(file),
  },
  'revocation-fraud': { starts: discovered, isRelevant: isFraudTold },
  'revocation-mistake': { starts: discovered, isRelevant: never },
  'revocation-cap': { starts: dealt, isRelevant: (file, status) => isFraudTold(file) && isNear(status) },
  'non-conformity-notice': {
    starts: received,
    doneBy: demandFacts,
    isRelevant: (file) => isSale(file) && isNonConforming(file),
  },
  'quality-return': {
    starts: received,
    // A request made through the platform reaches the seller there.
    doneBy: (file) =>
      [
        ...demandFacts(file),
        ...eventFacts(file, 'no-reason-request'),
        ...filingFacts(file, ['platform'], 'filedOn', ['withdrawn']),
      ].sort(byDay),
    isRelevant: (file) => isSale(file) && isNonConforming(file) && isOfConsumers(file),
  },
  'no-reason-return': {
    starts: received,
    doneBy: (file) => eventFacts(file, 'no-reason-request'),
    isRelevant: (file) =>
      isOfConsumers(file) &&
      (file.claims.some(({ route }) => route === 'no-reason') ||
        file.events.some(({ kind }) => kind === 'no-reason-request')),
  },
  'refund-after-return': { starts: (file) => eventFacts(file, 'goods-returned'), isRelevant: isPresent },
  'refund-delay-mark': {
    starts: (file) => demandFacts(file).slice(0, 1),
    isRelevant: (file, status) => status !== 'not-started' && wantsMoneyBack(file) && isOfConsumers(file),
  },
  'prepaid-refund': {
    starts: (file) => paymentFacts(file).filter(({ path }) => isPrepaid(file, path)),
    doneBy: demandFacts,
    isRelevant: (file, status) => status !== 'not-started' && isOfConsumers(file),
  },
  'complaint-period': {
    starts: discovered,
    doneBy: (file) => filingFacts(file, ['market-regulator'], 'filedOn', ['refused', 'withdrawn']),
    isRelevant: ({ orders }) => orders.some(({ purpose }) => purpose === undefined || purpose === 'living'),
  },
  'complaint-acceptance': {
    starts: (file) => filingFacts(file, ['market-regulator'], 'filedOn'),
    doneBy: (file, start) => stepOf(file, start, 'acceptedOn', 'endedOn'),
    isRelevant: isPresent,
  },
  'complaint-mediation': {
    starts: (file) => filingFacts(file, ['market-regulator'], 'acceptedOn'),
    doneBy: (file, start) => stepOf(file, start, 'endedOn'),
    isRelevant: isPresent,
  },
  'complaint-ending-notice': {
    starts: (file) => filingFacts(file, ['market-regulator'], 'endedOn'),
    isRelevant: isPresent,
  },
  'clue-check': { starts: () => [], isRelevant: never },
  'court-filing': {
    starts: (file) => filingFacts(file, ['court'], 'filedOn'),
    doneBy: (file, start) => stepOf(file, start, 'acceptedOn', 'endedOn'),
    isRelevant: isPresent,
  },
  'small-claims-trial': {
    starts: (file) => filingFacts(file, ['court'], 'acceptedOn'),
    doneBy: (file, start) => stepOf(file, start, 'endedOn'),
    isRelevant: isPresent,
  },
  'simplified-trial': {
    starts: (file) => filingFacts(file, ['court'], 'acceptedOn'),
    doneBy: (file, start) => stepOf(file, start, 'endedOn'),
    isRelevant: isPresent,
  },
  // The case does not tell whether it was paid.
  'fee-payment': {
    starts: (file) => filingFacts(file, ['court'], 'feeNoticeOn'),
    isRelevant: (_, status) => status === 'running' || status === 'soon' || status === 'unknown',
  },
  'judicial-confirmation': { starts: (file) => eventFacts(file, 'settlement'), isRelevant: isPresent },
  enforcement: {
    starts: (file) => eventFacts(file, 'judgment').slice(0, 1),
    interruptedBy: (file) => interruptions(file).filter(({ resumes, day }) => resumes === day),
    isRelevant: isPresent,
  },
  'platform-data': {
    starts: dealt,
    isRelevant: ({ orders }) =>
      orders.some(({ channel, platform }) => channel === 'platform-shop' || platform !== undefined),
  },
};

/** 法释〔2025〕4号 1, 26: redeemed more than once or over time, with one trader; unset facts decide nothing. */
function isPrepaid({ orders }: Case, paymentPath: string): boolean {
  const order = orders[Number(/^orders\[(\d+)\]/u.exec(paymentPath)?.[1])];
  return order !== undefined && isPrepaidStated(order);
}
