import { page } from './page.ts';

export interface ServiceFormScan {
  readonly company: string;
  readonly number: string;
  readonly rows: readonly (readonly { readonly label: string; readonly written: string; readonly wide?: boolean }[])[];
  readonly finding: readonly string[];
  readonly opinion: readonly string[];
  readonly handler: string;
  readonly date: string;
  readonly seal: string;
}

/** A form of the shop, filled in by hand, stamped and scanned lying across: 1170 by 827 before scaling. */
export function serviceFormScan(form: ServiceFormScan): string {
  const css = `
body{width:1170px;height:827px;overflow:hidden;background:#efece4}
.sheet{position:absolute;inset:0;background:linear-gradient(97deg,#f3f0e8,#fbfaf6 6%,#fdfcf9 60%,#f4f1ea);transform:rotate(-.35deg) scale(1.006)}
.edge{position:absolute;inset:0;box-shadow:inset 22px 0 26px -18px rgba(60,50,30,.35),inset 0 -14px 20px -14px rgba(60,50,30,.25)}
.fold{position:absolute;left:584px;top:0;bottom:0;width:3px;background:linear-gradient(90deg,rgba(90,80,60,.12),rgba(255,255,255,.7),rgba(90,80,60,.10))}
.in{position:absolute;left:84px;right:84px;top:54px;font-family:'Noto Serif SC'}
h1{text-align:center;font-size:31px;letter-spacing:9px;color:#20201e}.co{text-align:center;font-size:16px;color:#333;margin-bottom:2px}
.no{display:flex;justify-content:space-between;font-size:14.500px;margin:9px 2px 7px;color:#2b2b29}
table{width:100%;border-collapse:collapse;font-size:15px;color:#242422;table-layout:fixed}td{border:1.300px solid #3c3c39;height:50px;padding:4px 11px;vertical-align:middle}
.l{width:118px;text-align:center;background:rgba(0,0,0,.022)}
.hand{font:500 20px 'LXGW WenKai';color:#22418c;line-height:1.320}.hand.slant{transform:rotate(-.5deg);display:block}
.big{height:150px}.foot{display:flex;justify-content:space-between;margin-top:15px;font-size:15px}
.seal{position:absolute;right:120px;top:528px;transform:rotate(-11deg);opacity:.82;mix-blend-mode:multiply}
.dot{position:absolute;border-radius:50%;background:rgba(70,60,40,.35)}`;
  const cell = (label: string, written: string, wide: boolean) =>
    `<td class="l">${label}</td><td${wide ? ' colspan="3"' : ''}><span class="hand num">${written}</span></td>`;
  const rows = form.rows
    .map((row) => `<tr>${row.map((entry) => cell(entry.label, entry.written, entry.wide === true)).join('')}</tr>`)
    .join('');
  const written = (lines: readonly string[]) =>
    lines.map((line, index) => `<span class="hand slant" style="margin-left:${index * 3}px">${line}</span>`).join('');
  const body = `<div class="sheet"><div class="fold"></div><div class="in"><p class="co">${form.company}</p><h1>售后处理单</h1><div class="no num"><span>编号：${form.number}</span><span>第一联　客户留存</span></div>
<table><colgroup><col style="width:118px"><col><col style="width:118px"><col></colgroup>${rows}<tr><td class="l big">检测情况</td><td colspan="3" class="big">${written(form.finding)}</td></tr><tr><td class="l big">处理意见</td><td colspan="3" class="big">${written(form.opinion)}</td></tr></table>
<div class="foot"><span>经办人：<span class="hand" style="font-size:25px">${form.handler}</span></span><span>客户签收：＿＿＿＿＿＿＿＿</span><span>日期：<span class="hand num">${form.date}</span></span></div></div>
<div class="seal">${sealDrawing(form.seal)}</div>
<span class="dot" style="left:212px;top:730px;width:3px;height:3px"></span><span class="dot" style="left:905px;top:96px;width:2px;height:2px"></span><span class="dot" style="left:476px;top:782px;width:2px;height:3px"></span></div><div class="edge"></div>`;
  return page({ css, body });
}

/** A round red stamp: the name along the rim, a plain ring instead of the star of real company seals. */
function sealDrawing(name: string): string {
  return `<svg width="184" height="184" viewBox="0 0 184 184"><defs><path id="rim" d="M92 158a66 66 0 1 1 0-132a66 66 0 1 1 0 132"/></defs><g fill="none" stroke="#c8342b"><circle cx="92" cy="92" r="87" stroke-width="4.500"/><circle cx="92" cy="92" r="19" stroke-width="3"/><circle cx="92" cy="92" r="8" stroke-width="2.500"/></g><g fill="#c8342b" font-family="Noto Serif SC" font-weight="700"><text font-size="18" letter-spacing="3"><textPath href="#rim" startOffset="50%" text-anchor="middle">${name}</textPath></text><text x="92" y="141" font-size="15" text-anchor="middle" letter-spacing="1">售后专用章</text></g></svg>`;
}
