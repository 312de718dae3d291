import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { type ErrorCode, errorTable } from '../errors.ts';
import { packetResultSchema } from '../packet-result.ts';
import { caseId } from './case-procedures.ts';

/** What takes longer than a moment: it reports progress, can be cancelled, and outlives a reload of the window. */

export const jobKinds = ['take-evidence', 'import', 'packet', 'word', 'archive', 'backup', 'restore'] as const;
export type JobKind = (typeof jobKinds)[number];

/** A failure as a window shows it: what happened, what it means for the filing, what to do. */
export const shownError = z.strictObject({
  code: z.enum(Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]),
  /** Chinese, whole sentences. */
  text: z.string(),
  file: z.string().optional(),
  detail: z.string().optional(),
  problems: z.array(z.strictObject({ path: z.string(), expected: z.string(), found: z.string() })).optional(),
});
export type ShownError = z.output<typeof shownError>;

/** A file a job has made. Its bytes are at `results/<job>/<index>/<name>` below the window's address. */
const resultFile = z.strictObject({
  name: z.string(),
  size: z.int(),
  mime: z.string(),
  /** Of a packet, so that anybody can say which one it was. */
  sha256: z.string().optional(),
});

/** A file that is not among what a job took or made, and why. */
const leftOut = z.array(z.strictObject({ name: z.string(), reason: z.string() })).exactOptional();

export const jobResult = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('evidence'),
    added: z.int(),
    duplicates: z.array(z.strictObject({ name: z.string(), sameAs: z.string() })),
    /** Taken in, but not printable, or not taken in at all. */
    problems: z.array(z.strictObject({ name: z.string(), reason: z.string(), isTaken: z.boolean() })),
    /** Opened into files that were then taken like any others. */
    archives: z.array(z.strictObject({ name: z.string(), files: z.int() })).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('imported'),
    cases: z.array(z.strictObject({ id: caseId, title: z.string() })),
    problems: leftOut,
  }),
  z.strictObject({ kind: z.literal('packets'), packets: z.array(packetResultSchema), files: z.array(resultFile) }),
  z.strictObject({ kind: z.literal('files'), files: z.array(resultFile), problems: leftOut }),
  z.strictObject({ kind: z.literal('restored') }),
]);
export type JobResult = z.output<typeof jobResult>;

export const jobState = z.strictObject({
  id: z.string(),
  kind: z.enum(jobKinds),
  caseId: caseId.optional(),
  /** 生成材料. */
  title: z.string(),
  /** 正在打印…… */
  label: z.string(),
  done: z.int(),
  total: z.int(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  startedAt: z.string(),
  result: jobResult.optional(),
  error: shownError.optional(),
});
export type JobState = z.output<typeof jobState>;

const byId = z.strictObject({ id: z.string() });

export const jobProcedures = {
  list: oc.output(z.array(jobState)),
  /** The state now, then each change, until the job has ended. */
  watch: oc.input(byId).output(eventIterator(jobState)),
  cancel: oc.input(byId).output(z.void()),
};
