import type { Case, Order } from '../../../contract/case/case-file.ts';
import { formatMoment } from '../../../contract/case/moments.ts';
import { formatYuan } from '../../../contract/case/money.ts';
import { itemKindWords } from '../../../contract/case/words.ts';
import type { OrderSums } from '../../cases/order-sums.ts';
import type { Facts } from '../facts.ts';
import { type Inline, joinInline, text } from '../inline.ts';

/** One order as facts in words, each ready for a cell or a sentence. Missing facts are blanks and are noted. */
export interface OrderFacts {
  readonly place: Inline[];
  readonly number: Inline[];
  readonly placedAt: Inline[];
  readonly items: Inline[];
  /** One line a payment; a blank when the case names none. */
  readonly payments: Inline[][];
  readonly refunds: Inline[][];
  readonly account: Inline[];
}

/** `index` is the order's place in the case, for the JSON paths of missing facts. */
export function orderFacts(facts: Facts, order: Order, index: number, count: number): OrderFacts {
  const path = `orders[${index}]`;
  const which = count === 1 ? '' : `第${index + 1}笔订单`;
  return {
    place: facts.need(placeName(order), `${which}交易平台或者店铺`, `${path}.platform`),
    number: facts.need(order.number, `${which}订单编号`, `${path}.number`),
    placedAt: facts.need(order.placedAt && formatMoment(order.placedAt), `${which}下单时间`, `${path}.placedAt`),
    items: text(order.items.map(itemInWords).join('；')),
    payments:
      order.payments.length === 0
        ? [facts.need(undefined, `${which}付款方式和金额`, `${path}.payments`)]
        : order.payments.map((payment, place) => {
            const paidAt = facts.need(
              payment.paidAt && formatMoment(payment.paidAt),
              `${which}付款时间`,
              `${path}.payments[${place}].paidAt`,
            );
            const { method, amount, transactionNumber } = payment;
            const number = transactionNumber === undefined ? '' : `（交易单号${transactionNumber}）`;
            return joinInline(paidAt, `以${method}支付${formatYuan(amount)}${number}`);
          }),
    refunds: order.refunds.map(refundInWords),
    account: text(order.account ?? ''),
  };
}

export function refundInWords({ receivedAt, amount, note }: Order['refunds'][number]): Inline[] {
  const received = receivedAt === undefined ? '' : formatMoment(receivedAt);
  return text(`${received}收到退款${formatYuan(amount)}${note === undefined ? '' : `（${note}）`}`);
}

/** A shop stands on a platform; a seller of its own has a site, and who sells in a chat has neither. */
function placeName({ platform, shop, channel }: Order): string {
  if (channel === 'private-chat' && platform === undefined) {
    return shop === undefined ? '网络聊天' : `网络聊天（对方名称“${shop}”）`;
  }
  const kind = channel === 'own-site' && platform === undefined ? '网站' : '店铺';
  return `${platform ?? ''}${shop === undefined ? '' : `“${shop}”${kind}`}`;
}

function itemInWords(item: Order['items'][number]): string {
  const { name, specification, kind, quantity, unitPrice } = item;
  const details = [kind === 'other' ? undefined : itemKindWords[kind], specification].filter(
    (part) => part !== undefined,
  );
  const described = details.length === 0 ? '' : `（${details.join('，')}）`;
  const total = quantity === 1 ? '' : `，计${formatYuan(quantity * unitPrice)}`;
  return `“${name}”${described}${quantity}份，单价${formatYuan(unitPrice)}${total}`;
}

/** "共支付268.00元，已收到退款60.00元，尚有208.00元未退还"; before any refund, and after the last, without a rest. */
export function totalsInWords(totals: OrderSums): string {
  const paid = `共支付${formatYuan(totals.paid)}`;
  if (totals.refunded === 0) return `${paid}，尚未收到退款`;
  const rest = totals.outstanding > 0 ? `，尚有${formatYuan(totals.outstanding)}未退还` : '';
  return `${paid}，已收到退款${formatYuan(totals.refunded)}${rest}`;
}

/** The channels the money came by, each once: a refund is asked back the same way. */
export function paymentMethods(orders: Case['orders']): string[] {
  return [...new Set(orders.flatMap(({ payments }) => payments.map(({ method }) => method)))];
}
