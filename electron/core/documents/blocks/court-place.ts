import type { Case, Claimant } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { courtBases } from '../../law/bases/court-bases.ts';
import { homeOf } from '../../law/decisions/courts.ts';
import { contractNature } from '../../law/dispute.ts';
import { citeInForce } from '../../law/provisions.ts';
import { type Inline, joinInline, plainText, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase } from '../paper-text.ts';
import { numberedParty, type PartyWords } from '../party-words.ts';

/**
 * Why this court: said only where the addresses of the case show it, by naming them. The place of the defendant and
 * that of performance are both open to the plaintiff (民事诉讼法 24); a clause that picks a court is answered apart.
 */
export function courtPlaceParagraphs(input: DocumentInput, words: PartyWords): Inline[][] {
  return [...courtPlace(input, words), ...(isAtSellersPlace(input.case, words) ? [] : courtClause(input, words))];
}

function courtPlace(input: DocumentInput, words: PartyWords): Inline[][] {
  const { case: file } = input;
  const region = courtRegion(file.addressees.court);
  const law = cited(input, courtBases.contractCourt);
  if (region === undefined || law === '') return [];
  const links = [...performancePlace(input, words, region), ...defendantsPlace(file, words, region)];
  if (links.length === 0) return [];
  const rule = `合同纠纷可以由被告住所地或者合同履行地人民法院管辖（${law}）`;
  return [joinInline(`关于管辖：${rule}。`, ...links.map((link) => joinInline(link, '。')))];
}

/** "例州市据南区人民法院" → "例州市据南区", as it stands in an address. A court of another kind has no such region. */
export function courtRegion(court: string | undefined): string | undefined {
  return /^(.+?[省市区县旗州盟])(?:基层)?人民法院/u.exec(court?.trim() ?? '')?.[1];
}

function defendantsPlace({ respondents }: Case, words: PartyWords, region: string): Inline[][] {
  const here = respondents.flatMap(({ address }, index) =>
    address?.includes(region) === true ? [numberedParty(words.respondent, index, respondents.length)] : [],
  );
  return here.length === 0 ? [] : [text(`${here.join('、')}住所地在${region}`)];
}

/**
 * 解释 20 is for a sale made and delivered online; a service, and a deal made in a private chat, fall under 解释 18,
 * which courts do not read alike for a claim of repayment, so there the plaintiff's view is told as such. An agreed
 * place goes first.
 */
function performancePlace(input: DocumentInput, words: PartyWords, region: string): Inline[][] {
  const { case: file, facts } = input;
  const agreed = paperPhrase(facts, words, file.terms.performancePlace);
  if (agreed.length > 0) {
    const law = cited(input, courtBases.agreedPlace);
    return plainText(agreed).includes(region) && law !== ''
      ? [joinInline('合同约定的履行地点为', agreed, `（${law}）`)]
      : [];
  }
  const homes = file.claimants.flatMap((claimant, index) => {
    const home = homeIn(claimant, region, file.date);
    const who = numberedParty(words.claimant, index, file.claimants.length);
    return home === undefined ? [] : [{ who, place: placeOf(input, home) }];
  });
  if (homes.length === 0) return [];
  const isOnlineSale =
    contractNature(file) === 'sale' && file.orders.every(({ channel }) => channel !== 'private-chat');
  const law = cited(input, isOnlineSale ? courtBases.onlineSale : courtBases.receivingPlace);
  if (law === '') return [];
  const lived = [...new Set(homes.map(({ place }) => place))]
    .map((place) => {
      const living = homes.filter((home) => home.place === place).map(({ who }) => who);
      return `${living.join('、')}的${place}${living.length > 1 ? '均' : ''}在${region}`;
    })
    .join('，');
  return isOnlineSale
    ? [text(`涉案合同以信息网络方式订立并交付标的，以买受人住所地为合同履行地（${law}），${lived}`)]
    : [
        text(
          `${words.claimant}请求返还款项，主张以接收货币一方所在地为合同履行地（${law}），${lived}，请人民法院依法审查`,
        ),
      ];
}

function placeOf(input: DocumentInput, { since }: Home): string {
  if (since === undefined) return '住所地';
  const law = cited(input, courtBases.habitualResidence);
  return `经常居住地（自${formatDay(since)}起居住${law === '' ? '' : `，${law}`}）`;
}

interface Home {
  /** Since when, where it is the 经常居住地. */
  readonly since?: string;
}

function homeIn(claimant: Claimant, region: string, on: string): Home | undefined {
  const home = homeOf(claimant, on);
  if (home?.includes(region) !== true) return undefined;
  const { address, since } = claimant.habitualResidence ?? {};
  return since !== undefined && home === address && home !== claimant.address ? { since } : {};
}

/** A clause for the seller's own place takes nothing from who sues there: to call it void would be to argue with oneself. */
function isAtSellersPlace(file: Case, words: PartyWords): boolean {
  const { text: written = '', court } = file.terms.jurisdiction ?? {};
  const region = courtRegion(file.addressees.court);
  const namesPlace = /(?:卖家|卖方|商家|店铺|经营者|平台|公司|被告)(?:所在地|住所地|注册地)/u.test(written);
  return court === undefined && namesPlace && region !== undefined && defendantsPlace(file, words, region).length > 0;
}

/** 解释 31 is for the clause that was not pointed out; one that was may still lack what 民事诉讼法 35 asks for. */
function courtClause(input: DocumentInput, words: PartyWords): Inline[][] {
  const { case: file, facts } = input;
  const clause = file.terms.jurisdiction;
  if (clause === undefined) return [];
  const said = joinInline('合同文本载有管辖条款：“', paperPhrase(facts, words, clause.text), '”。');
  const agreed = cited(input, courtBases.agreedCourt);
  if (clause.court !== undefined && clause.court === file.addressees.court) {
    return agreed === '' ? [] : [joinInline(said, `${words.claimant}依该约定向人民法院起诉（${agreed}）。`)];
  }
  if (clause.wasPointedOut === undefined) {
    const answer = facts.need(undefined, '是否以合理方式提请注意', 'terms.jurisdiction.wasPointedOut');
    return [joinInline(said, '订立合同时，经营者对该条款', answer, '。')];
  }
  if (clause.wasPointedOut) {
    return agreed === ''
      ? []
      : [joinInline(said, `该条款所选人民法院与本案争议是否有实际联系，请人民法院依法审查（${agreed}）。`)];
  }
  const law = cited(input, courtBases.unnoticedCourtClause);
  const unnoticed = `该条款系经营者提供的格式条款，订立合同时没有以合理方式提请${words.claimant}注意`;
  return law === '' ? [] : [joinInline(said, `${unnoticed}，${words.claimant}主张其无效（${law}）。`)];
}

function cited({ case: file, law }: DocumentInput, ids: readonly string[]): string {
  return citeInForce(law.provisions, ids, [file.date])?.text ?? '';
}
