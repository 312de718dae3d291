import type { Case } from '../cases/case-file.ts';
import { formatDay } from '../cases/moments.ts';
import { formatYuan } from '../cases/money.ts';
import { recordsBasis } from '../law/bases.ts';
import { type AccountSection, accountOfFacts, keyName } from './account-of-facts.ts';
import { type ClaimLine, calculationOf, isForCourtOnly, placedClaims, requestInWords, totalInWords } from './claims.ts';
import { type Inline, joinInline, text } from './inline.ts';
import { citeForDeal, groundParagraphs, standardTermParagraphs } from './legal-grounds.ts';
import type { DocumentInput } from './paper.ts';
import { paperPhrase } from './paper-text.ts';
import { isMinor, numberedParty, type PartyWords } from './party-words.ts';
import { orderFacts, paymentMethods, paymentTotals } from './payments.ts';
import { type Attachment, attachments, type SignatureBlock, signatureBlock } from './signature.ts';
import { filingBodyWords, keyStateWords } from './words.ts';

const words: PartyWords = { claimant: '申请人', respondent: '被申请人' };

/** One row of a table that has a name at the left. */
export interface NamedRow {
  readonly name: string;
  readonly lines: Inline[][];
}

/** 平台退款申请书: to the platform and the merchant, before anybody else is asked. */
export interface RefundRequest {
  readonly title: string;
  readonly addressees: Inline[];
  readonly applicant: NamedRow[];
  readonly requests: ClaimLine[];
  readonly total: Inline[];
  readonly manner: Inline[][];
  readonly orders: { readonly title: string; readonly rows: NamedRow[] }[];
  readonly promises: {
    readonly subject: string;
    readonly promised: Inline[];
    readonly performed: Inline[];
    /** One reference a line. */
    readonly evidence: Inline[][];
  }[];
  readonly account: AccountSection[];
  readonly hasGrounds: boolean;
  readonly grounds: Inline[][];
  readonly rebuttal: Inline[][];
  readonly attachments: Attachment[];
  readonly signature: SignatureBlock;
}

export function buildRefundRequest(input: DocumentInput): RefundRequest {
  const { case: file, facts } = input;
  const grounds = groundParagraphs(input, 'elsewhere', words, '商家');
  const rebuttal = standardTermParagraphs(input, 'elsewhere', words);
  const claims = placedClaims(file, (claim) => !isForCourtOnly(claim));
  return {
    title: '平台退款申请书',
    addressees: addresseesOf(input),
    applicant: applicantRows(input),
    requests:
      claims.length === 0
        ? [{ number: 1, request: joinInline(facts.need(undefined, '退款请求', 'claims'), '。'), calculation: [] }]
        : claims.map((claim, index) => ({
            number: index + 1,
            request: joinInline(requestInWords(facts, file, words, claim), '。'),
            calculation: calculationOf(facts, file, words, claim),
          })),
    total: totalInWords(facts, claims),
    manner: mannerOfAnswer(input),
    orders: orderTables(input),
    promises: file.promises.map(({ subject, promised, promisedIn, performed, evidence }) => ({
      subject,
      promised: joinInline(paperPhrase(facts, words, promised), promisedIn === undefined ? '' : `（${promisedIn}）`),
      performed: paperPhrase(facts, words, performed),
      evidence: evidence.map((id) => facts.references([id])),
    })),
    account: accountOfFacts(file, facts, { words, seller: '商家', shown: { orders: true, promises: true } }),
    hasGrounds: grounds.length + rebuttal.length > 0,
    grounds,
    rebuttal,
    attachments: attachments([
      file.evidence.length === 0 ? undefined : `证据材料${file.evidence.length}项（见《证据目录》和证据附件）`,
      '申请人身份信息（按平台规则核验时提供）',
    ]),
    signature: signatureBlock(file, words.claimant),
  };
}

/** The platform first, then the shop: whichever of them the case names. */
function addresseesOf({ case: file, facts }: DocumentInput): Inline[] {
  const named = (role: 'platform' | 'merchant') =>
    file.respondents.flatMap((party) => (party.roles.includes(role) ? [party] : []));
  const platform = file.addressees.platform ?? named('platform')[0]?.name ?? file.orders[0]?.platform;
  const merchants = named('merchant').flatMap(({ name, shopName }) => {
    if (name === undefined) return shopName === undefined ? [] : [`“${shopName}”店铺`];
    return [shopName === undefined ? name : `${name}（“${shopName}”店铺）`];
  });
  const addressees = [...new Set([platform, ...merchants].filter((name) => name !== undefined))];
  return facts.need(addressees.join('、'), '受理退款申请的平台名称', 'addressees.platform');
}

