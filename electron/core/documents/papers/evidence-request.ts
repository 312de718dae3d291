import { recordsBasis } from '../../law/bases/bases.ts';
import { courtBases } from '../../law/bases/court-bases.ts';
import { causeOfAction } from '../../law/dispute.ts';
import { isRepresented } from '../../law/representation.ts';
import { inBrackets } from '../blocks/cite-applicable.ts';
import { type SoughtRecord, soughtRecords } from '../blocks/record-requests.ts';
import { type SignatureBlock, signatureBlock } from '../blocks/signature.ts';
import { type Inline, joinInline, listInline, plainText, strong, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty, type PartyWords } from '../party-words.ts';

const words: PartyWords = { claimant: '申请人', respondent: '被告' };

/**
 * 调取证据申请书 to the court: an opponent is ordered to produce what it holds (民诉法解释 112; 证据规定 45), from
 * anybody else the court collects it (民事诉讼法 67 第二款).
 */
export interface EvidenceRequest {
  readonly title: string;
  readonly parties: Inline[][];
  readonly cause: Inline[];
  readonly holders: {
    readonly heading: Inline[];
    readonly records: {
      readonly number: number;
      readonly records: Inline[];
      readonly proves: Inline[];
      readonly reason: Inline[];
    }[];
  }[];
  readonly grounds: Inline[][];
  readonly court: Inline[];
  readonly signature: SignatureBlock;
}

export function buildEvidenceRequest(input: DocumentInput): EvidenceRequest {
  const { case: file, facts } = input;
  const sought = soughtRecords(input, words).map((record, index) => ({ ...record, number: index + 1 }));
  return {
    title: '调取证据申请书',
    parties: applicants(input),
    cause: facts.need(causeOfAction(file), '案由', 'orders'),
    holders: sought.length === 0 ? [nothingNamed(input)] : byHolder(sought),
    grounds: groundsOf(input, sought),
    court: facts.need(file.addressees.court, '受诉人民法院名称', 'addressees.court'),
    signature: signatureBlock(file, words.claimant),
  };
}

/** By name only: addresses stand in the statement of claim of the same case. */
function applicants({ case: file, facts }: DocumentInput): Inline[][] {
  return [
    ...file.claimants.flatMap((claimant, index) => {
      const { name, phone, agent } = claimant;
      const path = `claimants[${index}]`;
      const who = numberedParty(words.claimant, index, file.claimants.length);
      const applicant = joinInline(
        strong(`${who}（${numberedParty('原告', index, file.claimants.length)}）：`),
        facts.need(name, `${who}姓名`, `${path}.name`),
        '，联系电话：',
        facts.need(phone, `${who}联系电话`, `${path}.phone`),
        '。',
      );
      if (!isRepresented(claimant, file.date)) return [applicant];
      const guardian = facts.need(agent?.name, `${who}的法定代理人姓名`, `${path}.agent.name`);
      return [applicant, joinInline(strong('法定代理人：'), guardian, '。')];
    }),
    ...file.respondents.map(({ name, kind }, index) => {
      const path = `respondents[${index}]`;
      const who = numberedParty(words.respondent, index, file.respondents.length);
      return joinInline(
        strong(`${who}：`),
        facts.need(name, kind === 'person' ? `${who}姓名` : `${who}名称`, `${path}.name`),
        '。',
      );
    }),
  ];
}

type Numbered = SoughtRecord & { readonly number: number };

function byHolder(sought: readonly Numbered[]): EvidenceRequest['holders'] {
  const names = [...new Set(sought.map(({ holder }) => plainText(holder.name)))];
  return names.flatMap((name) => {
    const records = sought.filter(({ holder }) => plainText(holder.name) === name);
    const [first] = records;
    if (first === undefined) return [];
    const isOpponent = first.holder.standing === 'opponent';
    return [
      {
        heading: joinInline(isOpponent ? '责令' : '向', first.holder.name, isOpponent ? '提交：' : '调取：'),
        records: records.map(({ number, records: what, proves, reason }) => ({
          number,
          records: what,
          proves,
          reason,
        })),
      },
    ];
  });
}

function nothingNamed({ facts }: DocumentInput): EvidenceRequest['holders'][number] {
  const blank = (label: string) => facts.need(undefined, label, 'recordRequests');
  return {
    heading: joinInline('向', blank('持有证据的单位'), '调取：'),
    records: [
      {
        number: 1,
        records: blank('申请调取的证据'),
        proves: blank('该证据证明的事实'),
        reason: blank('不能自行收集的原因'),
      },
    ],
  };
}

function groundsOf(input: DocumentInput, sought: readonly Numbered[]): Inline[][] {
  const { case: file, facts } = input;
  const numbers = (standing: Numbered['holder']['standing']) =>
    sought.filter(({ holder }) => holder.standing === standing).map(({ number }) => number);
  const [held, elsewhere] = [numbers('opponent'), numbers('outsider')];
  const kept = sought.some(({ holder }) => holder.isPlatform) ? inBrackets(input, courtBases.platformRecords) : '';
  const duty = inBrackets(input, recordsBasis(file));
  const orders = file.orders.map(({ number }, index) =>
    facts.need(
      number,
      file.orders.length === 1 ? '订单编号' : `第${index + 1}笔订单的订单编号`,
      `orders[${index}].number`,
    ),
  );
  const listed = listInline(orders);
  return [
    ...(orders.length === 0
      ? []
      : [joinInline('上述证据与涉案订单（编号', listed, '）的订立和履行直接有关，是查明本案争议事实所需要的。')]),
    ...(held.length === 0
      ? []
      : [
          text(
            `第${held.join('、')}项在对方当事人控制之下，请人民法院责令其提交${inBrackets(input, courtBases.producedByOpponent)}；无正当理由拒不提交的，请人民法院认定申请人所主张的内容为真实${inBrackets(input, courtBases.refusalToProduce)}。`,
          ),
        ]),
    ...(elsewhere.length === 0
      ? []
      : [
          text(
            `第${elsewhere.join('、')}项由案外人持有，申请人因客观原因不能自行收集，请人民法院调查收集${inBrackets(input, courtBases.collectedByCourt)}。`,
          ),
        ]),
    ...dutyParagraphs(duty, kept),
  ];
}

/** 电子商务法 62 and, of a platform, 31: why the records exist and are owed. */
function dutyParagraphs(duty: string, kept: string): Inline[][] {
  const rules = [
    duty === '' ? undefined : `电子商务经营者在争议处理中应当提供原始合同和交易记录${duty}`,
    kept === '' ? undefined : `平台经营者应当保存商品、服务信息和交易信息，自交易完成之日起不少于三年${kept}`,
  ].filter((rule) => rule !== undefined);
  return rules.length === 0 ? [] : [text(`${rules.join('；')}。`)];
}
