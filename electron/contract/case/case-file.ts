import { z } from 'zod';
import { issueKinds, paperIds, stages } from './case-kinds.ts';
import {
  claim,
  court,
  defence,
  event,
  filing,
  fraud,
  recordRequest,
  statements,
  terms,
  witness,
} from './dispute-fields.ts';
import { evidenceItem } from './evidence-fields.ts';
import { day, filledLine, identifier, line } from './field-types.ts';
import { override } from './override-fields.ts';
import { claimant, respondent } from './party-fields.ts';
import { cardKey, order, promise } from './trade-fields.ts';

/**
 * The shape of `case.json`, format `juli.case/1`. One schema serves the reader, the types of the whole
 * program and `juli schema`. Nearly every fact is optional: a draft with gaps still prints, with a visible
 * blank and a finding for each (see core/documents/facts.ts). Reading turns 元 into 分 and dates into
 * `Moment`s; nothing after this file sees the written form again.
 */

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
    fraud: fraud.optional(),
    terms: terms.default({}),
    defences: z.array(defence).default([]),
    recordRequests: z.array(recordRequest).default([]),
    witnesses: z.array(witness).default([]),
    /** Two claimants who speak for a group before the market regulator (投诉举报处理办法 12). */
    representatives: z.array(identifier).max(2).default([]),
    /** The papers of the packet; unset means the three of `defaultPapers`. */
    papers: z.array(z.enum([...paperIds, 'timeline', 'evidence-list'])).optional(),
    court: court.default({}),
    addressees: z
      .strictObject({
        platform: line.optional(),
        marketRegulator: line.optional(),
        consumerAssociation: line.optional(),
        paymentProvider: line.optional(),
        court: line.optional(),
      })
      .default({}),
    /** Paragraphs of papers that were written by hand. */
    overrides: z.array(override).default([]),
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
export type EvidenceFile = EvidenceItem['files'][number];
export type RedactionBox = NonNullable<EvidenceFile['redactions']>[number];
export type Claim = Case['claims'][number];
export type Filing = Case['filings'][number];
export type Defence = Case['defences'][number];
export type RecordRequest = Case['recordRequests'][number];
export type Override = Case['overrides'][number];
export type IssueKind = (typeof issueKinds)[number];
