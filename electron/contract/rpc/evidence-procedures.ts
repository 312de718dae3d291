import { oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceGroups, issueKinds } from '../case/case-kinds.ts';
import { caseId } from './case-procedures.ts';

/** Evidence of a case. Items stand in the draft (`evidence[]`); here are the files behind them. */

export const storedFile = z.strictObject({
  /** As `files[]` of an item names it. */
  path: z.string(),
  /** Lower-case hex. */
  sha256: z.string(),
  /** Bytes. */
  size: z.int(),
  mime: z.string(),
  kind: z.enum(['picture', 'pdf', 'other']),
  /** Pixels as displayed, for pictures. */
  width: z.int().optional(),
  height: z.int().optional(),
  /** For PDF. */
  pages: z.int().optional(),
  /** The name it came with. */
  originalName: z.string(),
  takenAt: z.string(),
  /** Why it cannot be printed, in Chinese; it still counts as evidence and gets a placeholder page. */
  problem: z.string().optional(),
  /** The original is no longer in the data folder. */
  isMissing: z.boolean(),
});
export type StoredFile = z.output<typeof storedFile>;

/** One line of the checklist of an issue. `isPresent` when the group already holds an item. */
export const checklistLine = z.strictObject({
  issue: z.enum(issueKinds),
  group: z.enum(evidenceGroups),
  text: z.string(),
  need: z.enum(['required', 'helpful']),
  isGroupPresent: z.boolean(),
});
export type ChecklistLine = z.output<typeof checklistLine>;

export const evidenceProcedures = {
  /**
   * Takes files in: copied, hashed, thumbnails made, one new item a file (or, with `item`, added to that one). Files
   * with the same bytes as one the case has are recognised and not added again. Starts a job; its result says what
   * became of each file. The items enter the draft in one edit, so one undo takes them out.
   */
  take: oc
    .input(
      z.strictObject({
        id: caseId,
        tickets: z.array(z.string()).min(1).max(10_000),
        item: z.string().max(64).optional(),
        group: z.enum(evidenceGroups).optional(),
      }),
    )
    .output(z.strictObject({ job: z.string() })),
  files: oc.input(z.strictObject({ id: caseId })).output(z.array(storedFile)),
  checklist: oc.input(z.strictObject({ id: caseId })).output(z.array(checklistLine)),
};
