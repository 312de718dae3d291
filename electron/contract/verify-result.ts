import { z } from 'zod';
import { timestampResultSchema } from './timestamp-result.ts';

/** What `juli verify --json` prints: the packet itself, each original by its path below the folder that was given. */
export const verifyResultSchema = z.strictObject({
  packet: z.string(),
  /** Nothing that was looked at is wrong. */
  ok: z.boolean(),
  /** SHA-256 of the whole packet, and whether every byte of it is as it was written. */
  own: z.strictObject({ sha256: z.string(), isAsWritten: z.boolean() }),
  /** Whether a folder of originals was given. */
  isCompared: z.boolean(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      /** `renamed`: the same bytes under another name, which is no change of the evidence. */
      status: z.enum(['same', 'renamed', 'different', 'missing', 'extra']),
      expected: z.string().optional(),
      found: z.string().optional(),
      /** Where a file that was renamed is. */
      foundAt: z.string().optional(),
    }),
  ),
  /** Unset where no intake log was given or found. */
  log: z
    .strictObject({
      file: z.string(),
      lines: z.int(),
      /** Unset while each line follows the one before it; else in Chinese, where it breaks and why. */
      broken: z.string().optional(),
      /** Whether it is the log the packet speaks of, as it was or with lines added since. */
      standsBehindPacket: z.enum(['yes', 'no', 'not-mentioned']),
      /** Originals of the packet that no line says were taken in. */
      notInLog: z.array(z.string()),
    })
    .optional(),
  /** The packet speaks of an intake log. */
  mentionsLog: z.boolean(),
  /** Unset where none was given. `of` says what it was given for. */
  timestamp: z.strictObject({ of: z.enum(['packet', 'originals']), result: timestampResultSchema }).optional(),
  /**
   * Those that are kept with the originals (`timestamps/`), each against the list kept with it; unset where there are
   * none. `originals`: that list is the one in the packet.
   */
  keptTimestamps: z
    .array(z.strictObject({ file: z.string(), of: z.enum(['originals', 'other-list']), result: timestampResultSchema }))
    .optional(),
});
export type VerifyResult = z.output<typeof verifyResultSchema>;
