import type { Case, Order } from '../../../contract/case/case-file.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import type { Decision } from '../decision.ts';
import { automaticRenewal } from '../decisions/automatic-renewal.ts';
import { likelyCause } from '../decisions/cause-of-action.ts';
import { complaintAcceptance } from '../decisions/complaint-acceptance.ts';
import { complaintOffice } from '../decisions/complaint-office.ts';
import { consumerStatus } from '../decisions/consumer-status.ts';
import { courtCopies, courtFee } from '../decisions/court-costs.ts';
import { openCourts } from '../decisions/courts.ts';
import { arbitrationClause, jurisdictionClause } from '../decisions/dispute-clauses.ts';
import { eCommerceScope } from '../decisions/e-commerce-scope.ts';
import { fairPrice } from '../decisions/fair-price.ts';
import { fraud } from '../decisions/fraud.ts';
import { jointAction, jointComplaint } from '../decisions/joint-action.ts';
import { minorPurchase } from '../decisions/minors.ts';
import { noReasonReturn } from '../decisions/no-reason-return.ts';
import { parallelFiling } from '../decisions/parallel-filing.ts';
import { platformLiability } from '../decisions/platform-liability.ts';
import { prepaidScope } from '../decisions/prepaid.ts';
import { prepaidWithdrawal } from '../decisions/prepaid-withdrawal.ts';
import { recordHolders } from '../decisions/record-holders.ts';
import { rescission } from '../decisions/rescission.ts';
import { revocation } from '../decisions/revocation.ts';
import { smallClaimsEligibility } from '../decisions/small-claims-eligibility.ts';
import { termInvalid, termOutOfContract } from '../decisions/standard-terms.ts';
import type { Law } from '../law.ts';

/** One question of the advice with its decision. */
export interface AdviceTopic {
  readonly id: string;
  readonly question: string;
  readonly decision: Decision<unknown>;
  /** Figures and places that follow from the answer. */
  readonly details: readonly string[];
}

/** The questions that this case raises, in the order a lawyer would ask them. What it does not raise is left out. */
export function adviceTopics(file: Case, law: Law): AdviceTopic[] {
  return [...ofTheDeal(file, law), ...ofTheRefund(file, law), ...ofTheOtherSide(file, law), ...ofTheRoad(file, law)];
}

function topic(
  id: string,
  question: string,
  decision: Decision<unknown>,
  details: readonly string[] = [],
): AdviceTopic {
  return { id, question, decision, details };
}

/** Left out while the answer is one of `idle`: the case does not raise the question. */
function raised<Answer extends string>(
  id: string,
  question: string,
  decision: Decision<Answer>,
  ...idle: readonly Answer[]
): AdviceTopic[] {
  return idle.includes(decision.answer) ? [] : [topic(id, question, decision)];
}

/** One topic an order; several orders with one answer are one topic. */
function perOrder(file: Case, make: (order: Order) => AdviceTopic[]): AdviceTopic[] {
  const named = file.orders.flatMap((order) =>
    make(order).map((made) => ({
      made,
      name: order.number ?? order.id,
      text: [made.decision.conclusion, ...made.details].join(),
    })),
  );
  return named.flatMap(({ made, name, text }, index) => {
    if (named.findIndex((other) => other.text === text) !== index) return [];
    const isSame = named.every((other) => other.text === text);
    return [isSame ? made : { ...made, question: `${made.question}（订单${name}）` }];
  });
}

function ofTheDeal(file: Case, law: Law): AdviceTopic[] {
  return [
    topic('consumer-status', '是不是为生活消费购买', consumerStatus(file, law)),
    topic('e-commerce-scope', '能不能引用电子商务法', eCommerceScope(file, law)),
    ...raised('minor-purchase', '未成年人充值', minorPurchase(file, law), 'not-in-issue'),
    ...raised('automatic-renewal', '自动续费', automaticRenewal(file, law), 'not-in-issue'),
    ...raised('term-out-of-contract', '“不退不换”条款：算不算合同内容', termOutOfContract(file, law), 'no-term'),
    ...raised('term-invalid', '“不退不换”条款：内容有没有效', termInvalid(file, law), 'no-term'),
  ];
}

