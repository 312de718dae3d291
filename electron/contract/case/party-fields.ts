import { z } from 'zod';
import { agentKinds, respondentRoles } from './case-kinds.ts';
import { day, identifier, line, prose } from './field-types.ts';

/** The two sides of a dispute, as case.json holds them. */

const agent = z.strictObject({
  name: line.optional(),
  kind: z.enum(agentKinds),
  /** To the claimant: 母亲, 配偶. */
  relation: line.optional(),
  organisation: line.optional(),
  position: line.optional(),
  phone: line.optional(),
  address: line.optional(),
  idNumber: line.optional(),
  /** 民事诉讼法 62: settling or waiving a claim needs special authority. */
  authority: z.enum(['general', 'special']),
  /** 投诉举报处理办法 11 and 民事诉讼法 62: what the agent may do, and how long. */
  scope: prose.optional(),
  authorisedFrom: day.optional(),
  authorisedUntil: day.optional(),
});

/** 送达地址确认书: where the court's papers reach the party. */
const serviceAddress = z.strictObject({
  recipient: line.optional(),
  phone: line.optional(),
  address: line.optional(),
  postcode: line.optional(),
  /** Whether papers may be served electronically; unanswered prints both boxes empty. */
  electronic: z.boolean().optional(),
  mobile: line.optional(),
  email: line.optional(),
});

/** What 民事诉讼法 124 asks of a plaintiff and 投诉举报处理办法 10 of a complainant. */
export const claimant = z.strictObject({
  id: identifier.optional(),
  name: line.optional(),
  gender: z.enum(['男', '女']).optional(),
  birthDate: day.optional(),
  ethnicity: line.optional(),
  occupation: line.optional(),
  employer: line.optional(),
  position: line.optional(),
  phone: line.optional(),
  /** 住所地（户籍所在地）, also the address for letters unless `serviceAddress` names another. */
  address: line.optional(),
  /** 经常居住地: lived in without a break for a year and more (民事诉讼法解释 4). */
  habitualResidence: z.strictObject({ address: line.optional(), since: day.optional() }).optional(),
  serviceAddress: serviceAddress.optional(),
  idType: line.default('居民身份证'),
  idNumber: line.optional(),
  email: line.optional(),
  agent: agent.optional(),
});

export const respondent = z.strictObject({
  id: identifier.optional(),
  name: line.optional(),
  kind: z.enum(['company', 'sole-trader', 'person']).default('company'),
  roles: z.array(z.enum(respondentRoles)).min(1),
  shopName: line.optional(),
  address: line.optional(),
  /** The address the shop shows on the platform's page (投诉举报处理办法 13 第三款). */
  publishedAddress: line.optional(),
  phone: line.optional(),
  contact: line.optional(),
  creditCode: line.optional(),
  legalRepresentative: line.optional(),
  legalRepresentativePosition: line.optional(),
});
