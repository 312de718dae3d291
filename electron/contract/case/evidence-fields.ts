import { z } from 'zod';
import { evidenceGroups } from './case-kinds.ts';
import { evidencePathProblem } from './evidence-path.ts';
import { filledLine, identifier, line, prose } from './field-types.ts';

const evidencePath = line.min(1).superRefine((path, context) => {
  const problem = evidencePathProblem(path);
  if (problem !== undefined) {
    context.addIssue({ code: 'custom', params: { expected: `案件文件夹内的相对路径（${problem}）` } });
  }
});
const evidenceFile = z
  .union([evidencePath, z.strictObject({ path: evidencePath, note: line.optional() })])
  .transform((file): { path: string; note?: string | undefined } => (typeof file === 'string' ? { path: file } : file));
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
