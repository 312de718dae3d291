import { icon } from './icons.ts';
import { navigationBar, phone } from './phone.ts';

export interface RechargeRecord {
  readonly time: string;
  readonly battery: number;
  readonly game: string;
  readonly nickname: string;
  readonly account: string;
  readonly server: string;
  readonly balance: number;
  readonly period: string;
  readonly months: readonly {
    readonly month: string;
    readonly total: string;
    readonly rows: readonly { readonly what: string; readonly at: string; readonly points: string }[];
  }[];
}

/** The record of all credit that came to a game account. */
export function rechargeRecord(record: RechargeRecord): string {
  const css = `
.head{background:linear-gradient(125deg,#27309a,#6a5fd0);color:#fff;padding-top:32px}
.me{display:flex;align-items:center;gap:12px;padding:8px 20px 20px}.me b{font-size:18px}.me p{font-size:12px;color:#d5d7fa;margin-top:1px}.me .bal{text-align:right;margin-left:auto}.me .bal b{font-size:24px;color:#ffe08a;line-height:1.200}
.face{width:48px;height:48px;border-radius:24px;background:#cfd6ff;color:#27309a;display:flex;align-items:center;justify-content:center}
.filter{background:#fff;display:flex;align-items:center;height:46px;padding:0 16px;font-size:14px;border-bottom:1px solid #eff1f3;gap:6px}
.month{display:flex;padding:14px 16px 8px;font-size:13px;color:#7d838c}.month b{color:#33383f;font-size:15px}.month span{margin-left:auto}
.list{background:#fff}.item{display:flex;align-items:center;padding:13px 16px;border-bottom:1px solid #f3f4f6;gap:12px}.item .i{width:36px;height:36px;border-radius:18px;background:#fff4d6;display:flex;align-items:center;justify-content:center}.item p{font-size:12px;color:#9aa0a8;margin-top:1px}.item .pts{font-weight:700;font-size:16px;color:#27309a}
.none{background:#fff;padding:16px 0 18px;text-align:center;color:#9aa0a8;font-size:14px}.none svg{margin:0 auto 8px}
.tip{padding:14px 24px;font-size:12px;color:#9aa0a8;line-height:1.700;text-align:center}`;
  const body = `<div class="head">${navigationBar('充值记录', { light: true })}<div class="me"><span class="face">${icon('user', 28)}</span><div><b>${record.nickname}</b><p class="num">编号 ${record.account} · ${record.server}</p></div><div class="bal"><p>当前点券</p><b class="num">${record.balance}</b></div></div></div>
<div class="filter num">${icon('clock', 17, '#4a58e8')}${record.period}<span class="grow"></span><span style="color:#4a58e8">筛选</span>${icon('down', 15, '#4a58e8')}</div>
${record.months.map((month) => `<div class="month num"><b>${month.month}</b><span>${month.total}</span></div>${month.rows.length === 0 ? `<div class="none">${icon('file', 40, '#c9cede', 1.2)}本月没有充值入账</div>` : `<div class="list">${month.rows.map((row) => `<div class="item"><span class="i">${icon('star', 19, '#d98a12')}</span><div class="grow"><span style="font-size:15px">${row.what}</span><p class="num">${row.at}</p></div><span class="pts num">${row.points}</span></div>`).join('')}</div>`}`).join('')}
<p class="tip">只显示已经进入本账号的充值<br>${record.game} 账号中心</p>`;
  return phone({ time: record.time, battery: record.battery, overlay: true, light: true, css, body });
}