function applicantRows({ case: file, facts }: DocumentInput): NamedRow[] {
  return file.claimants.flatMap((claimant, index): NamedRow[] => {
    const path = `claimants[${index}]`;
    const who = numberedParty(words.claimant, index, file.claimants.length);
    const { agent, email } = claimant;
    const agentTitle = isMinor(claimant, file.date) ? '法定代理人' : '代理人';
    return [
      {
        name: who,
        lines: [
          joinInline(
            facts.need(claimant.name, `${who}姓名`, `${path}.name`),
            '，联系电话：',
            facts.need(claimant.phone, `${who}联系电话`, `${path}.phone`),
            email === undefined ? '' : `，电子邮箱：${email}`,
          ),
          ...(agent === undefined
            ? []
            : [
                joinInline(
                  `${agentTitle}：`,
                  facts.need(agent.name, `${who}的${agentTitle}姓名`, `${path}.agent.name`),
                  agent.phone === undefined ? '' : `，联系电话：${agent.phone}`,
                ),
              ]),
        ],
      },
    ];
  });
}

function orderTables({ case: file, facts }: DocumentInput): RefundRequest['orders'] {
  if (file.orders.length === 0) {
    return [{ title: '', rows: [{ name: '订单', lines: [facts.need(undefined, '订单信息', 'orders')] }] }];
  }
  const earlier = earlierRequests(file);
  const tables = file.orders.map((order, index) => {
    const told = orderFacts(facts, order, index, file.orders.length);
    const keys = file.keys
      .filter((key) => key.order === order.id)
      .map(({ label, state }) => text(`${keyName(label)}：${keyStateWords[state]}`));
    const { paid, refunded, outstanding } = paymentTotals([order]);
    const rows: NamedRow[] = [
      { name: '订单编号', lines: [told.number] },
      { name: '交易平台、店铺', lines: [told.place] },
      { name: '下单时间', lines: [told.placedAt] },
      { name: '商品', lines: [told.items] },
      { name: '充值或使用账号', lines: told.account.length === 0 ? [] : [told.account] },
      { name: '付款', lines: told.payments },
      { name: '已收到的退款', lines: told.refunds },
      {
        name: '尚未退还',
        lines:
          refunded === 0 ? [] : [text(`${formatYuan(paid)}减${formatYuan(refunded)}，计${formatYuan(outstanding)}`)],
      },
      { name: '卡密状态', lines: keys },
      ...(file.orders.length === 1 ? earlier : []),
    ];
    return {
      title: file.orders.length === 1 ? '' : `第${index + 1}笔订单`,
      rows: rows.filter(({ lines }) => lines.length > 0),
    };
  });
  // A number given by a shop or platform does not say which of several orders it belongs to.
  return file.orders.length === 1 || earlier.length === 0
    ? tables
    : [...tables, { title: '此前的申请', rows: earlier }];
}

/** The numbers under which the platform finds what was asked before. */
function earlierRequests(file: Case): NamedRow[] {
  const lines = file.filings.flatMap(({ body, reference, filedOn }) =>
    (body === 'merchant' || body === 'platform') && reference !== undefined
      ? [text(`${filingBodyWords[body]}：${reference}${filedOn === undefined ? '' : `（${formatDay(filedOn)}）`}`)]
      : [],
  );
  return lines.length === 0 ? [] : [{ name: '此前申请编号', lines }];
}

/** How the money should come back and what a refusal should contain. No day count: the law sets none for this step. */
function mannerOfAnswer(input: DocumentInput): Inline[][] {
  const { case: file } = input;
  const methods = paymentMethods(file.orders);
  const route = methods.length === 0 ? '原付款渠道' : `原付款渠道（${methods.join('、')}）`;
  const records = citeForDeal(input, recordsBasis(file));
  const legal = records === undefined ? '' : `（${records.text}）`;
  return [
    text(`请将退款退回${route}，并告知退款的时间和金额。`),
    text(
      `如不同意全部或者部分退款，请以书面形式答复，写明具体理由、所依据的规则条款和公示位置，并提供据以认定的订单、交付、激活或者核销记录${legal}。`,
    ),
    text('请在平台公示的处理时限内答复，并告知本申请的受理编号。'),
  ];
}
