import type { Case } from '../cases/case-file.ts';
import { ageOn } from '../cases/moments.ts';

/** Sale or service: decides the 案由 and whether the rules of sale (民法典 615, 617) may be cited. */
export type ContractNature = 'sale' | 'service';

/**
 * A card key is sold; a membership and a top-up are services (law on 案由 since 2026-01-01, default reading). The
 * first item of the first order decides a mixed case; the court decides finally.
 */
export function contractNature(file: Pick<Case, 'orders'>): ContractNature {
  const kind = file.orders[0]?.items[0]?.kind ?? 'card-key';
  switch (kind) {
    case 'card-key':
    case 'other':
      return 'sale';
    case 'game-credit':
    case 'membership':
      return 'service';
  }
}

/** 案由, by the names of 民事案件案由规定 in the version of 2026-01-01. Names only: the numbers are not settled. */
export function causeOfAction(file: Pick<Case, 'orders'>): string {
  switch (contractNature(file)) {
    case 'sale':
      return '信息网络买卖合同纠纷';
    case 'service':
      return '网络服务合同纠纷';
  }
}

/** What the buyer gets back, in the words of 消费者权益保护法 52: 货款 for goods, 服务费用 for services. */
export function priceWord(file: Pick<Case, 'orders'>): string {
  return contractNature(file) === 'sale' ? '货款' : '服务费用';
}

/** The day whose law governs the deal: the first order or payment, else the day of the paper. */
export function dealDay(file: Pick<Case, 'orders' | 'date'>): string {
  const days = file.orders.flatMap(({ placedAt, payments }) =>
    [placedAt, ...payments.map(({ paidAt }) => paidAt)].flatMap((at) => (at === undefined ? [] : [at.day])),
  );
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

/** True when the merchant or the platform was asked before: the 催告 of 民法典 563(1)(三). */
export function wasDemanded(file: Pick<Case, 'filings'>): boolean {
  return file.filings.some(
    ({ body, status }) => (body === 'merchant' || body === 'platform') && status !== 'withdrawn',
  );
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

/** True when the shop was presented as the platform's own (自营): the platform may then answer as the seller. */
export function wasShownAsPlatformsOwn(file: Pick<Case, 'promises'>): boolean {
  return file.promises.some(({ subject, promised }) => /自营/u.test(`${subject}${promised}`));
}
