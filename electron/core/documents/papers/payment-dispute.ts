import type { Case, Claim } from '../../../contract/case/case-file.ts';
import { formatMoment } from '../../../contract/case/moments.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { paymentProviderBases } from '../../law/bases/paper-bases.ts';
import { type AccountSection, accountOfFacts } from '../blocks/account-of-facts.ts';
import { merchantNames, withRole } from '../blocks/addressees.ts';
import { inBrackets } from '../blocks/cite-applicable.ts';
import { ownerName } from '../blocks/claimant-schedule.ts';
import { type ClaimLine, placedClaims, totalInWords } from '../blocks/claims.ts';
import { claimantRows, type NamedRow } from '../blocks/named-rows.ts';
import { refundInWords } from '../blocks/payments.ts';
import { requestLines } from '../blocks/request-lines.ts';
import {
  type Attachment,
  attachments,
  enclosedEvidence,
  type SignatureBlock,
  signatureBlock,
} from '../blocks/signature.ts';
import { type StepRow, stepRows } from '../blocks/steps-taken.ts';
import { withoutAccusations } from '../blocks/without-accusations.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import type { PartyWords } from '../party-words.ts';

const words: PartyWords = { claimant: '投诉人', respondent: '收款方' };

/**
 * 支付机构投诉材料: facts about payments, for whoever moved the money. A provider handles its users' complaints and keeps
 * their records; it decides on no sale, so nobody is accused of anything before it and no time limit is called law.
 */
export interface PaymentDispute {
  readonly title: string;
  readonly addressee: Inline[];
  readonly complainant: NamedRow[];
  readonly asked: { readonly number: number; readonly text: Inline[] }[];
  readonly requests: ClaimLine[];
  readonly total: Inline[];
  readonly payments: { readonly title: string; readonly rows: NamedRow[] }[];
  readonly account: AccountSection[];
  readonly steps: StepRow[];
  readonly limits: Inline[];
  readonly attachments: Attachment[];
  readonly signature: SignatureBlock;
}

export function buildPaymentDispute(input: DocumentInput): PaymentDispute {
  const { case: file, facts } = input;
  const told = withoutAccusations(file);
  const claims = placedClaims(told, isRefund);
  return {
    title: '支付机构投诉材料',
    addressee: facts.need(providerName(file), '受理投诉的支付机构', 'addressees.paymentProvider'),
    complainant: claimantRows(input, words),
    asked: askedOfProvider(input).map((line, index) => ({ number: index + 1, text: line })),
    requests: requestLines({ ...input, case: told }, words, claims, '请求退还的金额', 'dropped'),
    total: totalInWords(facts, claims),
    payments: paymentTables(input),
    account: accountOfFacts(told, facts, {
      words,
      seller: words.respondent,
      shown: { orders: true, promises: false, handling: true },
    }),
    steps: stepRows({ ...input, case: told }, words, ['merchant', 'platform', 'payment-provider']),
    limits: text(
      `本材料陈述付款和争议的经过。商品、服务是否符合约定，由${words.claimant}与${words.respondent}协商或者通过其他途径解决，不请求贵机构认定。`,
    ),
    attachments: attachments(['付款账单或者交易凭证', enclosedEvidence(file)]),
    signature: signatureBlock(file, words.claimant),
  };
}

/** What goes back over the way the money came. Damages and 退一赔三 are between the parties. */
function isRefund({ kind }: Claim): boolean {
  return kind === 'refund' || kind === 'partial-refund';
}

function providerName(file: Case): string | undefined {
  const named = withRole(file, 'payment-provider').flatMap(({ name }) => (name === undefined ? [] : [name]));
  return file.addressees.paymentProvider ?? (named.length === 0 ? undefined : named.join('、'));
}

/** Money sent to a person in a chat has no 商户 at its other end. */
function isTransfer({ orders }: Case): boolean {
  return orders.length > 0 && orders.every(({ channel }) => channel === 'private-chat');
}

/** The regulation is about payment institutions that are no banks. */
function isBank(file: Case): boolean {
  return /银行(?!卡)/u.test(providerName(file) ?? '');
}

function askedOfProvider(input: DocumentInput): Inline[][] {
  const { case: file } = input;
  const { handling, records, unauthorised } = paymentProviderBases;
  const isUnauthorised = file.orders.some(({ payments }) =>
    payments.some((payment) => payment.isUnauthorised === true),
  );
  return [
    ...(isUnauthorised
      ? [
          text(
            `上列注明“非本人授权”的付款不是${words.claimant}发出的，请核实，采取措施防止损失扩大，并依法处理已经造成的损失${inBrackets(input, unauthorised)}。`,
          ),
        ]
      : []),
    text(`请受理本投诉，及时处理，并告知受理编号${isBank(file) ? '' : inBrackets(input, handling)}。`),
    text(
      `请向${words.respondent}转达上述退款请求，核实其答复，并协助双方协商；${words.respondent}同意退款的，请协助原路退回。`,
    ),
    text(
      `请依法提供涉案交易的记录，包括${isTransfer(file) ? `${words.respondent}的名称` : `${words.respondent}的商户名称、商户订单号`}和交易状态${inBrackets(input, records)}。`,
    ),
    text('请书面告知处理结果；不能协助的事项，请说明理由。'),
  ];
}

/** One table a payment: its number at the provider is how the provider finds it. */
function paymentTables({ case: file, facts }: DocumentInput): PaymentDispute['payments'] {
  const paid = file.orders.flatMap((order, place) =>
    order.payments.map((payment, index) => ({ order, payment, path: `orders[${place}].payments[${index}]` })),
  );
  if (paid.length === 0) {
    const path = file.orders.length === 0 ? 'orders' : 'orders[0].payments';
    return [
      { title: '', rows: [{ name: '付款', lines: [facts.need(undefined, '付款时间、方式、金额和交易单号', path)] }] },
    ];
  }
  const payees = merchantNames(file);
  const tables = paid.map(({ order, payment, path }, index) => {
    const which = paid.length === 1 ? '' : `第${index + 1}笔付款的`;
    const payee = payees.length > 0 ? payees.join('、') : order.shop;
    const shown =
      payment.isUnauthorised === true ? `${formatYuan(payment.amount)}（非本人授权）` : formatYuan(payment.amount);
    const rows: NamedRow[] = [
      {
        name: '交易单号',
        lines: [facts.need(payment.transactionNumber, `${which}交易单号`, `${path}.transactionNumber`)],
      },
      {
        name: '付款时间',
        lines: [facts.need(payment.paidAt && formatMoment(payment.paidAt), `${which}付款时间`, `${path}.paidAt`)],
      },
      { name: '付款方式', lines: [text(payment.method)] },
      { name: '金额', lines: [text(shown)] },
      { name: '收款方', lines: payee === undefined ? [] : [text(`${payee}（以贵机构记录为准）`)] },
      {
        name: '商品和订单',
        lines: [
          joinInline(
            order.items.map(({ name }) => `“${name}”`).join('、'),
            order.number === undefined ? '' : `，订单编号${order.number}`,
            order.platform === undefined ? '' : `，${order.platform}`,
          ),
        ],
      },
    ];
    const owner = ownerName(file, words, order.claimant);
    return {
      title: paid.length === 1 ? '' : `第${index + 1}笔付款${owner === '' ? '' : `（${owner}）`}`,
      rows: rows.filter(({ lines }) => lines.length > 0),
    };
  });
  const refunds = file.orders.flatMap(({ refunds: back }) => back.map(refundInWords));
  return refunds.length === 0 ? tables : [...tables, { title: '', rows: [{ name: '已收到的退款', lines: refunds }] }];
}
