import { z } from 'zod';
import { day, filledLine } from '../../../contract/case/field-types.ts';

/**
 * 提交渠道: the forms into which the facts are typed, as they were seen. None of it is law. A limit that nobody has
 * verified is a setting that the user may correct, and is shown as such.
 */
const channelFieldIds = [
  'respondent',
  'respondent-address',
  'goods',
  'category',
  'problem',
  'facts',
  'request',
  'amount',
  'order-number',
  'transaction-number',
  'sales-channel',
  'handling-office',
  'phone',
  'negotiation',
  'images',
  'files',
  'name',
  'address',
] as const;

const channelField = z.strictObject({
  /** What of the case goes into the field. */
  id: z.enum(channelFieldIds),
  /** What the form calls it. */
  name: filledLine,
  isOptional: z.boolean().default(false),
  minLength: z.int().positive().optional(),
  /** In characters, as the form counts. */
  maxLength: z.int().positive().optional(),
  /** Whether the limit was seen in the operator's own document. */
  isVerified: z.boolean(),
  asOf: day.optional(),
  note: filledLine.optional(),
});

const channel = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: filledLine,
  /** What it can and cannot do, for the screen. */
  note: z.string().min(1),
  /** What the duty to handle a complaint rests on; none for a platform's own form. */
  provisions: z.array(z.string().min(1)),
  /** Habits of the operator: shown as 平台规则, never as law. */
  operatorRules: z
    .array(z.strictObject({ text: filledLine, asOf: day.optional(), isVerified: z.boolean() }))
    .default([]),
  source: filledLine,
  asOf: day.optional(),
  fields: z.array(channelField).min(1),
  /** Lengths in which the account is offered; the whole account comes on top. */
  lengths: z.array(z.int().positive()).min(1),
});

export const channelTableSchema = z.strictObject({
  source: filledLine,
  checkedOn: day,
  /** Shown beside each limit that is not verified. */
  unverifiedNote: filledLine,
  channels: z.array(channel).min(1),
});

export type ChannelTable = z.output<typeof channelTableSchema>;
export type Channel = ChannelTable['channels'][number];
export type ChannelField = Channel['fields'][number];
