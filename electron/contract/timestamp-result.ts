import { z } from 'zod';

/** What is looked at in the reply of a time stamp authority, in this order. */
export const timestampCheckIds = [
  'format',
  'status',
  'imprint',
  'nonce',
  'signature',
  'signing-certificate',
  'usage',
  'validity',
  'chain',
] as const;
export type TimestampCheckId = (typeof timestampCheckIds)[number];

export const timestampCheckSchema = z.strictObject({
  id: z.enum(timestampCheckIds),
  /** `unchecked`: what it would take is not there. That alone fails nothing, but is said. */
  outcome: z.enum(['passed', 'failed', 'unchecked']),
  /** In Chinese: what was looked at and what came out. */
  text: z.string(),
});
export type TimestampCheck = z.output<typeof timestampCheckSchema>;

/** What `juli timestamp verify --json` prints. */
export const timestampResultSchema = z.strictObject({
  /** No check failed. Whether anybody should believe this authority is said by the check `chain` alone. */
  ok: z.boolean(),
  /** SHA-256 of what was to be stamped. */
  sha256: z.string(),
  /** What the reply says; unset where it could not be read so far. */
  stamp: z
    .strictObject({
      /** Instant, in Beijing's time. */
      at: z.string(),
      /** Seconds by which the authority says its clock may be off. */
      accuracy: z.number().optional(),
      /** Object identifier of the rules under which it was given. */
      policy: z.string(),
      /** Hexadecimal. */
      serial: z.string(),
      /** As the certificate names it; unset where there is none. */
      authority: z.string().optional(),
    })
    .optional(),
  checks: z.array(timestampCheckSchema),
});
export type TimestampResult = z.output<typeof timestampResultSchema>;
