import { z } from 'zod';
import {
  claimKinds,
  evidenceGroups,
  filingBodies,
  issueKinds,
  keyStates,
  respondentRoles,
  stages,
} from './case-kinds.ts';
import { evidencePathProblem } from './evidence-path.ts';
import { isDay, parseMoment } from './moments.ts';
import { parseYuan, yuanPattern } from './money.ts';

/**
 * The shape of `case.json`, format `juli.case/1`. One schema serves the reader, the types of the whole
 * program and `juli schema`. Nearly every fact is optional: a draft with gaps still prints, with a visible
 * blank and a finding for each (see core/documents/facts.ts). Reading turns 元 into 分 and dates into
 * `Moment`s; nothing after this file sees the written form again.
 */

// Control characters and bidirectional overrides can hide or reorder what a clerk reads. Tab and line feed stay.
const forbiddenCharacters = /(?![\t\n])\p{Cc}|[\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}]/u;

const printable = (maximum: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll('\r\n', '\n'))
    .max(maximum)
    .refine((text) => !forbiddenCharacters.test(text), {
      params: { expected: '不含控制字符、方向控制符的文字' },
    });

const line = printable(200).refine((text) => !text.includes('\n'), { params: { expected: '一行文字' } });
const filledLine = line.regex(/\S/).meta({ description: '不为空的一行文字' });
/** Free text: paragraphs split at line breaks; `{证据:编号}` becomes a living reference. */
const prose = printable(20_000);
const filledProse = prose.regex(/\S/).meta({ description: '不为空的文字' });
const identifier = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u)
  .meta({ description: '1 到 64 个汉字、字母、数字、连字符或下划线' });
const yuan = z
  .string()
  .regex(yuanPattern)
  .meta({ description: '金额，单位元，写成字符串，例如 "128.00"' })
  .transform(parseYuan);
const day = z
  .string()
  .refine(isDay, { params: { expected: '日期 YYYY-MM-DD' } })
  .meta({ format: 'date', description: '日期 YYYY-MM-DD' });
const moment = z
  .string()
  .transform((text, context) => {
    const parsed = parseMoment(text);
    if (parsed !== undefined) return parsed;
    context.issues.push({
      code: 'custom',
      input: text,
      params: { expected: '日期 YYYY-MM-DD，或带时区的时间 YYYY-MM-DDTHH:mm+08:00' },
    });
    return z.NEVER;
  })
  .meta({ description: '日期 YYYY-MM-DD，或带时区的时间 YYYY-MM-DDTHH:mm+08:00' });
const evidenceReferences = z.array(identifier).default([]);

const agent = z.strictObject({
  name: line.optional(),
  /** 民事诉讼法 61: who may act as agent. */
  kind: z.enum(['lawyer', 'legal-service-worker', 'relative', 'recommended-citizen']),
  organisation: line.optional(),
  phone: line.optional(),
  idNumber: line.optional(),
  /** 民事诉讼法 62: settling or waiving a claim needs special authority. */
  authority: z.enum(['general', 'special']),
});

/** What 民事诉讼法 124 asks of a plaintiff and 投诉举报处理办法 10 of a complainant. */
const claimant = z.strictObject({
  name: line.optional(),
  gender: z.enum(['男', '女']).optional(),
  birthDate: day.optional(),
  ethnicity: line.optional(),
  occupation: line.optional(),
  employer: line.optional(),
  phone: line.optional(),
  address: line.optional(),
  idType: line.default('居民身份证'),
  idNumber: line.optional(),
  email: line.optional(),
  agent: agent.optional(),
});

const respondent = z.strictObject({
  id: identifier.optional(),
  name: line.optional(),
  kind: z.enum(['company', 'sole-trader', 'person']).default('company'),
  roles: z.array(z.enum(respondentRoles)).min(1),
  shopName: line.optional(),
  address: line.optional(),
  phone: line.optional(),
  contact: line.optional(),
  creditCode: line.optional(),
  legalRepresentative: line.optional(),
  legalRepresentativePosition: line.optional(),
});

const item = z.strictObject({
  name: filledLine,
  specification: line.optional(),
  kind: z.enum(['card-key', 'game-credit', 'membership', 'other']),
  quantity: z.int().min(1).max(100_000).default(1),
  unitPrice: yuan,
});
const payment = z.strictObject({
  method: filledLine,
  amount: yuan,
  paidAt: moment.optional(),
  transactionNumber: line.optional(),
});
const refund = z.strictObject({ amount: yuan, receivedAt: moment.optional(), note: line.optional() });
const order = z.strictObject({
  id: identifier,
  number: line.optional(),
  platform: line.optional(),
  shop: line.optional(),
  placedAt: moment.optional(),
  /** The account that was to be topped up or activated. */
  account: line.optional(),
  items: z.array(item).min(1),
  payments: z.array(payment).default([]),
  refunds: z.array(refund).default([]),
});

