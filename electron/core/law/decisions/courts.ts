import type { Case, Claimant } from '../../../contract/case/case-file.ts';
import { type Certainty, type Decision, decide, type Ground, type NeededFact } from '../decision.ts';
import { contractNature } from '../dispute.ts';
import type { Law } from '../law.ts';
import { jurisdictionGround } from '../tables/jurisdiction.ts';

/** A court the plaintiff may choose, by the place that makes it competent. */
export interface OpenCourt {
  readonly place: 'agreed' | 'buyer' | 'recipient' | 'defendant';
  readonly of: string;
  readonly address: string | undefined;
  readonly certainty: Certainty;
}

/** The courts open to the claimant for this contract, the surest first (民事诉讼法 24, 36; 解释 3, 4, 18, 20). */
export function openCourts(file: Case, law: Law): Decision<readonly OpenCourt[]> {
  const nature = contractNature(file);
  const rule = (id: Parameters<typeof jurisdictionGround>[1]) => jurisdictionGround(law.jurisdiction, id);
  if (nature === undefined) {
    return decide<readonly OpenCourt[]>(file, law, {
      answer: defendants(file),
      conclusion: '可以向被告住所地的法院起诉；还有没有别的法院，要看买的是什么。',
      grounds: rule('contract-court'),
      missing: [{ label: '订单和商品', path: 'orders' }, ...addresses(file)],
    });
  }
  const isPrivate = file.orders.some(({ channel }) => channel === 'private-chat');
  const online = rule(isPrivate ? 'online-sale-in-private' : 'online-sale');
  const agreed = agreedPlace(file);
  const own = nature === 'sale' ? buyers(file, isPrivate) : recipients(file);
  const courts = agreed.length > 0 ? [...agreed, ...defendants(file)] : [...own, ...defendants(file)];
  return decide<readonly OpenCourt[]>(file, law, {
    answer: courts.sort((first, second) => rank(first) - rank(second)),
    conclusion: `${unlessAgreed(file)}${conclusionOf(nature, isPrivate, agreed.length > 0)}`,
    grounds: [
      ...rule('contract-court'),
      ...(agreed.length > 0 ? rule('agreed-place') : nature === 'sale' ? online : rule('recipient-of-money')),
      ...residence(file, law),
      ...rule('choice-of-court'),
      ...(isWhereInternetCourtsAre(courts) ? rule('internet-court') : []),
    ],
    certainty: nature === 'sale' && !isPrivate && agreed.length === 0 && unlessAgreed(file) === '' ? '依法' : '有争议',
    missing: addresses(file),
  });
}

function conclusionOf(nature: 'sale' | 'service', isPrivate: boolean, isAgreed: boolean): string {
  if (isAgreed) return '约定了履行地点的，先看这个约定；也可以向被告住所地的法院起诉。';
  if (nature === 'service')
    return '可以向被告住所地的法院起诉；也可以主张收款一方（请求退款的原告）所在地的法院，但有争议。';
  return isPrivate
    ? '向被告住所地的法院起诉较稳妥；私下聊天成交的，买方住所地的法院不一定受理。'
    : '可以在买方住所地和被告住所地的法院中选一个起诉。';
}

/** A clause that picks a court or an arbitrator may shut these courts out (民事诉讼法 35, 127(二)); whether it does is asked apart. */
function unlessAgreed({ terms: { jurisdiction, arbitration } }: Case): string {
  const clauses = [
    ...(jurisdiction === undefined ? [] : ['约定法院的条款']),
    ...(arbitration === undefined ? [] : ['仲裁条款']),
  ];
  return clauses.length === 0 ? '' : `先看${clauses.join('和')}是否有效；对您没有约束力的，`;
}

function rank({ certainty }: OpenCourt): number {
  return certainty === '依法' ? 0 : 1;
}

function agreedPlace({ terms }: Case): OpenCourt[] {
  const place = terms.performancePlace;
  if (place === undefined || place.trim() === '') return [];
  return [{ place: 'agreed', of: '约定的履行地', address: place, certainty: '有争议' }];
}

function buyers(file: Case, isPrivate: boolean): OpenCourt[] {
  const certainty = isPrivate ? ('有争议' as const) : ('依法' as const);
  return homes(file).map((address) => ({ place: 'buyer', of: '买方住所地', address, certainty }));
}

function recipients(file: Case): OpenCourt[] {
  return homes(file).map((address) => ({ place: 'recipient', of: '收款一方所在地', address, certainty: '有争议' }));
}

function defendants({ respondents }: Case): OpenCourt[] {
  return respondents.map(({ name, shopName, address }) => ({
    place: 'defendant',
    of: `被告${name ?? shopName ?? ''}住所地`,
    address,
    certainty: '依法',
  }));
}

function homes({ claimants, date }: Case): (string | undefined)[] {
  return [...new Set(claimants.map((claimant) => homeOf(claimant, date)))];
}

/** 经常居住地 once lived in for a year without a break until suit, else 住所地 (民事诉讼法解释 3, 4). */
export function homeOf({ address, habitualResidence }: Claimant, on: string): string | undefined {
  return livedThereAYear(habitualResidence?.since, on) ? (habitualResidence?.address ?? address) : address;
}

function livedThereAYear(since: string | undefined, on: string): boolean {
  return since !== undefined && `${Number(since.slice(0, 4)) + 1}${since.slice(4)}` <= on;
}

function residence({ claimants, date }: Case, { jurisdiction }: Law): Ground[] {
  const lived = claimants.flatMap(({ habitualResidence }) =>
    habitualResidence === undefined ? [] : [habitualResidence],
  );
  if (lived.length === 0) return [];
  const counts = lived.some(({ since }) => livedThereAYear(since, date));
  return jurisdictionGround(jurisdiction, counts ? 'habitual-residence' : 'no-habitual-residence');
}

function isWhereInternetCourtsAre(courts: readonly OpenCourt[]): boolean {
  return courts.some(({ address }) => /北京|杭州|广州/u.test(address ?? ''));
}

function addresses({ claimants, respondents }: Case): NeededFact[] {
  return [
    ...claimants.flatMap(({ address }, index) =>
      address === undefined ? [{ label: '原告住所', path: `claimants[${index}].address` }] : [],
    ),
    ...respondents.flatMap(({ address }, index) =>
      address === undefined ? [{ label: '被告住所', path: `respondents[${index}].address` }] : [],
    ),
  ];
}
