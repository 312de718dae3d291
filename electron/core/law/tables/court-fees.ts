import { z } from 'zod';
import { day, filledLine, yuan } from '../../../contract/case/field-types.ts';
import type { Fen } from '../../../contract/case/money.ts';

/** 案件受理费 of claims for money (诉讼费用交纳办法 13), what halves it, and how many copies go to the court. */
const rule = z.strictObject({ text: filledLine, provisions: z.array(z.string().min(1)).min(1) });
const band = z.strictObject({
  /** The last yuan of the band; the last band has no end. */
  upTo: yuan.optional(),
  /** Of each case, whatever its sum; only the first band has it. */
  flat: yuan.optional(),
  /** Parts in a thousand of what of the sum lies in the band. */
  perThousand: z.int().min(0).max(1000).optional(),
});

export const courtFeesSchema = z.strictObject({
  source: filledLine,
  checkedOn: day,
  acceptance: z.strictObject({
    provisions: z.array(z.string().min(1)).min(1),
    bands: z
      .array(band)
      .min(1)
      .refine((bands) => bands.every(({ upTo }, index) => (upTo === undefined) === (index === bands.length - 1)), {
        params: { expected: '除最后一段外，每一段都写明 upTo' },
      }),
  }),
  /** 简易程序, 小额诉讼 within it. */
  simplified: rule,
  settledOrWithdrawn: rule,
  prepaid: rule,
  bearer: rule,
  relief: rule,
  copies: rule,
  evidenceCopies: rule,
});

export type CourtFees = z.output<typeof courtFeesSchema>;

/** The whole fee in 分 for a claim of `sum` 分, band by band; a part of a 分 is rounded. */
export function acceptanceFee(sum: Fen, { acceptance: { bands } }: CourtFees): Fen {
  let below = 0;
  let fee = 0;
  for (const { upTo = Number.POSITIVE_INFINITY, flat = 0, perThousand = 0 } of bands) {
    fee += flat + (Math.max(0, Math.min(sum, upTo) - below) * perThousand) / 1000;
    below = upTo;
  }
  return Math.round(fee);
}

/** Half of it, as in the simplified procedure, of which small claims are a part (诉讼费用交纳办法 16). */
export function simplifiedFee(sum: Fen, fees: CourtFees): Fen {
  return Math.round(acceptanceFee(sum, fees) / 2);
}

/** 起诉状 and evidence go to the court once and to each defendant once (民事诉讼法 123, 证据规定 19). */
export function copiesForCourt(defendants: number): number {
  return defendants + 1;
}
