import type { Respondent } from '../../../contract/case/case-file.ts';
import { hasGuardian, lacksGuardian } from '../../law/representation.ts';
import { type Inline, joinInline } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { numberedParty, type PartyWords } from '../party-words.ts';

/** One row of a table that has a name at the left. */
export interface NamedRow {
  readonly name: string;
  readonly lines: Inline[][];
}

/** `contact` is what a shop or platform needs to answer; `identity` what an authority or association asks as well. */
type ClaimantDetail = 'contact' | 'identity';

/** Who asks, one row a person, with whoever acts for them. */
export function claimantRows(
  { case: file, facts }: DocumentInput,
  words: PartyWords,
  detail: ClaimantDetail = 'contact',
): NamedRow[] {
  return file.claimants.map((claimant, index): NamedRow => {
    const path = `claimants[${index}]`;
    const who = numberedParty(words.claimant, index, file.claimants.length);
    const { agent, email, idType } = claimant;
    const agentTitle = hasGuardian(claimant, file.date) ? '法定代理人' : '代理人';
    const identity =
      detail === 'contact'
        ? []
        : [
            joinInline(`${idType}号码：`, facts.need(claimant.idNumber, `${who}证件号码`, `${path}.idNumber`)),
            joinInline('联系地址：', facts.need(claimant.address, `${who}联系地址`, `${path}.address`)),
          ];
    const guardian = lacksGuardian(claimant, file.date)
      ? [joinInline('法定代理人：', facts.need(undefined, `${who}的法定代理人`, `${path}.agent`))]
      : [];
    const acting =
      agent === undefined
        ? []
        : [
            joinInline(
              `${agentTitle}：`,
              facts.need(agent.name, `${who}的${agentTitle}姓名`, `${path}.agent.name`),
              agent.organisation === undefined ? '' : `，${agent.organisation}`,
              agent.phone === undefined ? '' : `，联系电话：${agent.phone}`,
            ),
          ];
    const named = joinInline(
      facts.need(claimant.name, `${who}姓名`, `${path}.name`),
      '，联系电话：',
      facts.need(claimant.phone, `${who}联系电话`, `${path}.phone`),
      email === undefined ? '' : `，电子邮箱：${email}`,
    );
    return { name: who, lines: [named, ...identity, ...guardian, ...acting] };
  });
}

/**
 * The other side as a platform or payment provider finds it: by its shop. The operator's name and address are told
 * where they are known, and asked for only where `isFullNeeded`, by whoever has to write to them.
 */
export function respondentRows(
  { case: file, facts }: DocumentInput,
  words: PartyWords,
  belongs: (respondent: Respondent) => boolean,
  isFullNeeded: boolean,
): NamedRow[] {
  const placed = file.respondents
    .map((respondent, index) => ({ respondent, index }))
    .filter(({ respondent }) => belongs(respondent));
  return placed.map(({ respondent, index }, place) => {
    const path = `respondents[${index}]`;
    const who = numberedParty(words.respondent, place, placed.length);
    const { name, shopName, address, phone, contact, creditCode, roles } = respondent;
    const shop = shopName ?? (roles.includes('merchant') ? file.orders[0]?.shop : undefined);
    const known = name ?? (isFullNeeded || shop === undefined ? undefined : `“${shop}”店铺经营者`);
    const details = [
      shop === undefined || known?.includes(shop) ? undefined : `店铺名称：${shop}`,
      creditCode === undefined ? undefined : `统一社会信用代码：${creditCode}`,
    ].filter((part) => part !== undefined);
    const reached = [
      contact === undefined ? undefined : `联系人：${contact}`,
      phone === undefined ? undefined : `联系电话：${phone}`,
    ].filter((part) => part !== undefined);
    const addressLine =
      address === undefined && !isFullNeeded
        ? []
        : [joinInline('地址：', facts.need(address, `${who}地址`, `${path}.address`))];
    return {
      name: who,
      lines: [
        joinInline(
          facts.need(known, `${who}名称`, `${path}.name`),
          details.length === 0 ? '' : `（${details.join('，')}）`,
        ),
        ...addressLine,
        ...(reached.length === 0 ? [] : [joinInline(reached.join('，'))]),
      ],
    };
  });
}