function ofTheRefund(file: Case, law: Law): AdviceTopic[] {
  const { addition: _, ...triple } = fraud(file, law);
  const asksTriple = file.claims.some(({ kind }) => kind === 'triple-damages');
  const isFraudRaised = asksTriple || file.fraud !== undefined || file.issues.includes('false-description');
  const isMembership = ({ prepaid, items }: Order) =>
    prepaid !== undefined || items.some(({ kind }) => kind === 'membership');
  return [
    topic('rescission', '能不能解除合同', rescission(file, law)),
    ...perOrder(file, (order) => [topic('no-reason-return', '能不能七日无理由退货', noReasonReturn(file, law, order))]),
    ...perOrder(file, (order) =>
      isMembership(order) ? [topic('prepaid-scope', '是不是预付式消费', prepaidScope(file, law, order))] : [],
    ),
    ...perOrder(file, (order) =>
      raised('prepaid-withdrawal', '预付款七日内退款', prepaidWithdrawal(file, law, order), 'not-prepaid'),
    ),
    ...perOrder(file, (order) => fairPriceTopic(file, law, order)),
    ...(isFraudRaised ? [topic('fraud', '能不能要求三倍赔偿', triple, additions(file, law))] : []),
    ...raised('revocation', '能不能请求撤销合同', revocation(file, law), 'not-stated'),
  ];
}

/** 消费者权益保护法 55(1): the price and its floor of 500元 are each buyer's own. */
function additions(file: Case, law: Law): string[] {
  const owners = new Set(file.orders.map(({ claimant }) => claimant));
  const buyers = owners.has(undefined) ? [undefined] : [...owners];
  return buyers.flatMap((buyer) => {
    const { addition } = fraud(file, law, buyer);
    const index = file.claimants.findIndex(({ id }) => id !== undefined && id === buyer);
    const whose = buyers.length === 1 ? '' : `${file.claimants[index]?.name ?? `第${index + 1}位投诉人`}：`;
    return addition === undefined ? [] : [`${whose}增加赔偿${formatYuan(addition.amount)}：${addition.calculation}。`];
  });
}

function fairPriceTopic(file: Case, law: Law, order: Order): AdviceTopic[] {
  // Of a renewal one charge is in dispute, and which one is the claim's to say.
  if (file.issues.every((issue) => issue === 'automatic-renewal')) return [];
  const { refund, ...decision } = fairPrice(file, law, order);
  const details = refund === undefined ? [] : [`按此计算为${formatYuan(refund.amount)}：${refund.calculation}。`];
  return [topic('fair-price', '退多少', decision, details)];
}

function ofTheOtherSide(file: Case, law: Law): AdviceTopic[] {
  return [
    ...raised('platform-liability', '平台承不承担责任', platformLiability(file, law), 'no-platform'),
    topic('record-holders', '记录由谁提供', recordHolders(file, law)),
  ];
}

function ofTheRoad(file: Case, law: Law): AdviceTopic[] {
  const { places, ...office } = complaintOffice(file, law);
  const courts = openCourts(file, law);
  return [
    topic('parallel-filing', '有没有向别处提出过', parallelFiling(file, law)),
    topic('complaint-acceptance', '12315会不会受理', complaintAcceptance(file, law)),
    topic(
      'complaint-office',
      '由哪里的市场监督管理部门处理',
      office,
      places.map(({ of, address }) => `${of}：${address ?? '还没有填写'}。`),
    ),
    ...raised('joint-complaint', '几个人怎样一起投诉', jointComplaint(file, law), 'one-complainant'),
    topic(
      'open-courts',
      '可以向哪里的法院起诉',
      courts,
      courts.answer.map(({ of, address, certainty }) => `${of}：${address ?? '还没有填写'}（${certainty}）。`),
    ),
    ...raised('jurisdiction-clause', '约定法院的条款', jurisdictionClause(file, law), 'none'),
    ...raised('arbitration-clause', '仲裁条款', arbitrationClause(file, law), 'none'),
    ...raised('joint-action', '几个人能不能一起起诉', jointAction(file, law), 'one-claimant'),
    topic('cause-of-action', '案由怎么写', likelyCause(file, law)),
    topic('small-claims', '适不适用小额诉讼', smallClaimsEligibility(file, law)),
    topic('court-fee', '起诉要交多少钱', courtFee(file, law)),
    topic('court-copies', '起诉材料准备几份', courtCopies(file, law)),
  ];
}
