import { z } from 'zod';

/** Claim and basis: which claim may rest on what, in words that a lawyer can correct. When, says basis-rules.ts. */
export const basisIds = [
  'true-description',
  'agreed-quality',
  'usable-quality',
  'promise-binds',
  'full-performance',
  'breach',
  'choice-of-remedy',
  'termination-after-demand',
  'termination-for-lost-purpose',
  'duty-to-repay',
  'quality-return',
  'refund-in-one-sum',
  'promised-return',
  'no-reason-return',
  'refund-without-reason',
  'prepayment',
  'prepaid-balance',
  'prepaid-term',
  'automatic-renewal',
  'child-under-eight',
  'child-from-eight',
  'fraud',
  'meaning-of-fraud',
] as const;
export type BasisId = (typeof basisIds)[number];

const provisions = z.array(z.string().min(1));
const basis = z.strictObject({
  id: z.enum(basisIds),
  /** What it is for, as people call it. */
  claim: z.string().min(1),
  /** What the law provides, in our own words, one sentence without its full stop. */
  statement: z.string().regex(/[^。；，\s]$/u),
  /** Where it ends: for whoever edits the table, never printed. */
  limits: z.string().min(1),
  provisions: provisions.min(1),
  /** Cited as well where the contract is a sale (民法典 合同编第九章 is about sale only). */
  saleProvisions: provisions.default([]),
  /** Cited as well where a key was sold: 电子商务法 2(3) leaves out content services, and a membership may be one. */
  keyProvisions: provisions.default([]),
});

export const basisTableSchema = z
  .strictObject({ checkedOn: z.iso.date(), bases: z.array(basis) })
  .refine(({ bases }) => basisIds.every((id) => bases.filter((one) => one.id === id).length === 1), {
    params: { expected: `每种依据各一条：${basisIds.join('、')}` },
  });
