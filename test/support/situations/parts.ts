import type { z } from 'zod';
import type { caseFileSchema } from '../../../electron/contract/case/case-file.ts';

/** A case as case.json writes it. All people, firms, places and numbers of the situations are invented. */
export type CaseInput = z.input<typeof caseFileSchema>;
type ClaimantInput = CaseInput['claimants'][number];
type RespondentInput = CaseInput['respondents'][number];
type EvidenceInput = NonNullable<CaseInput['evidence']>[number];

/** An adult with all that 民事诉讼法 124 asks for. `tail` makes number and phone one's own. */
export function person(name: string, tail: string, changes: Partial<ClaimantInput> = {}): ClaimantInput {
  return {
    name,
    gender: '女',
    birthDate: '1991-05-12',
    ethnicity: '汉族',
    occupation: '职员',
    employer: '据安市示例印务有限公司',
    phone: `1990000${tail}`,
    address: `据例省据安市东例区虚构路${tail}号`,
    idNumber: `00000019910512${tail}`,
    serviceAddress: {
      recipient: name,
      phone: `1990000${tail}`,
      address: `据例省据安市东例区虚构路${tail}号`,
      postcode: '000000',
      electronic: true,
      mobile: `1990000${tail}`,
    },
    ...changes,
  };
}

export function company(
  id: string,
  name: string,
  roles: RespondentInput['roles'],
  changes: Partial<RespondentInput> = {},
): RespondentInput {
  return {
    id,
    name,
    roles,
    address: `例州市据南区虚构大道${name.length}8号`,
    phone: '19900007001',
    contact: '客服专员',
    creditCode: `00000000000000${String(name.length).padStart(4, '0')}`,
    legalRepresentative: '贾示例',
    legalRepresentativePosition: '执行董事',
    ...changes,
  };
}

/** One screenshot of the claimant's phone. Its file bears the name of the item. */
export function screenshot(id: string, group: EvidenceInput['group'], title: string, proves: string): EvidenceInput {
  return {
    id,
    title,
    group,
    files: [`evidence/${id}.png`],
    source: '投诉人手机截图',
    proves,
    form: 'original',
    carrier: '投诉人手机',
  };
}

export const addressees = {
  platform: '有据商城',
  marketRegulator: '例州市据南区市场监督管理局',
  consumerAssociation: '例州市据南区消费者协会',
  paymentProvider: '据例支付有限公司',
  court: '据安市东例区人民法院',
};
export const consents = { publishComplaint: false, delegateMediation: true, notFiledElsewhere: true };
