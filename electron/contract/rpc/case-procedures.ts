import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { dealChannels, defenceKinds, filingBodies, issueKinds, stages } from '../case/case-kinds.ts';
import { findingSchema } from '../finding.ts';

/** Cases as they are kept: found, made, edited, put away. A draft is case.json as it is written, however unfinished. */

export const caseId = z.string().regex(/^[0-9a-f-]{36}$/);

/** Any JSON value; a draft holds whatever was typed so far. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
const json: z.ZodType<Json> = z.json();
export type Draft = { readonly [key: string]: Json };
const draft: z.ZodType<Draft> = z.record(z.string(), json);

const step = z.union([z.string().max(100), z.int().min(0).max(100_000)]);
/** Where in a draft: `['orders', 0, 'shop']`. */
const draftPath = z.array(step).min(1).max(20);
export type DraftPath = z.output<typeof draftPath>;

/**
 * One change of a draft. `set` makes what lies on the way, an object or a list as the next step demands; `insert` and
 * `move` work inside the list at `path`; what is not there cannot be removed or moved (CHANGE_REFUSED).
 */
export const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), path: draftPath, value: json }),
  z.strictObject({ kind: z.literal('remove'), path: draftPath }),
  z.strictObject({ kind: z.literal('insert'), path: draftPath, index: z.int().min(0), value: json }),
  z.strictObject({ kind: z.literal('move'), path: draftPath, from: z.int().min(0), to: z.int().min(0) }),
]);
export type Change = z.output<typeof change>;

const nextDeadline = z.strictObject({ clock: z.string(), name: z.string(), lastDay: z.string() });

export const caseSummary = z.strictObject({
  id: caseId,
  title: z.string(),
  stage: z.enum(stages).optional(),
  issues: z.array(z.string()),
  claimant: z.string(),
  merchant: z.string(),
  /** In 分: what is claimed. */
  sum: z.int(),
  nextDeadline: nextDeadline.optional(),
  findings: z.strictObject({ errors: z.int(), warnings: z.int(), hints: z.int() }),
  evidenceItems: z.int(),
  /** Instant, ISO. */
  updatedAt: z.string(),
  archivedAt: z.string().optional(),
  removedAt: z.string().optional(),
  isSample: z.boolean(),
  /** How many other cases name the same merchant. */
  sameMerchant: z.int(),
  /** Where the search words were found: 证据3 “商品页截图”. Empty without a search. */
  hits: z.array(z.strictObject({ where: z.string(), text: z.string() })),
});
export type CaseSummary = z.output<typeof caseSummary>;

