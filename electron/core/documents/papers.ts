import type { Case } from '../../contract/case/case-file.ts';
import type { DocumentInput, PaperId } from './paper.ts';
import { buildAuthorisation } from './papers/authorisation.ts';
import { buildComparison } from './papers/comparison.ts';
import { buildComplaint12315 } from './papers/complaint-12315.ts';
import { buildConsumerAssociation } from './papers/consumer-association.ts';
import { buildEvidenceRequest } from './papers/evidence-request.ts';
import { buildPaymentDispute } from './papers/payment-dispute.ts';
import { buildPlatformAppeal } from './papers/platform-appeal.ts';
import { buildRebuttal } from './papers/rebuttal.ts';
import { buildRefundRequest, refundRequestTitle } from './papers/refund-request.ts';
import { buildServiceAddress } from './papers/service-address.ts';
import { buildSmallClaims } from './papers/small-claims.ts';

/** A paper: what it is called, and how its model is made from the facts. */
export interface Paper {
  readonly title: string;
  /** Where a case has the paper under another name. */
  readonly titleIn?: (file: Case) => string;
  readonly build: (input: DocumentInput) => object;
}

/** Every paper; the order of a packet is that of `paperIds`. */
export const papers: Readonly<Record<PaperId, Paper>> = {
  'refund-request': { title: '平台退款申请书', titleIn: refundRequestTitle, build: buildRefundRequest },
  'platform-appeal': { title: '平台介入申诉书', build: buildPlatformAppeal },
  'complaint-12315': { title: '投诉书', build: buildComplaint12315 },
  'consumer-association': { title: '消费者协会投诉书', build: buildConsumerAssociation },
  'payment-dispute': { title: '支付机构投诉材料', build: buildPaymentDispute },
  'small-claims': { title: '民事起诉状', build: buildSmallClaims },
  comparison: { title: '承诺与实际履行对比表', build: buildComparison },
  rebuttal: { title: '对商家抗辩的逐项回应', build: buildRebuttal },
  'evidence-request': { title: '调取证据申请书', build: buildEvidenceRequest },
  'service-address': { title: '送达地址确认书', build: buildServiceAddress },
  authorisation: { title: '授权委托书', build: buildAuthorisation },
};
