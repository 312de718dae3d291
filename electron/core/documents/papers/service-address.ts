import type { Claimant } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { courtBases } from '../../law/bases/court-bases.ts';
import { causeOfAction } from '../../law/dispute.ts';
import { citeInForce } from '../../law/provisions.ts';
import { isRepresented } from '../../law/representation.ts';
import { type ElementBox, tickBoxes } from '../elements/elements-form.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty } from '../party-words.ts';

/**
 * 送达地址确认书: where the court's papers reach each plaintiff, one sheet for each who signs. Electronic service needs
 * the party's own consent (民事诉讼法 90), so an open answer leaves both boxes empty.
 */
export interface ServiceAddress {
  readonly title: string;
  readonly sheets: {
    readonly court: Inline[];
    readonly rows: { readonly name: string; readonly lines: Inline[][] }[];
    readonly consent: ElementBox[];
    readonly statements: Inline[][];
    readonly signer: string;
    readonly date: string;
  }[];
}

export function buildServiceAddress(input: DocumentInput): ServiceAddress {
  const { case: file, facts } = input;
  return {
    title: '送达地址确认书',
    sheets: file.claimants.map((claimant, index) => {
      const { electronic } = claimant.serviceAddress ?? {};
      return {
        court: facts.need(file.addressees.court, '受诉人民法院名称', 'addressees.court'),
        rows: rowsOf(input, claimant, index),
        consent: tickBoxes(['同意', '不同意'], electronic === undefined ? [] : [electronic ? '同意' : '不同意']),
        statements: statements(input, electronic !== false),
        signer: isRepresented(claimant, file.date) ? '法定代理人（签名）' : '受送达人（签名）',
        date: formatDay(file.date),
      };
    }),
  };
}

function rowsOf({ case: file, facts }: DocumentInput, claimant: Claimant, index: number) {
  const path = `claimants[${index}]`;
  const who = numberedParty('原告', index, file.claimants.length);
  const { serviceAddress: given = {}, habitualResidence, agent } = claimant;
  const guardian = isRepresented(claimant, file.date) ? agent?.name : undefined;
  const need = (value: string | undefined, fact: string, field: string) => [
    facts.need(value, `${who}${fact}`, `${path}.${field}`),
  ];
  const rows: { name: string; lines: Inline[][] }[] = [
    { name: '案由', lines: [facts.need(causeOfAction(file), '案由', 'orders')] },
    { name: '受送达人', lines: [joinInline(...need(claimant.name, '姓名', 'name'), `（${who}）`)] },
    {
      name: '收件人',
      lines: need(given.recipient ?? guardian ?? claimant.name, '的收件人', 'serviceAddress.recipient'),
    },
    {
      name: '送达地址',
      lines: need(
        given.address ?? habitualResidence?.address ?? claimant.address,
        '送达地址',
        'serviceAddress.address',
      ),
    },
    { name: '邮政编码', lines: given.postcode === undefined ? [] : [text(given.postcode)] },
    { name: '联系电话', lines: need(given.phone ?? claimant.phone, '的收件电话', 'serviceAddress.phone') },
    ...electronicRows(claimant, need),
  ];
  return rows.filter(({ lines }) => lines.length > 0);
}

/** Where electronic papers go; of no use to whoever does not want them. */
function electronicRows(
  { serviceAddress: { electronic, mobile, email } = {}, phone, email: ownEmail }: Claimant,
  need: (value: string | undefined, fact: string, field: string) => Inline[][],
) {
  if (electronic !== true) return [];
  const [toMobile, toEmail] = [mobile ?? phone, email ?? ownEmail];
  return [
    { name: '接收电子文书的手机号码', lines: need(toMobile, '接收电子文书的手机号码', 'serviceAddress.mobile') },
    { name: '接收电子文书的电子邮箱', lines: toEmail === undefined ? [] : [text(toEmail)] },
  ];
}

/** What follows from the confirmation, as far as 民事诉讼法 90 says it; the rest is the signer's own promise. */
function statements({ case: file, law }: DocumentInput, mayAgree: boolean): Inline[][] {
  const electronic = mayAgree ? citeInForce(law.provisions, courtBases.electronicService, [file.date]) : undefined;
  return [
    text('本人确认以上地址和联系方式真实、准确，可以收到人民法院在本案中送达的诉讼文书。'),
    text(
      '地址、联系方式变更的，本人及时书面告知人民法院。地址不准确或者变更后没有告知的，本人可能因此不能及时收到文书。',
    ),
    ...(electronic === undefined
      ? []
      : [
          text(
            `同意电子送达的，人民法院可以采用能够确认收悉的电子方式送达，以送达信息到达本人所留系统的日期为送达日期；判决书、裁定书、调解书以电子方式送达的，本人可以另行索取纸质文书（${electronic.text}）。`,
          ),
        ]),
  ];
}
