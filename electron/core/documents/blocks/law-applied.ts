import type { Case } from '../../../contract/case/case-file.ts';
import { daysBetween, formatDay } from '../../../contract/case/moments.ts';
import { faultOf, payerAge } from '../../law/dispute.ts';
import { hasGuardian } from '../../law/representation.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import type { PartyWords } from '../party-words.ts';
import type { PlacedClaim } from './claims.ts';

export interface Pleading {
  readonly claims: readonly PlacedClaim[];
  readonly seller: string;
  readonly words: PartyWords;
  /** Where the paper tells what is wrong. */
  readonly problemAt: string;
}

/** The law applied to this case, a sentence a ground; none where the facts it turns on are told by statements alone. */
export function lawApplied(input: DocumentInput, pleading: Pleading): Inline[][] {
  return [
    ...faultApplied(input.case, pleading),
    ...noReasonApplied(input, pleading),
    ...renewalApplied(input.case, pleading),
    ...minorApplied(input.case, pleading),
  ];
}

function refundOf({ claims }: Pleading, route: 'fault' | 'no-reason'): PlacedClaim['claim'] | undefined {
  return claims
    .map(({ claim }) => claim)
    .find(
      (claim) =>
        (claim.kind === 'refund' || claim.kind === 'partial-refund') &&
        (claim.route === 'no-reason') === (route === 'no-reason'),
    );
}

function faultApplied(file: Case, pleading: Pleading): Inline[][] {
  const { seller, words, problemAt } = pleading;
  const fault = faultOf(file);
  const refund = refundOf(pleading, 'fault');
  if (fault === undefined || refund === undefined) return [];
  const sum = refund.kind === 'refund' ? '上述款项' : '所请求的款项';
  return [text(`${words.claimant}认为，${seller}${faultWords(fault, file)}（见${problemAt}），应当退还${sum}。`)];
}

function faultWords(fault: NonNullable<ReturnType<typeof faultOf>>, file: Case): string {
  switch (fault) {
    case 'late':
      return '未按约定期限履行';
    case 'not-performed':
      return '未按约定履行';
    case 'not-conforming':
      return file.promises.length > 0 ? '的履行与上述承诺不一致' : '的履行不符合约定';
  }
}

/**
 * The days on which a return without reasons turns: received, and asked within seven days from the day after
 * (七日无理由退货办法 10). Without a promise it turns on a question nobody has settled, so the court is asked it.
 */
function noReasonApplied({ case: file, facts }: DocumentInput, pleading: Pleading): Inline[][] {
  const { seller, words } = pleading;
  const delivery = file.events.find(({ kind }) => kind === 'delivery');
  const request = file.events.find(({ kind }) => kind === 'no-reason-request');
  if (refundOf(pleading, 'no-reason') === undefined || delivery === undefined || request === undefined) return [];
  if (file.claimants.length > 1 || daysBetween(delivery.at.day, request.at.day) > 7) return [];
  const shown = facts.references([...new Set([...delivery.evidence, ...request.evidence])]);
  const isPromised = file.orders.some(({ noReasonReturn }) => noReasonReturn?.promised === true);
  return [
    joinInline(
      `${words.claimant}于${formatDay(delivery.at.day)}收到商品，于${formatDay(request.at.day)}申请无理由退货`,
      shown.length === 0 ? [] : joinInline('，见', shown),
      isPromised
        ? `。${words.claimant}认为，${seller}应当按照承诺退还上述款项。`
        : '。是否适用无理由退货，请人民法院依法认定。',
    ),
  ];
}

/** 消费者权益保护法实施条例 10(2): attention is drawn before the service and before the day of renewal. */
function renewalApplied(file: Case, pleading: Pleading): Inline[][] {
  const { seller, words, problemAt } = pleading;
  if (!file.issues.includes('automatic-renewal') || refundOf(pleading, 'fault') === undefined) return [];
  return file.orders.flatMap(({ renewal }) => {
    const { chargedAt, noticeBeforeStart, noticeBeforeRenewal } = renewal ?? {};
    const isLacking = (notice: typeof noticeBeforeStart) => notice === 'none' || notice === 'unclear';
    const moments = [
      isLacking(noticeBeforeStart) ? `${words.claimant}接受服务前` : undefined,
      isLacking(noticeBeforeRenewal) && chargedAt !== undefined ? `${formatDay(chargedAt.day)}续费扣款前` : undefined,
    ].filter((moment) => moment !== undefined);
    if (moments.length === 0) return [];
    const lacking = `${seller}在${moments.join('和')}没有以显著方式提请注意`;
    return [text(`${words.claimant}认为，${lacking}（见${problemAt}），据此请求退还所请求的款项。`)];
  });
}

/** 民法典 144, 145: who is over eight needs the guardian's consent, unless the act suits the age: that the court finds. */
function minorApplied(file: Case, pleading: Pleading): Inline[][] {
  const { seller, words } = pleading;
  const [child, ...others] = file.claimants;
  if (!file.issues.includes('minor-top-up') || child === undefined || others.length > 0) return [];
  if (refundOf(pleading, 'fault') === undefined || !hasGuardian(child, file.date)) return [];
  const { claimant } = words;
  switch (payerAge(file)) {
    case 'under-8':
      return [text(`充值时${claimant}未满八周岁，${claimant}认为涉案充值行为无效，请求${seller}返还上述款项。`)];
    case 'minor':
      return [
        text(
          `充值时${claimant}已满八周岁、未满十八周岁，法定代理人对涉案充值不予追认，请求${seller}返还上述款项；涉案充值是否与${claimant}的年龄、智力相适应，请人民法院根据查明的事实认定。`,
        ),
      ];
    case 'adult-or-unknown':
      return [];
  }
}
