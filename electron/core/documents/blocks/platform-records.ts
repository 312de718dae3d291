import type { Case } from '../../../contract/case/case-file.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import { paperPhrase } from '../paper-text.ts';
import type { PartyWords } from '../party-words.ts';

/** Records that the platform is asked to look at, and what they would show. */
export interface RecordRow {
  readonly records: Inline[];
  readonly proves: Inline[];
}

/** Those that the case names for the platform, or for nobody in particular; else what its goods and issues suggest. */
export function platformRecords({ case: file, facts }: DocumentInput, words: PartyWords): RecordRow[] {
  const named = file.recordRequests.filter(({ holder, holderName }) => {
    const party = file.respondents.find(({ id }) => id !== undefined && id === holder);
    return (holder === undefined && holderName === undefined) || party?.roles.includes('platform') === true;
  });
  if (named.length > 0) {
    return named.map(({ records, proves }) => ({
      records: joinInline(paperPhrase(facts, words, records)),
      proves: joinInline(paperPhrase(facts, words, proves)),
    }));
  }
  return usualRecords(file).map(([records, proves]) => ({ records: text(records), proves: text(proves) }));
}

function usualRecords(file: Case): [records: string, proves: string][] {
  const kinds = new Set(file.orders.flatMap(({ items }) => items.map(({ kind }) => kind)));
  const rows: ([records: string, proves: string] | undefined)[] = [
    ['订单、付款、发货（发放）和退款记录', '交易经过和金额'],
    file.promises.length === 0 ? undefined : ['下单时的商品页面快照、服务说明及其修改记录', '商家承诺的内容'],
    file.keys.length > 0 || kinds.has('card-key')
      ? ['卡密的发放、首次查看以及平台或者商家持有的激活、核销记录（时间、账号）', '卡密是否有效、由谁在何时使用']
      : undefined,
    kinds.has('game-credit') ? ['充值指令的提交时间、到账账号和到账结果', '是否已向约定的账号充值'] : undefined,
    file.issues.includes('minor-top-up')
      ? ['账号的实名认证信息、充值时的登录设备和验证方式', '充值由谁操作']
      : undefined,
    file.issues.includes('automatic-renewal')
      ? ['自动续费的开通、提醒和扣款记录', '开通和扣款以前是否提醒过']
      : undefined,
    kinds.has('membership') ? ['会员的开通、到期、停用和续费记录', '实际提供服务的期间'] : undefined,
    ['平台内的聊天记录和售后处理记录', '提出请求的时间和商家的答复'],
  ];
  return rows.filter((row) => row !== undefined);
}
