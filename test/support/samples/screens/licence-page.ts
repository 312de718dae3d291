import { icon } from './icons.ts';
import { navigationBar, phone } from './phone.ts';
import type { Theme } from './themes.ts';

export interface LicencePage {
  readonly theme: Theme;
  readonly time: string;
  readonly battery: number;
  readonly note: string;
  readonly operators: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly label: string; readonly value: string }[];
  }[];
}

/** What a platform publishes about who runs a shop (电子商务法 15). */
export function licencePage(licence: LicencePage): string {
  const { theme } = licence;
  const css = `
.status,.nav{background:#fff}.lead{margin:12px 12px 0;padding:10px 14px;border-radius:10px;background:${theme.tint};font-size:12.500px;color:#4a5058;display:flex;gap:8px;line-height:1.600}
.paper{margin:12px 12px 0;background:#fffdf7;border:1px solid #e8dfc8;border-radius:8px;padding:6px;position:relative;overflow:hidden}
.paper .in{border:1px solid #e3d7b8;border-radius:5px;padding:14px 14px 12px}
.paper h2{font-size:16px;text-align:center;letter-spacing:2px;margin-bottom:10px;color:#4b3c17}
.line{display:flex;font-size:13px;padding:6px 0;border-bottom:1px dashed #ece3cd;line-height:1.500}.line:last-child{border:0}.line span:first-child{width:104px;flex:none;color:#86794f}.line span:last-child{flex:1;min-width:0;overflow-wrap:anywhere}
.mark{position:absolute;inset:0;display:flex;flex-wrap:wrap;gap:26px 30px;transform:rotate(-22deg) scale(1.300);color:rgba(120,100,50,.085);font-size:13px;font-weight:700;justify-content:center;align-content:center;pointer-events:none}`;
  const mark = `<div class="mark">${'<span>仅用于公示</span>'.repeat(60)}</div>`;
  const body = `${navigationBar('证照信息')}<div class="lead">${icon('shield', 18, theme.accent)}<span>${licence.note}</span></div>
${licence.operators.map((operator) => `<div class="paper">${mark}<div class="in"><h2>${operator.heading}</h2>${operator.rows.map((row) => `<div class="line"><span>${row.label}</span><span class="num">${row.value}</span></div>`).join('')}</div></div>`).join('')}`;
  return phone({ time: licence.time, battery: licence.battery, css, body });
}
