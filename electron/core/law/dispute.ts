import type { Case, Filing, IssueKind, PromiseRow, Respondent } from '../../contract/case/case-file.ts';
import { ageOn } from '../../contract/case/moments.ts';
import type { Fen } from '../../contract/case/money.ts';

/** 消费者权益保护法 55(1): three times the price, and 500元 where that is less. */
export const smallestAddition: Fen = 500_00;

/** Sale or service: decides the 案由 and whether the rules of sale (民法典 615, 617) may be cited. */
export type ContractNature = 'sale' | 'service';

/**
 * A card key is sold; a membership and a top-up are services (law on 案由 since 2026-01-01, default reading). The
 * first item of the first order decides a mixed case; the court decides finally. `undefined` while no order is known.
 */
export function contractNature(file: Pick<Case, 'orders'>): ContractNature | undefined {
  const kind = file.orders[0]?.items[0]?.kind;
  switch (kind) {
    case undefined:
      return undefined;
    case 'card-key':
    case 'other':
      return 'sale';
    case 'game-credit':
    case 'membership':
      return 'service';
  }
}

/** 案由, by the names of 民事案件案由规定 in the version of 2026-01-01. Names only: the numbers are not settled. */
export function causeOfAction(file: Pick<Case, 'orders'>): string | undefined {
  switch (contractNature(file)) {
    case undefined:
      return undefined;
    case 'sale':
      return '信息网络买卖合同纠纷';
    case 'service':
      return '网络服务合同纠纷';
  }
}

/**
 * What the buyer gets back, in the words of 消费者权益保护法 52: 货款 for goods, 服务费用 for services. A top-up is called
 * what everybody calls it.
 */
export function priceWord(file: Pick<Case, 'orders'>): string {
  if (file.orders[0]?.items[0]?.kind === 'game-credit') return '充值款';
  switch (contractNature(file)) {
    case undefined:
      return '已付款项';
    case 'sale':
      return '货款';
    case 'service':
      return '服务费用';
  }
}

/**
 * The day whose law governs the deal: the first order or payment, else the day of the paper. Where nothing but a
 * renewal is in dispute, that is the deal, and the day it was charged is its day.
 */
export function dealDay(file: Pick<Case, 'orders' | 'date'> & Partial<Pick<Case, 'issues'>>): string {
  const isRenewalAlone = file.issues?.length === 1 && file.issues[0] === 'automatic-renewal';
  const days = file.orders.flatMap(({ placedAt, payments, renewal }) => {
    const charged = isRenewalAlone ? renewal?.chargedAt : undefined;
    const moments = charged === undefined ? [placedAt, ...payments.map(({ paidAt }) => paidAt)] : [charged];
    return moments.flatMap((at) => (at === undefined ? [] : [at.day]));
  });
  return days.sort()[0] ?? file.date;
}

export type PayerAge = 'under-8' | 'minor' | 'adult-or-unknown';

/** How old the youngest claimant was when the deal was made (民法典 17—20). */
export function payerAge(file: Pick<Case, 'claimants' | 'orders' | 'date'>): PayerAge {
  const ages = file.claimants.flatMap(({ birthDate }) =>
    birthDate === undefined ? [] : [ageOn(birthDate, dealDay(file))],
  );
  const youngest = Math.min(...ages);
  if (youngest < 8) return 'under-8';
  return youngest < 18 ? 'minor' : 'adult-or-unknown';
}

// A term, not a plain refusal: "平台答复不支持退款" names none.
const noRefundTerm =
  /概不退|不退不换|不退换|不(?:予|支持|能|可|接受)退换|不(?:予|支持|能|可|接受)?退[款货]?[、，]?不(?:予|支持|能|可|接受)?换|(?:虚拟|数字化?|特殊)(?:类)?(?:商品|产品)[^。；]{0,12}不(?:予|支持|能|可|接受)?退|一经[^。；]{0,8}不(?:予|支持|能|可|接受)?退/u;

/** True when the other side is reported to have answered with a term like 虚拟商品不退不换. */
export function wasRefusedByTerm(file: Pick<Case, 'statements' | 'filings' | 'events'>): boolean {
  const answers = [
    file.statements.answer,
    ...file.filings.map(({ answer }) => answer),
    ...file.events.map(({ text }) => text),
  ];
  return answers.some((answer) => answer !== undefined && noRefundTerm.test(answer));
}

/** The row that says the shop was presented as the platform's own (自营): the platform may then answer as the seller. */
export function ownBusinessRow(file: Pick<Case, 'promises'>): PromiseRow | undefined {
  return file.promises.find(({ subject, promised }) => /(?<![非未])自营/u.test(`${subject}${promised}`));
}

/** Shop or platform: a payment provider only moved the money. */
export function isTrader({ roles }: Pick<Respondent, 'roles'>): boolean {
  return roles.includes('merchant') || roles.includes('platform');
}

/** A step taken with the shop or on the platform, before anybody else was asked. */
export function isToTrader({ body }: Pick<Filing, 'body'>): boolean {
  return body === 'merchant' || body === 'platform';
}

/** True where the case has one of the issues. */
export function hasIssue({ issues }: Pick<Case, 'issues'>, ...kinds: readonly IssueKind[]): boolean {
  return issues.some((issue) => kinds.includes(issue));
}

/** True where the deal ran through a platform, whether or not it is among the respondents. */
export function hasPlatform({
  respondents,
  orders,
  addressees,
}: Pick<Case, 'respondents' | 'orders' | 'addressees'>): boolean {
  return (
    respondents.some(({ roles }) => roles.includes('platform')) ||
    addressees.platform !== undefined ||
    // An order that names a platform and not its channel was placed there.
    orders.some(
      ({ channel, platform }) => channel === 'platform-shop' || (channel === undefined && platform !== undefined),
    )
  );
}

/** True where what was delivered is not what was agreed: 功能不符, 描述虚假, 无法激活, 卡密无效. */
export function isNonConforming(file: Pick<Case, 'issues'>): boolean {
  return hasIssue(file, 'not-as-described', 'false-description', 'does-not-activate', 'key-invalid-or-used');
}

export type Fault = 'late' | 'not-performed' | 'not-conforming';

/** In what the other side failed, by the issues of the case; `undefined` where none is a failure to perform. */
export function faultOf(file: Pick<Case, 'issues' | 'promises'>): Fault | undefined {
  if (hasIssue(file, 'not-credited-or-late')) {
    return file.promises.some(({ interval }) => interval?.promisedUntil !== undefined) ? 'late' : 'not-performed';
  }
  if (isNonConforming(file)) return 'not-conforming';
  if (hasIssue(file, 'unused-membership-or-balance')) return 'not-performed';
  return hasIssue(file, 'no-after-sales') && file.promises.length > 0 ? 'not-conforming' : undefined;
}

/** Words for buying to sell on: not 生活消费 (消费者权益保护法 2). What is denied, or said of the other side, is none. */
const resale = /转卖|转售|倒卖|代理拿货/u;
const deniedOrOfOthers = /[不没未非勿]|禁止|商家|店铺|卖家|客服|平台|对方|他人/u;

/** The word for resale in a text about the purchase, or `undefined`. */
export function resaleWord(text: string): string | undefined {
  for (const clause of text.split(/[，。；、\n]/u)) {
    const found = resale.exec(clause);
    if (found !== null && !deniedOrOfOthers.test(clause.slice(0, found.index))) return found[0];
  }
  return undefined;
}
