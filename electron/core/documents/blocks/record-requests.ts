import type { Case, IssueKind, RecordRequest } from '../../../contract/case/case-file.ts';
import type { Facts } from '../facts.ts';
import { type Inline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase } from '../paper-text.ts';
import { numberedParty, type PartyWords } from '../party-words.ts';
import { orderPlatform } from './addressees.ts';

/** One record that the court is asked to get, and from whom: 证据规定 45 says what must be said of each. */
export interface SoughtRecord {
  readonly holder: RecordHolder;
  readonly records: Inline[];
  readonly proves: Inline[];
  readonly reason: Inline[];
}

export interface RecordHolder {
  readonly name: Inline[];
  /** An opponent is ordered to produce; from anybody else the court collects. */
  readonly standing: 'opponent' | 'outsider';
  readonly isPlatform: boolean;
  readonly isPerson: boolean;
}

/** What the case asks for; where it names nothing, what its goods and issues suggest. */
export function soughtRecords(input: DocumentInput, words: PartyWords): SoughtRecord[] {
  const { case: file } = input;
  return file.recordRequests.length > 0
    ? file.recordRequests.map((request, index) => named(input, words, request, index))
    : usual(file, words);
}

function named(
  { case: file, facts }: DocumentInput,
  words: PartyWords,
  { holder: id, holderName, records, proves, reason }: RecordRequest,
  index: number,
): SoughtRecord {
  const place = file.respondents.findIndex((one) => id !== undefined && one.id === id);
  const holder = place < 0 ? outsider(facts, holderName, index) : opponent(file, place, words);
  const told = paperPhrase(facts, words, reason);
  return {
    holder,
    records: paperPhrase(facts, words, records),
    proves: paperPhrase(facts, words, proves),
    reason: told.length > 0 ? told : usualReason(holder),
  };
}

function opponent({ respondents }: Case, index: number, words: PartyWords): RecordHolder {
  const party = respondents[index];
  const name = numberedParty(words.respondent, index, respondents.length);
  return {
    name: text(party?.name === undefined ? name : `${name}（${party.name}）`),
    standing: 'opponent',
    isPlatform: party?.roles.includes('platform') === true,
    isPerson: party?.kind === 'person',
  };
}

function outsider(facts: Facts, name: string | undefined, index: number): RecordHolder {
  return {
    name: facts.need(name, '持有该证据的单位', `recordRequests[${index}].holder`),
    standing: 'outsider',
    isPlatform: false,
    isPerson: false,
  };
}

function usualReason({ isPlatform, isPerson }: RecordHolder): Inline[] {
  if (isPerson) return text('由对方使用的账号或者设备生成、保存，申请人没有查询权限');
  return text(
    isPlatform
      ? '由平台系统生成、保存，申请人的账号只能看到其中一部分'
      : '由该单位的系统生成、保存，申请人没有查询权限',
  );
}

/** Only what the buyer cannot see in their own account: sources, logs and what was sent to whom. */
function usual(file: Case, words: PartyWords): SoughtRecord[] {
  const placed = file.respondents.map((respondent, index) => ({ respondent, index }));
  const withRole = (role: 'merchant' | 'platform') =>
    placed.find(({ respondent }) => respondent.roles.includes(role))?.index;
  const merchant = withRole('merchant');
  const platform = withRole('platform');
  const platformName = orderPlatform(file);
  const keeper: RecordHolder | undefined =
    platform !== undefined
      ? opponent(file, platform, words)
      : platformName === undefined
        ? undefined
        : {
            name: text(`“${platformName}”的经营者（案外人）`),
            standing: 'outsider',
            isPlatform: true,
            isPerson: false,
          };
  const seller = merchant === undefined ? keeper : opponent(file, merchant, words);
  const of = (holder: RecordHolder | undefined, rows: readonly Row[]) =>
    holder === undefined
      ? []
      : rows.map(([records, proves]) => ({
          holder,
          records: text(`涉案订单的${records}`),
          proves: text(proves),
          reason: usualReason(holder),
        }));
  return file.orders.length === 0 ? [] : [...of(seller, sellerRows(file)), ...of(keeper, platformRows)];
}

type Row = readonly [records: string, proves: string];

const platformRows: readonly Row[] = [
  [
    '商品页面快照（下单时），订单、发货（发放）和退款的后台记录',
    '合同内容、履行和退款的经过，用以认定履行是否符合约定',
  ],
];

/** Nothing that is not in dispute: a judge sends it back, and a log of use may speak against the buyer. */
function sellerRows(file: Case): Row[] {
  const kinds = new Set(file.orders.flatMap(({ items }) => items.map(({ kind }) => kind)));
  const has = (...issues: readonly IssueKind[]) => issues.some((issue) => file.issues.includes(issue));
  const isOnlyDescribedWrongly = file.issues.every((issue) => described.includes(issue));
  const rows: (Row | undefined)[] = [
    (file.keys.length > 0 || kinds.has('card-key')) && isKeyInDispute(file)
      ? [
          '卡密来源、发放时间和方式，以及激活、核销记录（时间、账号、设备或者网络地址）',
          `${keyQuestion(file)}，用以认定交付的卡密是否符合约定`,
        ]
      : undefined,
    kinds.has('game-credit') && (!has('minor-top-up') || has('not-credited-or-late'))
      ? ['充值指令的提交记录，到账账号、数量和时间', '是否已向约定的账号充值，用以认定是否履行']
      : undefined,
    kinds.has('membership') && !isOnlyDescribedWrongly
      ? ['会员开通、使用、到期和停用记录', '实际提供服务的期间和内容，用以认定应退的金额']
      : undefined,
    has('automatic-renewal')
      ? ['自动续费开通页面和确认记录、续费前提醒的发送记录、扣款记录', '是否以显著方式提请注意，何时扣款']
      : undefined,
    has('minor-top-up')
      ? ['充值账号的实名信息、登录日志和充值时的身份验证记录', '充值由谁操作、操作时是否验证身份']
      : undefined,
    file.claims.some(({ kind }) => kind === 'triple-damages')
      ? ['商品说明所依据的材料（授权、检测等）和商品页面的修改记录', '商品说明是否属实，何时知道不属实']
      : undefined,
  ];
  const asked = rows.filter((row) => row !== undefined);
  if (asked.length > 0) return asked;
  if (has('no-after-sales')) return [['售后请求的接收、处理和答复记录', '何时请求售后、是否得到处理']];
  return has(...described) ? [['商品页面、宣传内容的发布和修改记录', '承诺的内容，用以认定履行是否与承诺一致']] : [];
}

const described: readonly IssueKind[] = ['not-as-described', 'false-description'];

/** Whether a key works, and who used it, is asked of no key that did what a key does. */
function isKeyInDispute({ issues, keys }: Case): boolean {
  const isDisputed = issues.some((issue) =>
    ['does-not-activate', 'key-invalid-or-used', 'not-credited-or-late'].includes(issue),
  );
  return isDisputed || keys.some(({ state }) => !['activated', 'partly-used', 'unused'].includes(state));
}

function keyQuestion({ keys, issues }: Case): string {
  const states = new Set(keys.map(({ state }) => state));
  if (states.has('used-before-delivery')) return '卡密在交付前是否已被使用、由谁使用';
  if (states.has('unused')) return '卡密是否曾被激活或者使用';
  if (issues.includes('key-invalid-or-used')) return '卡密是否有效、在交付前是否已被使用';
  return states.has('does-not-activate') ? '卡密的适用范围，是否曾被激活' : '卡密是否有效、由谁在何时使用';
}
