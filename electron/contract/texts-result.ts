import { z } from 'zod';

/** The account in one length. `count` is in characters as a form counts them: each Chinese character is one. */
const textVersion = z.strictObject({
  /** "300字以内", "全文". */
  label: z.string(),
  /** Absent in the whole account. */
  limit: z.int().optional(),
  text: z.string(),
  count: z.int(),
  /** Sentences that did not fit. */
  omitted: z.int(),
});

/** One box of a web form and what goes into it. */
const textField = z.strictObject({
  id: z.string(),
  name: z.string(),
  text: z.string(),
  count: z.int(),
  maxLength: z.int().optional(),
  /** False: nobody has seen this box or its limit in the operator's own document. */
  verified: z.boolean(),
  /** Sentences that did not fit. */
  omitted: z.int(),
  notes: z.array(z.string()),
});

/** A fact that prints as a blank, by the JSON path of its field. */
const missingFact = z.strictObject({ label: z.string(), path: z.string() });

export const channelTextSchema = z.strictObject({
  channel: z.string(),
  title: z.string(),
  note: z.string(),
  fields: z.array(textField),
  lengths: z.array(textVersion),
  missing: z.array(missingFact),
});
export type ChannelText = z.output<typeof channelTextSchema>;

/** What `juli texts --json` prints. */
export const textsResultSchema = z.strictObject({ title: z.string(), channels: z.array(channelTextSchema) });
export type TextsResult = z.output<typeof textsResultSchema>;
