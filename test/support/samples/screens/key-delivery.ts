import { icon } from './icons.ts';
import { navigationBar, phone } from './phone.ts';
import type { Theme } from './themes.ts';

export interface KeyDelivery {
  readonly theme: Theme;
  readonly time: string;
  readonly battery: number;
  readonly product: string;
  readonly key: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly steps: readonly string[];
  readonly note: string;
}

/** The page on which a shop app shows the delivered key, masked. */
export function keyDelivery(delivery: KeyDelivery): string {
  const { theme } = delivery;
  const css = `
.status,.nav{background:#fff}
.ticket{margin:14px 12px 0;border-radius:14px;background:linear-gradient(135deg,#1c2442,#34457f);color:#fff;padding:18px;position:relative;overflow:hidden}
.ticket:after{content:'';position:absolute;right:-46px;top:-46px;width:150px;height:150px;border-radius:50%;border:26px solid rgba(255,255,255,.06)}
.ticket .kind{font-size:12px;opacity:.8}.ticket .name{font-size:17px;font-weight:700;margin-top:3px}
.key{margin-top:16px;border:1px dashed rgba(255,255,255,.45);border-radius:10px;background:rgba(255,255,255,.08);padding:13px 0;text-align:center;font-size:19px;font-weight:700;letter-spacing:1px}
.acts{display:flex;gap:10px;margin-top:14px}.acts span{flex:1;height:38px;border-radius:19px;display:flex;align-items:center;justify-content:center;gap:6px;font-size:14px;border:1px solid rgba(255,255,255,.5)}
.acts span:last-child{background:#fff;color:#1c2442;border:0;font-weight:700}
.done{display:flex;align-items:center;gap:8px;padding:14px 18px 0;font-size:14px;font-weight:700}
.detail{display:flex;font-size:13px;padding:6px 0}.detail span:first-child{width:84px;color:#7d838c;flex:none}
.step{display:flex;gap:10px;font-size:13px;padding:6px 0;color:#33383f}.step i{width:20px;height:20px;border-radius:10px;background:${theme.tint};color:${theme.accent};font-style:normal;font-weight:700;font-size:12px;text-align:center;line-height:20px;flex:none}
.note{margin:12px 12px 0;padding:10px 14px;border-radius:10px;background:${theme.tint};color:#9a3b1a;font-size:12px;display:flex;gap:8px;line-height:1.6}
.bar{height:56px;display:flex;align-items:center;gap:10px;padding:0 12px;border-top:1px solid #eceef1}.bar .pill{flex:1;height:38px;border-radius:19px}`;
  const body = `${navigationBar('卡密详情')}
<div class="done">${icon('tick', 20, '#16a35c', 2)}商家已自动发货</div>
<div class="ticket"><p class="kind">电子激活码 · 1份</p><p class="name">${delivery.product}</p><div class="key num">${delivery.key}</div><div class="acts"><span>${icon('lock', 17)}显示完整卡密</span><span>${icon('copy', 17)}复制卡密</span></div></div>
<div class="card">${delivery.rows.map((row) => `<div class="detail"><span>${row.label}</span><span class="num grow">${row.value}</span></div>`).join('')}</div>
<div class="card"><b style="font-size:15px">激活步骤</b><div style="height:5px"></div>${delivery.steps.map((step, index) => `<div class="step"><i>${index + 1}</i><span>${step}</span></div>`).join('')}</div>
<div class="note">${icon('info', 17, '#c2491f')}<span>${delivery.note}</span></div>`;
  const foot = `<div class="bar"><span class="pill">联系客服</span><span class="pill">申请售后</span></div>`;
  return phone({ time: delivery.time, battery: delivery.battery, css, body, foot });
}
