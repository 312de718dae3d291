import { icon } from './icons.ts';
import { navigationBar, phone } from './phone.ts';

export interface ExpiredMembership {
  readonly time: string;
  readonly battery: number;
  readonly service: string;
  readonly account: string;
  readonly openedOn: string;
  readonly expiredOn: string;
  readonly yearlyPrice: string;
}

const benefits = [
  ['book', '全部课程'],
  ['play', '回放无限次'],
  ['file', '讲义下载'],
  ['service', '老师答疑'],
] as const;
const courses = [
  ['会计实务进阶', '已学 36/48 节', '#2f7f9d', '#7fc3d6'],
  ['办公表格与数据整理', '已学 22/30 节', '#7a5a9e', '#c0a2dd'],
  ['写好一份工作报告', '已学 9/16 节', '#b06a35', '#eab987'],
] as const;

const memberCss = `
.dark{background:linear-gradient(#16231f,#20362f);color:#fdf0cf;padding-top:32px}
.vip{margin:8px 14px 0;border-radius:14px 14px 0 0;background:linear-gradient(125deg,#cfd3d6,#a5abb0);color:#3c4348;padding:17px 18px 20px;position:relative;overflow:hidden}
.vip:after{content:'';position:absolute;right:-30px;bottom:-50px;width:150px;height:150px;border-radius:50%;border:22px solid rgba(255,255,255,.14)}
.vip .n{font-size:19px;font-weight:700;display:flex;align-items:center;gap:8px}.vip .tag{font-size:12px;background:#6b7278;color:#fff;border-radius:10px;padding:2px 9px}.vip p{font-size:13px;margin-top:6px}.vip .until{font-size:16px;font-weight:700;margin-top:12px}
.bar{height:60px;display:flex;align-items:center;padding:0 14px;gap:12px;border-top:1px solid #eceef1}.bar .b{flex:1;height:42px;border-radius:21px;background:linear-gradient(90deg,#f3d48f,#d9a650);color:#4b330b;font-weight:700;font-size:16px;display:flex;align-items:center;justify-content:center}`;

/** "My membership" after it ended: grey card, locked courses. */
export function expiredMembership(member: ExpiredMembership): string {
  const css = `${memberCss}
.warn{background:#fdeeee;color:#b3261e;font-size:13px;padding:10px 18px;display:flex;gap:8px;align-items:center}
.four{display:flex;padding:14px 6px}.four div{flex:1;text-align:center;font-size:12px;color:#9aa0a8}.four i{width:42px;height:42px;border-radius:21px;background:#f0f1f3;display:flex;align-items:center;justify-content:center;margin:0 auto 6px}
.course{display:flex;gap:12px;padding:10px 0;border-bottom:1px solid #f2f3f5}.course:last-child{border:0}.cover{width:96px;height:60px;border-radius:8px;display:flex;align-items:center;justify-content:center;position:relative;overflow:hidden}.cover:after{content:'';position:absolute;inset:0;background:rgba(20,24,28,.45)}.cover svg{z-index:1}
.course b{font-size:14px}.course p{font-size:12px;color:#9aa0a8;margin-top:3px}.lockchip{font-size:11px;color:#b3261e;border:1px solid #e9b7b3;border-radius:4px;padding:0 5px;display:inline-block;margin-top:4px}`;
  const body = `<div class="dark">${navigationBar('我的会员', { light: true })}<div class="vip"><div class="n">${icon('crown', 24, '#3c4348')}终身会员<span class="tag">已到期</span></div><p class="num">账号 ${member.account}　开通日期 ${member.openedOn}</p><div class="until num">有效期至 ${member.expiredOn}</div></div></div>
<div class="warn">${icon('warn', 18, '#b3261e')}会员已到期，课程、回放和讲义已停止使用。</div>
<div class="card" style="padding:4px 6px 2px"><div class="four">${benefits.map(([sign, label]) => `<div><i>${icon(sign, 21, '#a9afb6')}</i>${label}</div>`).join('')}</div></div>
<div class="card"><b style="font-size:15px">最近学习</b>${courses.map(([name, progress, from, to]) => `<div class="course"><span class="cover" style="background:linear-gradient(125deg,${from},${to})">${icon('lock', 24, '#fff')}</span><div class="grow"><b>${name}</b><p class="num">${progress}</p><span class="lockchip">会员到期，暂不能观看</span></div></div>`).join('')}</div>
<div class="card"><div class="cell" style="min-height:36px"><span class="value">会员服务说明</span>${icon('next', 15, '#b3b8bf')}</div><div class="cell" style="min-height:36px"><span class="value">开通记录</span><span class="muted num" style="font-size:13px">1条</span>${icon('next', 15, '#b3b8bf')}</div></div>`;
  const foot = `<div class="bar"><span class="muted" style="font-size:12px">继续使用<br><b class="num" style="font-size:17px;color:#1f2329">¥${member.yearlyPrice}</b>/年</span><span class="b">立即续费</span></div>`;
  return phone({ time: member.time, battery: member.battery, overlay: true, light: true, css, body, foot });
}

