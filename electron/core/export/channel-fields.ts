import type { Order, Respondent } from '../../contract/case/case-file.ts';
import { formatYuan } from '../../contract/case/money.ts';
import { issueWords, itemKindWords } from '../../contract/case/words.ts';
import { lengthOf } from '../cases/found-text.ts';
import { accountOfFacts } from '../documents/blocks/account-of-facts.ts';
import { complainedOf } from '../documents/blocks/complaint-facts.ts';
import { orderExhibits } from '../documents/exhibit-order.ts';
import { plainText } from '../documents/inline.ts';
import type { ChannelField } from '../law/tables/channels.ts';
import { channelClaims, type Told } from './channel-account.ts';
import { fitAccount, type ShortenableAccount, sentencesOf } from './channel-sentences.ts';

/** What goes into a box; "" for an optional one about which the case says nothing. */
export function fieldText(told: Told, account: ShortenableAccount, field: ChannelField): string {
  const { file, facts } = told;
  const limit = field.maxLength;
  const needed = (value: string, label: string, path: string) =>
    value === '' && field.isOptional ? '' : plainText(facts.need(value, label, path));
  const [complained] = complainedOf(file);
  const [claimant] = file.claimants;
  const respondentPath = `respondents[${complained?.index ?? 0}]`;
  switch (field.id) {
    case 'facts':
      return fitAccount(account, limit).text;
    case 'request':
      return (
        account.requests
          .map((form) => form.replace(/^请求：?/u, ''))
          .find((form) => limit === undefined || lengthOf(form) <= limit) ?? ''
      );
    case 'respondent':
      return needed(complained?.respondent.name ?? '', '商家名称', `${respondentPath}.name`);
    case 'respondent-address':
      return needed(addressOf(complained?.respondent), '商家地址', `${respondentPath}.address`);
    case 'goods':
      return needed(
        wholeWithin(distinct(file.orders.flatMap(({ items }) => items.map(({ name }) => name))), limit),
        '商品名称',
        'orders',
      );
    case 'category':
      return distinct(file.orders.flatMap(({ items }) => items.map(({ kind }) => itemKindWords[kind]))).join('、');
    case 'problem':
      return problems(told);
    case 'amount':
      return needed(refundSum(told), '请求退还的金额', amountPath(told));
    case 'order-number':
      return needed(
        wholeWithin(distinct(file.orders.map(({ number = '' }) => number)), limit),
        '订单编号',
        'orders[0].number',
      );
    case 'transaction-number':
      return needed(
        wholeWithin(
          distinct(
            file.orders.flatMap(({ payments }) => payments.map(({ transactionNumber = '' }) => transactionNumber)),
          ),
          limit,
        ),
        '支付交易单号',
        'orders[0].payments[0].transactionNumber',
      );
    case 'sales-channel':
      return needed(distinct(file.orders.map(salesChannel)).join('、'), '购买的平台或者网站', 'orders[0].platform');
    case 'handling-office':
      return needed(file.addressees.marketRegulator ?? '', '受理投诉的市场监督管理部门', 'addressees.marketRegulator');
    case 'name':
      return needed(claimant?.name ?? '', '姓名', 'claimants[0].name');
    case 'phone':
      return needed(claimant?.phone ?? '', '联系电话', 'claimants[0].phone');
    case 'address':
      return needed(claimant?.address ?? '', '联系地址', 'claimants[0].address');
    case 'negotiation':
      return wholeWithin(negotiation(told), limit, '');
    case 'images':
    case 'files':
      return wholeWithin(
        orderExhibits(file).map(({ number, title }) => `证据${number} ${title}`),
        limit,
        '；',
      );
  }
}

/** Whoever enforces no consumer law is told what does not fit, not what was untrue. */
function problems({ file, isToProvider }: Told): string {
  const issues = file.issues.map((issue) =>
    isToProvider && issue === 'false-description' ? 'not-as-described' : issue,
  );
  return [...new Set(issues)].map((issue) => issueWords[issue]).join('、');
}

function addressOf(respondent: Respondent | undefined): string {
  return respondent?.publishedAddress ?? respondent?.address ?? '';
}

/** What was asked of the shop and the platform before, sentence by sentence. */
function negotiation({ file, facts, words }: Told): string[] {
  return accountOfFacts(file, facts, { words, seller: '商家', shown: { orders: false, promises: false } })
    .filter(({ title }) => title === '协商和处理经过')
    .flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => sentencesOf(plainText(paragraph))));
}

/** What is to come back; additions on top of it are no refund. A bare number, as the box takes it. */
function refundSum({ file }: Told): string {
  const refunds = channelClaims(file).filter(({ claim: { kind } }) => kind === 'refund' || kind === 'partial-refund');
  if (refunds.length === 0 || refunds.some(({ claim }) => claim.amount === undefined)) return '';
  return formatYuan(refunds.reduce((sum, { claim }) => sum + (claim.amount ?? 0), 0)).replace('元', '');
}

function amountPath({ file }: Told): string {
  const open = channelClaims(file).find(
    ({ claim: { kind, amount } }) => (kind === 'refund' || kind === 'partial-refund') && amount === undefined,
  );
  return open === undefined ? 'claims' : `claims[${open.index}].amount`;
}

function salesChannel({ channel, platform }: Order): string {
  if (channel === 'own-site') return '商家自建网站';
  if (channel === 'private-chat') return '聊天中直接交易';
  return platform ?? '';
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value.trim() !== '');
}

/** As many of the values as fit, each whole; the first one alone is cut where even it is too long. */
function wholeWithin(values: readonly string[], limit = Number.POSITIVE_INFINITY, separator = '、'): string {
  let text = '';
  for (const value of values) {
    const longer = text === '' ? value : `${text}${separator}${value}`;
    if (lengthOf(longer) > limit) break;
    text = longer;
  }
  const [first = ''] = values;
  return text !== '' || first === '' || separator !== '、' ? text : `${[...first].slice(0, limit - 1).join('')}…`;
}
