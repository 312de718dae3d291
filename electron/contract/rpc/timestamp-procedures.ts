import { oc } from '@orpc/contract';
import { z } from 'zod';
import { timestampResultSchema } from '../timestamp-result.ts';
import { caseId } from './case-procedures.ts';

/** A time stamp (RFC 3161) for the list of originals of a case: asked for, and perhaps answered. */
export const keptTimestamp = z.strictObject({
  stamp: z.string(),
  /** Instant, ISO. */
  askedAt: z.string(),
  /** Originals on the list that is stamped. */
  originals: z.int(),
  /** The list is the one that the case has now. */
  isCurrent: z.boolean(),
  /** What the reply says, checked anew; unset while there is none. */
  result: timestampResultSchema.optional(),
});
export type KeptTimestamp = z.output<typeof keptTimestamp>;

const stampOfCase = z.strictObject({ id: caseId, stamp: z.string() });

export const timestampProcedures = {
  ofCase: oc.input(z.strictObject({ id: caseId })).output(z.array(keptTimestamp)),
  /** Writes the list as it is now and a request for it. USAGE while there are no originals. */
  request: oc.input(z.strictObject({ id: caseId })).output(keptTimestamp),
  /**
   * What is to be kept and sent: the list as text, request and reply in base64. They are a few kilobytes, too small for
   * an address of their own.
   */
  files: oc.input(stampOfCase).output(
    z.strictObject({
      name: z.string(),
      list: z.string(),
      request: z.base64(),
      reply: z.base64().optional(),
    }),
  ),
  /** Keeps a reply that is one for this list; any other is only told what is wrong with it. */
  reply: oc
    .input(z.strictObject({ id: caseId, stamp: z.string(), ticket: z.string() }))
    .output(z.strictObject({ isKept: z.boolean(), result: timestampResultSchema })),
  /** Checks the reply against certificates that the user trusts. Nothing is kept of them. */
  verify: oc.input(z.strictObject({ id: caseId, stamp: z.string(), roots: z.string() })).output(timestampResultSchema),
  remove: oc.input(stampOfCase),
};
