import { z } from 'zod';

/** What `juli verify --json` prints: each original by its path below the folder that was given. */
export const verifyResultSchema = z.strictObject({
  packet: z.string(),
  ok: z.boolean(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      status: z.enum(['same', 'different', 'missing', 'extra']),
      expected: z.string().optional(),
      found: z.string().optional(),
    }),
  ),
});
export type VerifyResult = z.output<typeof verifyResultSchema>;
