import { icon } from './icons.ts';
import { navigationBar, phone } from './phone.ts';
import type { Theme } from './themes.ts';

export interface OrderDetail {
  readonly theme: Theme;
  readonly time: string;
  readonly battery: number;
  readonly status: string;
  readonly statusLine: string;
  readonly shop: string;
  readonly thumbnail: string;
  readonly product: string;
  readonly specification: string;
  readonly price: string;
  /** A line under the goods: delivery of the key, the account to be credited. */
  readonly delivery: readonly { readonly label: string; readonly value: string }[];
  readonly details: readonly { readonly label: string; readonly value: string; readonly copy?: boolean }[];
  readonly buttons: readonly string[];
}

export function orderDetail(order: OrderDetail): string {
  const { theme } = order;
  const css = `
.head{background:linear-gradient(120deg,${theme.accent},${theme.accentEnd});color:#fff;padding:32px 0 56px}
.state{padding:6px 20px 0;display:flex;align-items:center}.state b{font-size:21px}.state p{font-size:13px;opacity:.92;margin-top:2px}
.stack{margin-top:-44px}.goods{display:flex;gap:10px;margin-top:10px}.thumb{width:76px;height:76px;border-radius:8px;overflow:hidden;flex:none}
.goods .name{font-size:13.500px;line-height:1.4}.goods .spec{font-size:11.500px;color:#8a9099;margin-top:4px}
.goods .cost{text-align:right;flex:none;font-size:14px}.goods .cost p{color:#8a9099;font-size:12px;margin-top:2px}
.sum{display:flex;font-size:13px;margin-top:9px;color:#5c626b}.sum span:last-child{margin-left:auto;color:#1f2329}
.total{border-top:1px solid #f0f1f3;margin-top:12px;padding-top:11px;display:flex;align-items:baseline;justify-content:flex-end;font-size:13px}.total b{font-size:20px;color:${theme.accent};margin-left:6px}
.detail{display:flex;font-size:13px;padding:4px 0;line-height:1.5}.detail span:first-child{width:78px;flex:none;color:#7d838c}.detail .v{flex:1;min-width:0;overflow-wrap:anywhere}.detail .c{color:${theme.accent};margin-left:8px;flex:none}
.chip{display:inline-block;font-size:11px;color:${theme.accent};background:${theme.tint};border-radius:4px;padding:1px 6px;margin-top:5px}
.bar{height:56px;display:flex;align-items:center;justify-content:flex-end;gap:8px;padding:0 12px;border-top:1px solid #eceef1}.bar .pill:last-child{color:${theme.accent};border-color:${theme.accent}}`;
  const body = `
<div class="head">${navigationBar('订单详情', { light: true })}<div class="state"><div class="grow"><b>${order.status}</b><p>${order.statusLine}</p></div>${icon('file', 42, 'rgba(255,255,255,.75)', 1.2)}</div></div>
<div class="stack">
<div class="card">${order.delivery.map((row) => `<div class="detail"><span>${row.label}</span><span class="v">${row.value}</span></div>`).join('')}</div>
<div class="card"><div class="row" style="gap:6px">${icon('shop', 18, '#33383f')}<b>${order.shop}</b>${icon('next', 14, '#9aa0a8')}<span class="grow"></span><span class="row" style="font-size:12px;color:${theme.accent};gap:3px">${icon('service', 16, theme.accent)}联系客服</span></div>
<div class="goods"><div class="thumb">${order.thumbnail}</div><div class="grow"><p class="name">${order.product}</p><p class="spec">${order.specification}</p></div><div class="cost num">¥${order.price}<p>×1</p></div></div>
<div class="sum"><span>商品总价</span><span class="num">¥${order.price}</span></div><div class="sum"><span>运费</span><span class="num">¥0.00</span></div>
<div class="total">实付款<b class="num">¥${order.price}</b></div></div>
<div class="card"><b style="font-size:15px">订单信息</b><div style="height:6px"></div>${order.details.map((row) => `<div class="detail"><span>${row.label}</span><span class="v num">${row.value}</span>${row.copy === true ? '<span class="c">复制</span>' : ''}</div>`).join('')}</div></div>`;
  const foot = `<div class="bar">${order.buttons.map((button) => `<span class="pill">${button}</span>`).join('')}</div>`;
  return phone({ time: order.time, battery: order.battery, overlay: true, light: true, css, body, foot });
}