export interface YearlyPrice {
  readonly time: string;
  readonly battery: number;
  readonly account: string;
  readonly service: string;
  readonly expiredOn: string;
  readonly yearlyPrice: string;
}

/** The page with the public price of one year. */
export function yearlyPrice(offer: YearlyPrice): string {
  const css = `${memberCss}
.lead{padding:6px 20px 24px}.lead h1{font-size:22px}.lead p{font-size:13px;color:#cfe0d6;margin-top:3px}
.plans{display:flex;gap:10px;margin:-12px 14px 0}.plan{flex:1;background:#fff;border-radius:12px;border:1.500px solid #e6e3da;text-align:center;padding:17px 4px 13px;position:relative}
.plan.on{border-color:#d9a650;background:#fffaef}.plan .t{font-size:14px;font-weight:700}.plan .y{font-size:25px;font-weight:700;color:#a8741a;margin-top:6px;line-height:1.200}.plan .y small{font-size:14px}.plan p{font-size:11px;color:#9aa0a8;margin-top:4px}
.hot{position:absolute;left:-1.500px;top:-10px;background:#b3261e;color:#fff;font-size:11px;border-radius:9px 9px 9px 0;padding:1px 8px}
table{width:100%;border-collapse:collapse;font-size:13px;margin-top:8px}td,th{padding:9px 4px;border-bottom:1px solid #f2f3f5;text-align:center}td:first-child,th:first-child{text-align:left}th{color:#7d838c;font-size:12px}
.note p{font-size:12px;color:#7d838c;margin-top:5px;line-height:1.600}`;
  const yes = `<td><span style="display:inline-block">${icon('check', 17, '#0c8f70', 2.4)}</span></td>`;
  const body = `<div class="dark">${navigationBar('会员续费', { light: true })}<div class="lead"><h1>${offer.service} 会员</h1><p class="num">账号 ${offer.account} · 已于 ${offer.expiredOn} 到期</p></div></div>
<div class="plans num"><div class="plan"><div class="t">月度会员</div><div class="y"><small>¥</small>19.80</div><p>每月</p></div><div class="plan"><div class="t">季度会员</div><div class="y"><small>¥</small>52.80</div><p>每季</p></div><div class="plan on"><span class="hot">多数人选择</span><div class="t">年度会员</div><div class="y"><small>¥</small>${offer.yearlyPrice}</div><p>每年</p></div></div>
<div class="card"><b style="font-size:15px">会员权益</b><table><tr><th>权益</th><th>月度</th><th>季度</th><th>年度</th></tr>${['全部课程', '回放不限次数', '讲义下载', '老师答疑', '结业证明'].map((name) => `<tr><td>${name}</td>${yes.repeat(3)}</tr>`).join('')}</table></div>
<div class="card"><div class="cell" style="min-height:38px"><span class="value">支付方式</span><span class="muted">据付</span>${icon('next', 15, '#b3b8bf')}</div><div class="cell" style="min-height:38px"><span class="value">优惠券</span><span class="muted">暂无可用</span>${icon('next', 15, '#b3b8bf')}</div></div>
<div class="card note"><b style="font-size:14px">说明</b><p>1. 年度会员自开通之日起一年内有效。</p><p>2. 各档会员权益相同，只有期限不同。</p><p>3. 到期后不会自动扣费。</p></div>`;
  const foot = `<div class="bar"><span class="b num">¥${offer.yearlyPrice} 开通年度会员</span></div>`;
  return phone({ time: offer.time, battery: offer.battery, overlay: true, light: true, css, body, foot });
}
