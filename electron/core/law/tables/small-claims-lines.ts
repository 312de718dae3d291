import { z } from 'zod';
import { day, filledLine, yuan } from '../../../contract/case/field-types.ts';
import type { Fen } from '../../../contract/case/money.ts';

/**
 * Up to which sum 小额诉讼 applies, province by province (民事诉讼法 165: half the published average wage of a year, and
 * up to twice that wage if both sides agree). Courts announce the figures; none here was seen in an official text, so
 * each line says how it was come by, and the court that takes the case has the last word.
 */
const provisionId = z.string().min(1);
const line = z.strictObject({
  /** Short name without 省, 市 or 自治区. */
  province: z.string().regex(/^\p{Script=Han}{2,3}$/u),
  half: yuan,
  twice: yuan.optional(),
  /** True where the figure itself is told as about so much. */
  isAbout: z.boolean().default(false),
  /** The year whose wages it is reckoned from. */
  wagesOf: z.int().min(2000).max(2100),
  inUseFrom: day.optional(),
  basis: filledLine,
  confidence: z.enum(['A', 'A-', 'B', 'C']),
  /** Reckoned from wages of a year that is not the last published one. */
  isOutdated: z.boolean(),
});

export const smallClaimsLinesSchema = z.strictObject({
  source: filledLine,
  checkedOn: day,
  /** Printed with every line. */
  reservation: filledLine,
  upToHalf: provisionId,
  upToTwice: provisionId,
  lastYear: provisionId,
  excluded: provisionId,
  lines: z.array(line),
});

export type SmallClaimsLines = z.output<typeof smallClaimsLinesSchema>;
export type SmallClaimsLine = SmallClaimsLines['lines'][number];

const suffix = /(?:壮族|回族|维吾尔)?自治区$|省$|市$/u;

/** The line of a province however it is written (江苏, 江苏省), or `undefined` where the table has none. */
export function smallClaimsLine(table: SmallClaimsLines, province: string): SmallClaimsLine | undefined {
  const short = province.trim().replace(suffix, '');
  return table.lines.find((one) => one.province === short);
}

/** Where a sum stands: at or under half (applies by law), up to twice (if both agree), or above. */
export function placeOfSum(
  sum: Fen,
  { half, twice }: SmallClaimsLine,
): 'up-to-half' | 'up-to-twice' | 'above' | 'above-half' {
  if (sum <= half) return 'up-to-half';
  if (twice === undefined) return 'above-half';
  return sum <= twice ? 'up-to-twice' : 'above';
}
