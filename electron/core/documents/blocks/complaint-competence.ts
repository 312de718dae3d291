import type { Respondent } from '../../../contract/case/case-file.ts';
import { complaintBases } from '../../law/bases/bases.ts';
import { type Inline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';
import { inBrackets } from './cite-applicable.ts';
import { complainedOf, complaintWords as words } from './complaint-facts.ts';

/**
 * Why this office: 投诉举报处理办法 13 第二款 for a site of the trader's own and for a platform itself, 第三款 for a
 * shop on a platform. Empty where the case does not say how it was sold, or knows no address that decides it, and
 * where the rule was not yet in force. What is sold in a private chat is left open: the rule does not name it.
 */
export function competenceLine(input: DocumentInput): Inline[] {
  const { case: file } = input;
  const channels = new Set(file.orders.map(({ channel }) => channel));
  const [channel] = channels;
  if (channels.size !== 1 || channel === undefined || channel === 'private-chat') return [];
  const parties = complainedOf(file).map(({ respondent }, place, { length }) => ({
    ...respondent,
    who: numberedParty(words.respondent, place, length),
  }));
  const merchants = parties.filter(({ roles }) => roles.includes('merchant'));
  const platform = parties.find(({ roles }) => roles.includes('platform'));
  const lines = (merchants.length > 0 ? merchants : parties).map((trader) =>
    // Who sells on a platform of its own is no shop inside one.
    channel === 'own-site' || trader.roles.includes('platform')
      ? ownLine(trader, inBrackets(input, [complaintBases.ownSite]))
      : shopLine(trader, platform, inBrackets(input, [complaintBases.platformShop])),
  );
  return text(lines.join(''));
}

type Party = Respondent & { readonly who: string };

/** Who runs a site or a platform. */
function ownLine({ who, roles, address }: Party, rule: string): string {
  if (address === undefined || rule === '') return '';
  const sells = roles.includes('platform') ? '系电子商务平台经营者' : '通过自建网站销售';
  return `${who}${sells}，住所地为${address}，由其住所地县级市场监督管理部门处理${rule}。`;
}

function shopLine({ who, publishedAddress }: Party, platform: Party | undefined, rule: string): string {
  const places = [
    publishedAddress && { office: '平台公示地址所在地', told: `在平台公示的地址为${publishedAddress}` },
    platform?.address && { office: '平台经营者住所地', told: `平台经营者${platform.who}的住所地为${platform.address}` },
  ].filter((place) => place !== undefined && place !== '');
  if (places.length === 0 || rule === '') return '';
  const offices = places.map(({ office }) => office).join('或者');
  const told = places.map((place) => place.told).join('，');
  return `${who}系平台内经营者，${told}，由${offices}的县级市场监督管理部门处理${rule}。`;
}
