import { oc } from '@orpc/contract';
import { z } from 'zod';
import { adviceResultSchema } from '../advice-result.ts';
import { paperIds } from '../case/case-kinds.ts';
import { textsResultSchema } from '../texts-result.ts';
import { caseId } from './case-procedures.ts';

/** The papers of a case as they would print now, and what one changes in them by hand. */

export const previewParts = [...paperIds, 'timeline', 'evidence-list', 'cover'] as const;
export type PreviewPart = (typeof previewParts)[number];

/** A paragraph that may be edited by hand. In the preview its element carries `data-at` with the same `at`. */
export const paragraph = z.strictObject({
  /** Where it stands in the paper's model; opaque to the window. */
  at: z.string(),
  /** What Juli writes, `{证据:编号}` for living references. */
  original: z.string(),
  /** What was written instead; unset when it is Juli's. */
  own: z.string().optional(),
  /** True: the facts under it changed since it was written by hand. */
  isStale: z.boolean(),
});
export type Paragraph = z.output<typeof paragraph>;

export const preview = z.strictObject({
  revision: z.int(),
  part: z.enum(previewParts),
  title: z.string(),
  /** A fragment without scripts, for the body of the preview frame (`preview/frame.html`). */
  html: z.string(),
  paragraphs: z.array(paragraph),
  /** Paragraphs by hand whose place is gone: shown, so that nothing typed is lost. */
  orphans: z.array(z.strictObject({ at: z.string(), original: z.string(), own: z.string() })),
  missing: z.array(z.strictObject({ label: z.string(), path: z.string() })),
});
export type Preview = z.output<typeof preview>;

const byId = z.strictObject({ id: caseId });

export const paperProcedures = {
  /** Decisions, clocks, and which papers are for now, later, not needed or not possible. */
  advice: oc.input(byId).output(adviceResultSchema),
  preview: oc.input(z.strictObject({ id: caseId, part: z.enum(previewParts) })).output(preview),
  /** Writes a paragraph by hand, or with `own: null` gives it back to Juli. An edit like any other: undo takes it back. */
  override: oc
    .input(
      z.strictObject({
        id: caseId,
        part: z.enum(paperIds),
        at: z.string().max(200),
        original: z.string().max(100_000),
        own: z.string().max(20_000).nullable(),
      }),
    )
    .output(z.strictObject({ revision: z.int() })),
  /** The facts as texts for web forms, of all channels. */
  texts: oc.input(byId).output(textsResultSchema),
};
