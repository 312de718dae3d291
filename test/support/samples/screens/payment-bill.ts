import { signAvatar } from './artwork.ts';
import { icon } from './icons.ts';
import { navigationBar, phone } from './phone.ts';
import { jufu } from './themes.ts';

export interface PaymentBill {
  readonly time: string;
  readonly battery: number;
  readonly payee: string;
  readonly payeeSign: string;
  readonly amount: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly orderRows: readonly { readonly label: string; readonly value: string }[];
}

/** One entry of the bill of the invented payment app 据付. */
export function paymentBill(bill: PaymentBill): string {
  const css = `
.status,.nav{background:#fff}.sheet{background:#fff;padding:22px 20px 10px;text-align:center}
.payee{font-size:15px;margin-top:10px}.amount{font-size:36px;font-weight:700;margin-top:4px;letter-spacing:-.5px;line-height:1.300}
.state{font-size:13px;color:#6b717a;margin-top:2px}
.list{background:#fff;padding:4px 20px 8px}.list.second{margin-top:8px}
.line{display:flex;padding:9.500px 0;font-size:14px;line-height:1.5}.line span:first-child{width:88px;flex:none;color:#8a9099}.line span:last-child{flex:1;min-width:0;overflow-wrap:anywhere}
.rule{border-top:1px solid #eff1f3;margin:10px 20px 0}
.more{background:#fff;margin-top:8px;padding:0 20px}.more .cell{border-top:1px solid #eff1f3}.more .cell:first-child{border:0}
.seal{text-align:center;color:#a3a9b1;font-size:11px;margin-top:22px;line-height:1.700}`;
  const lines = (rows: PaymentBill['rows']) =>
    rows
      .map((row) => `<div class="line"><span>${row.label}</span><span class="num">${row.value}</span></div>`)
      .join('');
  const body = `${navigationBar('账单详情')}
<div class="sheet"><div style="display:flex;justify-content:center">${signAvatar(52, bill.payeeSign, jufu.accent, jufu.accentEnd, 26)}</div><p class="payee">${bill.payee}</p><p class="amount num">−${bill.amount}</p><p class="state">交易成功</p></div>
<div class="list" style="border-top:1px solid #eff1f3">${lines(bill.rows)}</div>
<div class="list second">${lines(bill.orderRows)}</div>
<div class="more"><div class="cell">${icon('file', 19, jufu.accent)}<span class="value" style="margin-left:10px">申请电子回单</span>${icon('next', 15, '#b3b8bf')}</div><div class="cell">${icon('service', 19, jufu.accent)}<span class="value" style="margin-left:10px">对此订单有疑问</span>${icon('next', 15, '#b3b8bf')}</div><div class="cell">${icon('book', 19, jufu.accent)}<span class="value" style="margin-left:10px">添加备注和分类</span>${icon('next', 15, '#b3b8bf')}</div></div>
<p class="seal">据付 · 每一笔都有据可查<br>账单信息以实际交易为准</p>`;
  return phone({ time: bill.time, battery: bill.battery, css, body });
}
