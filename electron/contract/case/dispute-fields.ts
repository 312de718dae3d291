import { z } from 'zod';
import { claimKinds, defenceKinds, eventKinds, filingBodies } from './case-kinds.ts';
import { day, evidenceReferences, filledProse, identifier, line, moment, prose, yuan } from './field-types.ts';

/** What happened, what is asked for and what was said to it, as case.json holds it. */

export const event = z.strictObject({
  at: moment,
  kind: z.enum(eventKinds).optional(),
  claimant: identifier.optional(),
  precision: z.enum(['exact', 'approximate']).default('exact'),
  text: filledProse,
  evidence: evidenceReferences,
});

export const claim = z.strictObject({
  kind: z.enum(claimKinds),
  /** Whose claim, where there are several claimants; unset means all of them together. */
  claimant: identifier.optional(),
  /** The respondents it is made against; empty means as the role of each says. */
  against: z.array(identifier).default([]),
  /** The road it takes; unset means `fault`. */
  route: z.enum(['fault', 'no-reason']).optional(),
  amount: yuan.optional(),
  text: prose.optional(),
  /** How the sum is reached. */
  calculation: prose.optional(),
  evidence: evidenceReferences,
});

/** Steps already taken. 投诉举报处理办法 16(二) makes some of them a ground of refusal elsewhere. */
export const filing = z.strictObject({
  body: z.enum(filingBodies),
  name: line.optional(),
  /** The respondent it was about. */
  against: identifier.optional(),
  filedOn: day.optional(),
  acceptedOn: day.optional(),
  endedOn: day.optional(),
  /** When the court's notice to pay its fee arrived (诉讼费用交纳办法 22). */
  feeNoticeOn: day.optional(),
  reference: line.optional(),
  status: z.enum(['filed', 'accepted', 'handled', 'refused', 'withdrawn']),
  answer: prose.optional(),
  evidence: evidenceReferences,
});

/** 欺诈 needs a falsehood and that the other side knew it (总则编解释 21): both are told and proved, or not pleaded. */
export const fraud = z.strictObject({
  falsehood: prose.optional(),
  knowledge: prose.optional(),
  evidence: evidenceReferences,
});

/** What was agreed beside price and goods, as far as it matters to a paper. */
export const terms = z.strictObject({
  /** 有无书面合同; unset means none. */
  written: prose.optional(),
  quality: prose.optional(),
  penalty: prose.optional(),
  performancePlace: prose.optional(),
  /** A clause that picks a court, or arbitration (民事诉讼法 35, 127 第二项; 解释 31). */
  jurisdiction: z
    .strictObject({ text: filledProse, court: line.optional(), wasPointedOut: z.boolean().optional() })
    .optional(),
  arbitration: z.strictObject({ text: filledProse, wasPointedOut: z.boolean().optional() }).optional(),
  /** "虚拟商品不退不换" as it was worded, and whether and how it was shown before the purchase. */
  noRefund: z
    .strictObject({ text: filledProse, wasPointedOut: z.boolean().optional(), evidence: evidenceReferences })
    .optional(),
});

export const defence = z.strictObject({
  kind: z.enum(defenceKinds),
  /** In the other side's own words. */
  said: prose.optional(),
  reply: prose.optional(),
  evidence: evidenceReferences,
});

/** Records that only the other side or the platform holds (证据规定 45; 电子商务法 31, 62). */
export const recordRequest = z.strictObject({
  holder: identifier.optional(),
  /** Whoever holds them without being a party: 案外人. */
  holderName: line.optional(),
  records: filledProse,
  proves: filledProse,
  /** Why the claimant cannot get them (民事诉讼法 67 第二款). */
  reason: prose.optional(),
});

export const witness = z.strictObject({ name: line.optional(), address: line.optional(), proves: prose.optional() });

/** What the statement of claim says beyond facts and prayers (要素式起诉状, 买卖合同纠纷). */
export const court = z.strictObject({
  province: line.optional(),
  layout: z.enum(['traditional', 'elements']).optional(),
  preservation: prose.optional(),
  /** Whether the plaintiff knows mediation and what the form tells of its benefits. */
  knowsMediation: z.boolean().optional(),
  mediation: z.enum(['yes', 'no', 'undecided']).optional(),
});

export const statements = z.strictObject({
  /** What was bought, where and for what use. */
  background: prose.optional(),
  /** What went wrong, as seen. */
  problem: prose.optional(),
  /** What the merchant or platform answered. */
  answer: prose.optional(),
  /** Why that answer does not settle it. */
  reply: prose.optional(),
  additional: prose.optional(),
});
