import { icon } from './icons.ts';
import { phone } from './phone.ts';

export interface KeyQuery {
  readonly time: string;
  readonly battery: number;
  readonly address: string;
  readonly keyLabel: string;
  readonly rows: readonly { readonly label: string; readonly value: string; readonly strong?: boolean }[];
  readonly queriedAt: string;
}

/** The software maker's web page that tells the state of a key, in a phone browser. */
export function keyQuery(query: KeyQuery): string {
  const css = `
.status{background:#eef1f5}.address{background:#eef1f5;height:50px;display:flex;align-items:center;padding:0 12px;gap:10px}
.address .box{flex:1;height:36px;border-radius:18px;background:#fff;display:flex;align-items:center;gap:7px;padding:0 14px;font-size:13px;color:#33383f}
.site{background:#fff;height:52px;display:flex;align-items:center;padding:0 16px;gap:9px;border-bottom:1px solid #e7ebf1}.site b{font-size:16px;color:#12306b}.site .menu{margin-left:auto;display:grid;gap:4px}.site .menu i{width:18px;height:2px;background:#12306b;display:block}
.banner{background:linear-gradient(120deg,#12306b,#2b63b5);color:#fff;padding:20px 18px 44px}.banner h1{font-size:21px}.banner p{font-size:13px;opacity:.85;margin-top:3px}
.form{margin:-26px 14px 0;background:#fff;border-radius:12px;padding:14px;border:1px solid #e3e8f0}.form label{font-size:13px;color:#5c626b}
.input{height:44px;border:1px solid #c9d3e2;border-radius:8px;margin-top:6px;display:flex;align-items:center;padding:0 12px;font-size:15px;letter-spacing:.5px}
.go{height:44px;border-radius:8px;background:#1f4fa3;color:#fff;font-weight:700;display:flex;align-items:center;justify-content:center;margin-top:10px;font-size:15px}
.result{margin:12px 14px 0;background:#fff;border-radius:12px;border:1px solid #e3e8f0;overflow:hidden}.result .t{padding:12px 14px;font-weight:700;display:flex;align-items:center;gap:7px;border-bottom:1px solid #eef1f5;font-size:15px}
.result .l{display:flex;padding:9px 14px;font-size:14px;border-bottom:1px solid #f3f5f8}.result .l span:first-child{width:96px;color:#7d838c;flex:none}.result .l b{color:#b3261e}
.result .x{padding:10px 14px;font-size:12px;color:#7d838c;background:#fafbfc}
.tip{margin:12px 14px 0;background:#fff8e6;border:1px solid #f3dfae;border-radius:10px;padding:10px 12px;font-size:12.500px;color:#7a5310;display:flex;gap:8px;line-height:1.600}
.base{padding:18px;text-align:center;font-size:11px;color:#9aa0a8;line-height:1.800}
.bar{height:48px;display:flex;align-items:center;justify-content:space-around;border-top:1px solid #e7ebf1}`;
  const logo =
    '<svg width="28" height="28" viewBox="0 0 28 28"><rect width="28" height="28" rx="7" fill="#12306b"/><path d="M5 20L14 6l9 14z" fill="none" stroke="#fff" stroke-width="2.200" stroke-linejoin="round"/><circle cx="14" cy="15.500" r="2.800" fill="#f0a12b"/></svg>';
  const body = `<div class="address"><span class="box">${icon('lock', 15, '#6b717a')}<span class="grow" style="text-align:center">${query.address}</span>${icon('refresh', 16, '#6b717a')}</span>${icon('more', 22, '#33383f', 2.6)}</div>
<div class="site">${logo}<b>墨格制图</b><span class="muted" style="font-size:12px">帮助中心</span><span class="menu"><i></i><i></i><i></i></span></div>
<div class="banner"><h1>激活码状态查询</h1><p>输入激活码，查询适用系统和激活次数</p></div>
<div class="form"><label>激活码</label><div class="input num">${query.keyLabel}</div><div class="go">查询</div></div>
<div class="result"><div class="t">${icon('file', 18, '#1f4fa3')}查询结果</div>${query.rows.map((row) => `<div class="l"><span>${row.label}</span>${row.strong === true ? `<b class="num">${row.value}</b>` : `<span class="num">${row.value}</span>`}</div>`).join('')}<div class="x num">查询时间：${query.queriedAt}</div></div>
<div class="tip">${icon('info', 18, '#b07a16')}<span>“适用系统”由激活码的授权类型决定，激活码不能跨系统使用。如与购买时的说明不一致，请联系销售方处理。</span></div>
<p class="base">墨格制图 帮助中心<br>激活服务 · 授权说明 · 联系我们</p>`;
  const foot = `<div class="bar">${icon('back', 22, '#33383f')}${icon('next', 22, '#b9bec6')}${icon('home', 22, '#33383f')}${icon('file', 22, '#33383f')}${icon('user', 22, '#33383f')}</div>`;
  return phone({ time: query.time, battery: query.battery, background: '#f5f7fa', css, body, foot });
}
