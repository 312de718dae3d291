import { z } from 'zod';
import { paperIds } from './case-kinds.ts';
import { filledProse, line, longText } from './field-types.ts';

/**
 * A paragraph of a paper that its user wrote by hand, in place of what Juli writes there. It prints as it stands until
 * it is taken back; that the facts under it changed since is seen by `original`.
 */
export const override = z.strictObject({
  paper: z.enum(paperIds),
  /** Where it stood in the paper's model. Empty: wherever Juli would write `original`, and nowhere else. */
  at: line,
  /** What Juli wrote there, `{证据:编号}` for living references, 〔待填写：…〕 for blanks. */
  original: longText,
  own: filledProse,
});
