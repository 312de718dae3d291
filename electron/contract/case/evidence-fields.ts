import { z } from 'zod';
import { evidenceGroups, secretKinds } from './case-kinds.ts';
import { evidencePathProblem } from './evidence-path.ts';
import { filledLine, identifier, line, prose, quotation } from './field-types.ts';

const evidencePath = line.min(1).superRefine((path, context) => {
  const problem = evidencePathProblem(path);
  if (problem !== undefined) {
    context.addIssue({ code: 'custom', params: { expected: `案件文件夹内的相对路径（${problem}）` } });
  }
});

/** A moment of a recording: minutes and seconds, with hours before and tenths after where needed (`1:02:03.5`). */
const timeCode = line
  .regex(/^(?:\d{1,3}:)?\d{1,3}:[0-5]\d(?:\.\d{1,3})?$/)
  .describe('“分:秒”的写法，例如 1:05 或 1:05.5');
const spokenLine = z.strictObject({ at: timeCode.optional(), speaker: line.optional(), text: quotation });

const share = z.number().min(0).max(1);
/**
 * What is blacked out in a redacted packet: a page of the file, counted from 1, and a box on that page as it is
 * displayed, in shares of its width and height from its upper left corner. A picture is one page, whole and upright,
 * however many pieces it is cut into on paper. Files with the same bytes share their boxes.
 */
export const redactionBox = z.strictObject({
  page: z.int().min(1).max(100_000).default(1),
  x: share,
  y: share,
  width: share,
  height: share,
  kind: z.enum(secretKinds).optional(),
});

const describedFile = z.strictObject({
  path: evidencePath,
  note: line.optional(),
  /** For recordings: moments whose picture is to be printed, beside those spread evenly. */
  marks: z.array(timeCode).max(200).optional(),
  /** For recordings: what is said or heard. */
  transcript: z.array(spokenLine).max(5_000).optional(),
  redactions: z.array(redactionBox).max(2_000).optional(),
  /** How the pages were set that the boxes were drawn on, where the file has none of its own: a redacted packet names it. */
  drawnOn: line.regex(/^[0-9a-f]{12}$/).optional(),
});
const evidenceFile = z
  .union([evidencePath, describedFile])
  .transform((file): z.output<typeof describedFile> => (typeof file === 'string' ? { path: file } : file));

export const evidenceItem = z.strictObject({
  id: identifier,
  title: filledLine,
  /** Whose it is, where there are several claimants; unset means all of them. */
  claimant: identifier.optional(),
  group: z.enum(evidenceGroups),
  files: z.array(evidenceFile).min(1),
  source: prose.optional(),
  proves: prose.optional(),
  form: z.enum(['original', 'copy']).optional(),
  carrier: line.optional(),
});