const cardKey = z.strictObject({
  id: identifier,
  order: identifier,
  /** Masked: the papers never need the whole key. */
  label: line.optional(),
  state: z.enum(keyStates),
  shownAt: moment.optional(),
  triedAt: moment.optional(),
  outcome: prose.optional(),
  evidence: evidenceReferences,
});

/** A span drawn on the timeline. Without `promisedUntil` the promise had no end (终身、长期). */
const interval = z.strictObject({
  from: moment,
  promisedUntil: moment.optional(),
  promisedText: filledLine,
  actualUntil: moment,
  actualText: filledLine,
  /** True while the actual state still went on at `actualUntil` (仍未到账). */
  actualOngoing: z.boolean().default(false),
});
const promise = z.strictObject({
  subject: filledLine,
  promised: filledProse,
  /** Where it was promised: product page, advert, chat. */
  promisedIn: line.optional(),
  performed: filledProse,
  evidence: evidenceReferences,
  interval: interval.optional(),
});

const event = z.strictObject({
  at: moment,
  precision: z.enum(['exact', 'approximate']).default('exact'),
  text: filledProse,
  evidence: evidenceReferences,
});

const evidencePath = line.min(1).superRefine((path, context) => {
  const problem = evidencePathProblem(path);
  if (problem !== undefined) {
    context.addIssue({ code: 'custom', params: { expected: `案件文件夹内的相对路径（${problem}）` } });
  }
});
const evidenceFile = z
  .union([evidencePath, z.strictObject({ path: evidencePath, note: line.optional() })])
  .transform((file): { path: string; note?: string | undefined } => (typeof file === 'string' ? { path: file } : file));
const evidenceItem = z.strictObject({
  id: identifier,
  title: filledLine,
  group: z.enum(evidenceGroups),
  files: z.array(evidenceFile).min(1),
  source: prose.optional(),
  proves: prose.optional(),
  form: z.enum(['original', 'copy']).optional(),
  carrier: line.optional(),
});

const claim = z.strictObject({
  kind: z.enum(claimKinds),
  amount: yuan.optional(),
  text: prose.optional(),
  /** How the sum is reached. */
  calculation: prose.optional(),
  evidence: evidenceReferences,
});

/** Steps already taken. 投诉举报处理办法 16(二) makes some of them a ground of refusal elsewhere. */
const filing = z.strictObject({
  body: z.enum(filingBodies),
  name: line.optional(),
  filedOn: day.optional(),
  reference: line.optional(),
  status: z.enum(['filed', 'accepted', 'handled', 'refused', 'withdrawn']),
  answer: prose.optional(),
  evidence: evidenceReferences,
});

const statements = z.strictObject({
  /** What was bought, where and for what use. */
  background: prose.optional(),
  /** What went wrong, as seen. */
  problem: prose.optional(),
  /** What the merchant or platform answered. */
  answer: prose.optional(),
  /** Why that answer does not settle it. */
  reply: prose.optional(),
  additional: prose.optional(),
});

export const caseFileSchema = z
  .strictObject({
    format: z.literal('juli.case/1'),
    title: filledLine,
    /** The date the papers bear; also the only date that enters the packet's bytes. */
    date: day,
    stage: z.enum(stages).optional(),
    issues: z.array(z.enum(issueKinds)).min(1),
    claimants: z.array(claimant).min(1),
    respondents: z.array(respondent).min(1),
    orders: z.array(order).default([]),
    keys: z.array(cardKey).default([]),
    promises: z.array(promise).default([]),
    events: z.array(event).default([]),
    evidence: z.array(evidenceItem).default([]),
    claims: z.array(claim).default([]),
    filings: z.array(filing).default([]),
    statements: statements.default({}),
    addressees: z
      .strictObject({ platform: line.optional(), marketRegulator: line.optional(), court: line.optional() })
      .default({}),
    /** The two ticks of the official 《投诉登记表》, and the statement that its signer makes on other roads. */
    consents: z
      .strictObject({
        publishComplaint: z.boolean().optional(),
        delegateMediation: z.boolean().optional(),
        /** True: no court, arbitrator, authority or consumer association was asked (投诉举报处理办法 16(二)). */
        notFiledElsewhere: z.boolean().optional(),
      })
      .default({}),
  })
  .meta({ title: 'Juli case', description: 'juli.case/1' });

export type Case = z.output<typeof caseFileSchema>;
export type Claimant = Case['claimants'][number];
export type Agent = NonNullable<Claimant['agent']>;
export type Respondent = Case['respondents'][number];
export type Order = Case['orders'][number];
export type CardKey = Case['keys'][number];
export type PromiseRow = Case['promises'][number];
export type CaseEvent = Case['events'][number];
export type EvidenceItem = Case['evidence'][number];
export type Claim = Case['claims'][number];
export type Filing = Case['filings'][number];
export type IssueKind = (typeof issueKinds)[number];
