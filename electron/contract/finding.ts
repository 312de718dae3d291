import { z } from 'zod';

/** What a check says about a case. `path` is the JSON path of the field to change, `source` the rule behind it. */
export const findingSchema = z.strictObject({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  path: z.string(),
  source: z.string().optional(),
});
export type Finding = z.output<typeof findingSchema>;
