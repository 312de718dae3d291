import { oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceGroups, issueKinds } from '../case/case-kinds.ts';
import { redactionBox } from '../case/evidence-fields.ts';
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
  kind: z.enum(['picture', 'pdf', 'document', 'recording', 'other']),
  /** Pixels as displayed, for pictures. */
  width: z.int().optional(),
  height: z.int().optional(),
  /** For PDF, and for a file with several pictures. */
  pages: z.int().optional(),
  /** Seconds, for recordings where it is known. */
  duration: z.number().optional(),
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

/** A line of the intake log as a window shows it. */
export const intakeRecord = z.strictObject({
  at: z.string(),
  event: z.enum(['taken', 'duplicate', 'refused', 'opened-archive']),
  name: z.string(),
  /** 从文件夹拖入. */
  how: z.string().optional(),
  /** 来自压缩包“…”. */
  from: z.string().optional(),
  /** Dates of the file system; instants. */
  modifiedAt: z.string().optional(),
  createdAt: z.string().optional(),
  recordedAt: z.string().optional(),
  device: z.string().optional(),
});
export type IntakeRecord = z.output<typeof intakeRecord>;

export const intakeLog = z.strictObject({
  records: z.array(intakeRecord),
  /** Where the chain of the whole log breaks, and why, in Chinese; unset while it is whole. */
  broken: z.string().optional(),
});
export type IntakeLogAnswer = z.output<typeof intakeLog>;

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
        /** How a person gave them; for the intake log. */
        how: z.enum(['chosen', 'dropped', 'pasted']).optional(),
      }),
    )
    .output(z.strictObject({ job: z.string() })),
  /** What came in, when and how: of these originals, or of the whole case. Removing an item takes nothing out of it. */
  log: oc
    .input(z.strictObject({ id: caseId, originals: z.array(z.string().max(64)).max(10_000).optional() }))
    .output(intakeLog),
  files: oc.input(z.strictObject({ id: caseId })).output(z.array(storedFile)),
  /**
   * Boxes around numbers of persons, bank cards and card keys in the text of a PDF of the case; what it shows as a picture
   * is not read. `isReadable` is false for a file that is no PDF, or one that cannot be opened.
   */
  proposeRedactions: oc
    .input(z.strictObject({ id: caseId, path: z.string().max(1_000) }))
    .output(z.strictObject({ isReadable: z.boolean(), boxes: z.array(redactionBox) })),
  /** Tries a password on a PDF of the case. The right one is kept until the program ends, and only in memory. */
  unlock: oc
    .input(z.strictObject({ id: caseId, path: z.string().max(1_000), password: z.string().min(1).max(1_000) }))
    .output(z.strictObject({ isOpen: z.boolean() })),
  checklist: oc.input(z.strictObject({ id: caseId })).output(z.array(checklistLine)),
};
