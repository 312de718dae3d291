import { z } from 'zod';
import { day, filledLine } from '../../../contract/case/field-types.ts';
import { certainties } from '../decision.ts';

/** 期限: the rows of templates/law/clocks.json. From which fact each runs is in clock-facts.ts; the rest is data. */
export const clockIds = [
  'limitation',
  'limitation-cap',
  'rescission-right',
  'revocation-fraud',
  'revocation-mistake',
  'revocation-cap',
  'non-conformity-notice',
  'quality-return',
  'no-reason-return',
  'refund-after-return',
  'refund-delay-mark',
  'prepaid-refund',
  'complaint-period',
  'complaint-acceptance',
  'complaint-mediation',
  'complaint-ending-notice',
  'clue-check',
  'court-filing',
  'small-claims-trial',
  'simplified-trial',
  'fee-payment',
  'judicial-confirmation',
  'enforcement',
  'platform-data',
] as const;
export type ClockId = (typeof clockIds)[number];

const count = z.int().min(1).max(100);
const length = z.union([
  z.strictObject({ years: count }),
  z.strictObject({ months: count }),
  z.strictObject({ days: z.int().min(1).max(400) }),
  z.strictObject({ workingDays: count }),
]);
export type PeriodLength = z.output<typeof length>;

const row = z.strictObject({
  id: z.enum(clockIds),
  name: filledLine,
  length,
  /** By how much it may be prolonged; shown, not reckoned. */
  extension: length.optional(),
  /** The event from which it runs, in words, and the field of case.json that tells it. */
  starts: filledLine,
  field: filledLine,
  /** What lets it start again, in words. */
  interruptedBy: filledLine.optional(),
  /** Who has to act in time. */
  whose: z.enum(['claimant', 'other-side', 'authority']),
  /** Whether the law is that of the day it began, or that of the filing it bars. */
  citedOn: z.enum(['start', 'filing']),
  provisions: z.array(z.string().min(1)).min(1),
  /** The rules of counting; without them the last day does not move when it falls on a holiday. */
  counting: z.array(z.string().min(1)),
  certainty: z.enum(certainties),
  meaning: z.string().min(1),
});

export const clockTableSchema = z.strictObject({
  source: filledLine,
  checkedOn: day,
  /** With so many days left a clock is said to end soon. */
  soonDays: z.int().min(1).max(365),
  clocks: z.array(row).refine((rows) => clockIds.every((id) => rows.filter((one) => one.id === id).length === 1), {
    params: { expected: `每个期限各一次：${clockIds.join('、')}` },
  }),
});

export type ClockTable = z.output<typeof clockTableSchema>;
export type ClockRow = ClockTable['clocks'][number];

/**
 * `stopped`: a suit is pending. `unknown`: the last day may have passed or not, as the holidays of its year are not in
 * the calendar. `done`: what had to be done in time was done; `late`: it was done after the last day.
 */
export type ClockStatus = 'not-started' | 'running' | 'soon' | 'passed' | 'done' | 'late' | 'stopped' | 'unknown';
