import { z } from 'zod';
import { dealChannels, keyStates, purposes } from './case-kinds.ts';
import {
  day,
  evidenceReferences,
  filledLine,
  filledProse,
  identifier,
  line,
  moment,
  prose,
  yuan,
} from './field-types.ts';

/** What was bought, what was promised and what came of it, as case.json holds it. */

const item = z.strictObject({
  name: filledLine,
  specification: line.optional(),
  kind: z.enum(['card-key', 'game-credit', 'membership', 'other']),
  quantity: z.int().min(1).max(100_000).default(1),
  unitPrice: yuan,
});
const payment = z.strictObject({
  method: filledLine,
  amount: yuan,
  paidAt: moment.optional(),
  transactionNumber: line.optional(),
  /** True when the user did not order this payment (电子商务法 57). */
  isUnauthorised: z.boolean().optional(),
});
const refund = z.strictObject({ amount: yuan, receivedAt: moment.optional(), note: line.optional() });
/** Facts on which 七日无理由退货 turns (消费者权益保护法 25; 七日无理由退货暂行办法 7, 20). */
const noReasonReturn = z.strictObject({
  /** The shop or platform promised it for these goods. */
  promised: z.boolean().optional(),
  /** The page marked the goods as excluded. */
  marked: z.boolean().optional(),
  /** The buyer confirmed the exclusion for this very purchase. */
  confirmed: z.boolean().optional(),
});
/** What the buyer did get out of it: it lowers the sum (民法典 157, 566). */
const received = z.strictObject({ text: filledProse, value: yuan });
/** A membership for a time. All three are days that count as used or usable. */
const term = z.strictObject({ from: day, until: day, usedUntil: day });
/** 法释〔2025〕4号 1, 26: whether it is prepayment at all. */
const prepaid = z.strictObject({
  reach: z.enum(['single-purpose', 'multi-purpose']),
  redemption: z.enum(['once', 'many-times', 'continuous']),
});
/** 自动续费 (消费者权益保护法实施条例 10; 网络交易监督管理办法 18). */
const renewal = z.strictObject({
  agreedAt: moment.optional(),
  chargedAt: moment.optional(),
  noticeBeforeStart: z.enum(['none', 'unclear', 'clear']).optional(),
  noticeBeforeRenewal: z.enum(['none', 'unclear', 'clear']).optional(),
});
export const order = z.strictObject({
  id: identifier,
  /** Whose order it is, where there are several claimants; unset means all of them. */
  claimant: identifier.optional(),
  number: line.optional(),
  platform: line.optional(),
  shop: line.optional(),
  placedAt: moment.optional(),
  /** The account that was to be topped up or activated. */
  account: line.optional(),
  channel: z.enum(dealChannels).optional(),
  purpose: z.enum(purposes).optional(),
  items: z.array(item).min(1),
  payments: z.array(payment).default([]),
  refunds: z.array(refund).default([]),
  noReasonReturn: noReasonReturn.optional(),
  received: received.optional(),
  term: term.optional(),
  prepaid: prepaid.optional(),
  renewal: renewal.optional(),
});

export const cardKey = z.strictObject({
  id: identifier,
  order: identifier,
  /** Masked: the papers never need the whole key. */
  label: line.optional(),
  state: z.enum(keyStates),
  shownAt: moment.optional(),
  triedAt: moment.optional(),
  outcome: prose.optional(),
  evidence: evidenceReferences,
});

/** A span drawn on the timeline. Without `promisedUntil` the promise had no end (终身、长期). */
const interval = z.strictObject({
  from: moment,
  promisedUntil: moment.optional(),
  promisedText: filledLine,
  actualUntil: moment,
  actualText: filledLine,
  /** True while the actual state still went on at `actualUntil` (仍未到账). */
  actualOngoing: z.boolean().default(false),
});
export const promise = z.strictObject({
  subject: filledLine,
  promised: filledProse,
  /** Where it was promised: product page, advert, chat. */
  promisedIn: line.optional(),
  performed: filledProse,
  /** In what the two differ, where the words above do not say it. */
  difference: prose.optional(),
  evidence: evidenceReferences,
  interval: interval.optional(),
});