export const caseQuery = z.strictObject({
  /** Words to look for in any text of a case; two characters are enough. All of them must be there. */
  text: z.string().max(200).default(''),
  stage: z.enum(stages).optional(),
  merchant: z.string().max(200).optional(),
  shelf: z.enum(['open', 'archived', 'removed']).default('open'),
  sort: z.enum(['updated', 'deadline', 'sum', 'title']).default('updated'),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type CaseQuery = z.output<typeof caseQuery>;

export const caseRecord = z.strictObject({
  id: caseId,
  /** Counts the edits; an edit names the revision it was made on. */
  revision: z.int(),
  draft,
  /** What undo would take back and redo do again, in words; unset when there is nothing. */
  undo: z.string().optional(),
  redo: z.string().optional(),
  updatedAt: z.string(),
  archivedAt: z.string().optional(),
  isSample: z.boolean(),
});
export type CaseRecord = z.output<typeof caseRecord>;

/** The answers of 新建, in the user's words; everything but the first may stay empty. */
export const newCaseAnswers = z.strictObject({
  claimant: z.string().max(200).default(''),
  bought: z.strictObject({
    name: z.string().max(200).default(''),
    kind: z.enum(['card-key', 'game-credit', 'membership', 'other']),
    /** 元 as typed. */
    price: z.string().max(20).default(''),
    quantity: z.int().min(1).max(100_000).default(1),
    platform: z.string().max(200).default(''),
    shop: z.string().max(200).default(''),
    channel: z.enum(dealChannels).optional(),
    /** YYYY-MM-DD, or empty. */
    paidOn: z.string().max(10).default(''),
    paidBy: z.string().max(200).default(''),
  }),
  issues: z.array(z.enum(issueKinds)).min(1),
  problem: z.string().max(20_000).default(''),
  answers: z
    .array(z.strictObject({ kind: z.enum(defenceKinds), said: z.string().max(20_000).default('') }))
    .default([]),
  asked: z.array(z.strictObject({ body: z.enum(filingBodies), filedOn: z.string().max(10).default('') })).default([]),
});
export type NewCaseAnswers = z.output<typeof newCaseAnswers>;

/** A step of the 案件工作台. */
export const caseSteps = ['parties', 'orders', 'promises', 'events', 'evidence', 'claims', 'papers', 'filing'] as const;
export type CaseStep = (typeof caseSteps)[number];

export const caseCheck = z.strictObject({
  revision: z.int(),
  /** Problems of the draft come first, as errors with id `draft.*`; then what the checks say. */
  findings: z.array(findingSchema.extend({ step: z.enum(caseSteps) })),
});
export type CaseCheck = z.output<typeof caseCheck>;

/** Something changed, in this window or another; what it says is enough to know what to ask for again. */
export const storeEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), id: caseId, revision: z.int() }),
  z.strictObject({ kind: z.literal('list') }),
  z.strictObject({ kind: z.literal('jobs') }),
  z.strictObject({ kind: z.literal('templates') }),
  z.strictObject({ kind: z.literal('settings') }),
]);
export type StoreEvent = z.output<typeof storeEvent>;

const byId = z.strictObject({ id: caseId });
const edited = caseRecord.pick({ revision: true, undo: true, redo: true, updatedAt: true });
export type Edited = z.output<typeof edited>;

export const caseProcedures = {
  list: oc.input(caseQuery).output(z.strictObject({ total: z.int(), cases: z.array(caseSummary) })),
  merchants: oc.output(z.array(z.strictObject({ name: z.string(), cases: z.int() }))),
  create: oc.input(newCaseAnswers).output(byId),
  /** Puts a finished example among the cases; the same one again is opened, not copied. */
  openSample: oc.input(z.strictObject({ name: z.string().max(100) })).output(byId),
  get: oc.input(byId).output(caseRecord),
  /**
   * All changes in one transaction with their undo entry. An older `baseRevision` is accepted when the changes since
   * touched other fields; otherwise REVISION_CONFLICT. Edits of one text box shortly after each other are one undo entry.
   */
  edit: oc
    .input(
      z.strictObject({
        id: caseId,
        baseRevision: z.int(),
        changes: z.array(change).min(1).max(1_000),
        /** What it was, for the undo menu: 修改商家名称. */
        label: z.string().max(100),
      }),
    )
    .output(edited),
  undo: oc.input(byId).output(caseRecord),
  redo: oc.input(byId).output(caseRecord),
  check: oc.input(byId).output(caseCheck),
  duplicate: oc.input(byId).output(byId),
  archive: oc.input(z.strictObject({ id: caseId, archived: z.boolean() })).output(z.void()),
  /** Into the bin, from which `restore` takes it back; nothing is deleted. */
  remove: oc.input(byId).output(z.void()),
  restore: oc.input(byId).output(z.void()),
  /** For good, only from the bin. */
  purge: oc.input(byId).output(z.void()),
  /** A .juli file or a folder with case.json (all its files' tickets); each becomes a case. Starts a job. */
  import: oc
    .input(z.strictObject({ tickets: z.array(z.string()).min(1).max(10_000) }))
    .output(z.strictObject({ job: z.string() })),
  watch: oc.output(eventIterator(storeEvent)),
};
