import { icon, markDisc } from './icons.ts';
import { navigationBar, phone } from './phone.ts';
import type { Theme } from './themes.ts';

export interface ServiceCase {
  readonly theme: Theme;
  readonly time: string;
  readonly battery: number;
  /** 退款详情, 平台处理结果 … */
  readonly title: string;
  readonly result: {
    readonly mark: 'check' | 'close' | 'clock';
    readonly colour: string;
    readonly text: string;
    readonly line: string;
  };
  /** Up to four steps; `current` counts from 0. */
  readonly steps: readonly string[];
  readonly current: number;
  readonly answer?: { readonly title: string; readonly paragraphs: readonly string[]; readonly sign: string };
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly history: readonly { readonly at: string; readonly who: string; readonly text: string }[];
  readonly buttons: readonly string[];
}

/** The progress of a refund request or of a case at the platform's own service. */
export function serviceCase(service: ServiceCase): string {
  const { theme } = service;
  const css = `
.status,.nav{background:#fff}
.head{background:#fff;padding:14px 18px 16px;display:flex;gap:13px;align-items:center}.head b{font-size:19px}.head p{font-size:13px;color:#6b717a;margin-top:1px}
.steps{background:#fff;display:flex;padding:4px 10px 16px;border-bottom:1px solid #f0f1f3}.steps div{flex:1;text-align:center;font-size:12px;color:#9aa0a8;position:relative}
.steps i{display:block;width:12px;height:12px;border-radius:6px;background:#d5d9de;margin:0 auto 6px;position:relative;z-index:1}.steps div+div:before{content:'';position:absolute;right:50%;width:100%;top:5px;border-top:2px solid #d5d9de}
.steps .on{color:#33383f}.steps .on i{background:${theme.accent}}.steps .on+.on:before,.steps .on:before{border-color:${theme.accent}!important}
.answer{margin:10px 12px 0;background:#fff;border-radius:12px;overflow:hidden}.answer .t{background:${theme.tint};color:#33383f;padding:10px 14px;font-weight:700;display:flex;gap:7px;align-items:center;font-size:14px}
.answer .p{padding:11px 14px 4px;font-size:14px;line-height:1.650}.answer .p p{margin-bottom:6px}.answer .s{padding:0 14px 11px;text-align:right;font-size:12px;color:#8a9099}
.detail{display:flex;font-size:13px;padding:5px 0}.detail span:first-child{width:78px;flex:none;color:#7d838c}.detail span:last-child{flex:1;min-width:0;overflow-wrap:anywhere}
.hist{display:flex;gap:10px;font-size:13px;padding-bottom:11px;position:relative}.hist:last-child{padding-bottom:0}.hist i{width:9px;height:9px;border-radius:5px;background:#cfd4da;margin:5px 0 0;flex:none;z-index:1}.hist.now i{background:${theme.accent}}
.hist+.hist:before{content:'';position:absolute;left:4px;top:-9px;height:16px;border-left:1px solid #dfe3e8}.hist b{font-size:13px}.hist p{color:#4a5058;line-height:1.500}.hist .w{color:#9aa0a8;font-size:12px}
.bar{height:56px;display:flex;align-items:center;justify-content:flex-end;gap:8px;padding:0 12px;border-top:1px solid #eceef1}.bar .pill:last-child{color:${theme.accent};border-color:${theme.accent}}`;
  const answer = service.answer;
  const body = `${navigationBar(service.title)}
<div class="head">${markDisc(service.result.mark, 42, service.result.colour)}<div class="grow"><b>${service.result.text}</b><p class="num">${service.result.line}</p></div></div>
<div class="steps">${service.steps.map((step, index) => `<div class="${index <= service.current ? 'on' : ''}"><i></i>${step}</div>`).join('')}</div>
${answer === undefined ? '' : `<div class="answer"><div class="t">${icon('file', 17, theme.accent)}${answer.title}</div><div class="p">${answer.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}</div><p class="s num">${answer.sign}</p></div>`}
<div class="card">${service.rows.map((row) => `<div class="detail"><span>${row.label}</span><span class="num">${row.value}</span></div>`).join('')}</div>
<div class="card"><b style="font-size:15px">处理记录</b><div style="height:9px"></div>${service.history.map((entry, index) => `<div class="${index === 0 ? 'hist now' : 'hist'}"><i></i><div class="grow"><div class="row"><b class="grow">${entry.who}</b><span class="w num">${entry.at}</span></div><p>${entry.text}</p></div></div>`).join('')}</div>`;
  const foot = `<div class="bar">${service.buttons.map((button) => `<span class="pill">${button}</span>`).join('')}</div>`;
  return phone({ time: service.time, battery: service.battery, css, body, foot });
}
