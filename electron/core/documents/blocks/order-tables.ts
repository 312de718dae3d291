import type { Case } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { filingBodyWords, keyStateWords } from '../../../contract/case/words.ts';
import { sumsOf } from '../../cases/order-sums.ts';
import { isToTrader } from '../../law/dispute.ts';
import { keyName } from '../card-key-mask.ts';
import { text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import type { PartyWords } from '../party-words.ts';
import { isOffPlatform } from './addressees.ts';
import { ownerName } from './claimant-schedule.ts';
import type { NamedRow } from './named-rows.ts';
import { orderFacts } from './payments.ts';

/** One order as a table; the title is "" where there is only one. */
export interface OrderTable {
  readonly title: string;
  readonly rows: NamedRow[];
}

/** Every order with payments, refunds and keys, and the numbers under which shop and platform were asked before. */
export function orderTables({ case: file, facts }: DocumentInput, words: PartyWords): OrderTable[] {
  if (file.orders.length === 0) {
    return [{ title: '', rows: [{ name: '订单', lines: [facts.need(undefined, '订单信息', 'orders')] }] }];
  }
  const earlier = earlierRequests(file);
  const tables = file.orders.map((order, index) => {
    const told = orderFacts(facts, order, index, file.orders.length);
    const keys = file.keys
      .filter((key) => key.order === order.id)
      .map(({ label, state }) => text(`${keyName(label)}：${keyStateWords[state]}`));
    const { paid, refunded, outstanding } = sumsOf([order]);
    const rows: NamedRow[] = [
      { name: '订单编号', lines: [told.number] },
      { name: isOffPlatform(file) ? '购买途径' : '交易平台、店铺', lines: [told.place] },
      { name: '下单时间', lines: [told.placedAt] },
      { name: '商品', lines: [told.items] },
      { name: '充值或使用账号', lines: told.account.length === 0 ? [] : [told.account] },
      { name: '付款', lines: told.payments },
      { name: '已收到的退款', lines: told.refunds },
      {
        name: '尚未退还',
        lines:
          refunded === 0 || outstanding < 0
            ? []
            : [text(`${formatYuan(paid)}减${formatYuan(refunded)}，计${formatYuan(outstanding)}`)],
      },
      { name: '卡密状态', lines: keys },
      ...(file.orders.length === 1 ? earlier : []),
    ];
    const owner = ownerName(file, words, order.claimant);
    return {
      title: file.orders.length === 1 ? '' : `第${index + 1}笔订单${owner === '' ? '' : `（${owner}）`}`,
      rows: rows.filter(({ lines }) => lines.length > 0),
    };
  });
  // A number given by a shop or platform does not say which of several orders it belongs to.
  return file.orders.length === 1 || earlier.length === 0
    ? tables
    : [...tables, { title: '此前的申请', rows: earlier }];
}

/** The numbers under which the platform finds what was asked before. */
function earlierRequests(file: Case): NamedRow[] {
  const lines = file.filings.flatMap(({ body, reference, filedOn }) =>
    isToTrader({ body }) && reference !== undefined
      ? [text(`${filingBodyWords[body]}：${reference}${filedOn === undefined ? '' : `（${formatDay(filedOn)}）`}`)]
      : [],
  );
  return lines.length === 0 ? [] : [{ name: '此前申请编号', lines }];
}
