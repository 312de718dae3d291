import { z } from 'zod';
import { defenceKinds } from '../../../contract/case/case-kinds.ts';

/**
 * What is answered to the usual defences, as data that a lawyer can correct. Every sentence rests on the provisions
 * beside it or on none; it says nothing about facts, which come from the case. 投诉人 and 被投诉人 in it are printed
 * as each paper calls the two sides.
 */

/** When a line is printed: conditions that can be read from the case. */
const rebuttalConditions = [
  'always',
  /** No key was activated, and it was no membership or balance that was partly used up. */
  'not-used',
  /** A key was activated or partly used, or part of a service was received. */
  'used',
  /** The key itself shows that somebody used it before it was handed over. */
  'used-before-delivery',
  /** Nobody says who used the key, if anybody did: neither the claimant nor the key shows a use. */
  'use-not-shown',
  /** A key that the claimant could have used after all. */
  'later-use-possible',
  /** The other side held out something about the goods. */
  'has-promises',
  /** The refund is asked for because of how it was performed, not without reason. */
  'asks-for-fault',
  /** Nobody has said that the term was plainly shown before the purchase. */
  'term-not-shown',
] as const;
export type RebuttalCondition = (typeof rebuttalConditions)[number];

const line = z.strictObject({
  when: z.enum(rebuttalConditions),
  /** One sentence without its full stop. */
  text: z.string().regex(/[^。；，\s]$/u),
  provisions: z.array(z.string().min(1)).default([]),
});

const rebuttal = z.strictObject({
  kind: z.enum(defenceKinds),
  /** The defence by its short name, as the heading prints it. */
  title: z.string().min(1),
  /** What is said to it. A line whose law was not in force is left out. */
  points: z.array(line),
  /** What the other side is asked to show. */
  asked: z.array(line),
  /** What is conceded or left to whoever finds the facts. */
  limits: z.array(line),
});

export const rebuttalsSchema = z
  .strictObject({
    checkedOn: z.iso.date(),
    /** About proof in general, once at the end of the paper. */
    proof: z.array(line),
    rebuttals: z.array(rebuttal),
  })
  .refine(({ rebuttals }) => defenceKinds.every((kind) => rebuttals.filter((one) => one.kind === kind).length === 1), {
    params: { expected: `每种抗辩各一条：${defenceKinds.join('、')}` },
  });

export type RebuttalLine = z.output<typeof line>;
