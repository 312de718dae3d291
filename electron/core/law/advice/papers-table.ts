import { z } from 'zod';
import { paperIds, stages } from '../../../contract/case/case-kinds.ts';
import { day, filledLine } from '../../../contract/case/field-types.ts';

/** 文书: what each is called and when to use it, as the screen explains it. Craft, not law. */
const ids = [...paperIds, 'timeline', 'evidence-list'] as const;
const paper = z.strictObject({
  id: z.enum(ids),
  title: filledLine,
  /** When to use it, in plain words. */
  when: z.string().min(1),
  /** The stages it is made for; empty means that it goes along with the others. */
  stages: z.array(z.enum(stages)),
});
const stage = z.strictObject({ id: z.enum(stages), name: filledLine });

const eachOnce =
  (wanted: readonly string[]) =>
  (rows: readonly { readonly id: string }[]): boolean =>
    rows.length === wanted.length && wanted.every((id) => rows.some((row) => row.id === id));

export const paperTableSchema = z.strictObject({
  source: filledLine,
  checkedOn: day,
  /** Shown above all advice. */
  notice: z.string().min(1),
  stages: z.array(stage).refine(eachOnce(stages), { params: { expected: `每个阶段各一次：${stages.join('、')}` } }),
  papers: z.array(paper).refine(eachOnce(ids), { params: { expected: `每种文书各一次：${ids.join('、')}` } }),
});

export type PaperTable = z.output<typeof paperTableSchema>;
export type PaperRow = PaperTable['papers'][number];
