import { oc } from '@orpc/contract';
import { z } from 'zod';
import { adviceClockSchema } from '../advice-result.ts';
import { filingBodies, paperIds, stages } from '../case/case-kinds.ts';
import { packetFormSchema } from '../packet-form.ts';
import { caseId } from './case-procedures.ts';

/** From papers to filing: what is made of a case, and by when it has to be where. */

const started = z.strictObject({ job: z.string() });
const byId = z.strictObject({ id: caseId });

export const exportProcedures = {
  packet: oc
    .input(
      z.strictObject({
        id: caseId,
        /** Unset: what the case says. */
        papers: z.array(z.enum([...paperIds, 'timeline', 'evidence-list'])).optional(),
        cover: z.boolean().default(true),
        contents: z.boolean().default(true),
        timeline: z.boolean().default(true),
        appendix: z.boolean().default(true),
        originals: z.boolean().default(true),
        layout: z.enum(['traditional', 'elements']).optional(),
        perClaimant: z.boolean().default(false),
        form: packetFormSchema.prefault({}),
      }),
    )
    .output(started),
  word: oc.input(z.strictObject({ id: caseId, papers: z.array(z.enum(paperIds)).optional() })).output(started),
  /** The case with its originals: one `.juli` file, or the folder the command line reads, zipped. */
  archive: oc.input(z.strictObject({ id: caseId, form: z.enum(['juli', 'folder']) })).output(started),
};

export const deadline = adviceClockSchema.extend({ caseId, caseTitle: z.string() });
export type Deadline = z.output<typeof deadline>;

export const deadlineProcedures = {
  ofCase: oc.input(byId).output(z.array(adviceClockSchema)),
  /** Of all open cases, the nearest first; only clocks with a last day. */
  all: oc.output(z.array(deadline)),
  /** iCalendar text (RFC 5545) of one case, or of all. */
  calendar: oc
    .input(z.strictObject({ id: caseId.optional() }))
    .output(z.strictObject({ name: z.string(), text: z.string() })),
  /** A step that was taken, or what became of it; moves the stage on where it follows. One edit. */
  record: oc
    .input(
      z.strictObject({
        id: caseId,
        /** The entry of `filings` it changes; unset for a new one. */
        index: z.int().min(0).optional(),
        body: z.enum(filingBodies),
        status: z.enum(['filed', 'accepted', 'handled', 'refused', 'withdrawn']),
        filedOn: z.string().max(10).default(''),
        acceptedOn: z.string().max(10).default(''),
        endedOn: z.string().max(10).default(''),
        reference: z.string().max(200).default(''),
        answer: z.string().max(20_000).default(''),
        stage: z.enum(stages).optional(),
      }),
    )
    .output(z.strictObject({ revision: z.int() })),
};
