import { type IconName, icon, markDisc } from './icons.ts';
import { page } from './page.ts';

export interface ActivationError {
  readonly product: string;
  readonly errorCode: string;
  readonly errorText: string;
  readonly keyLabel: string;
  readonly system: string;
  readonly clock: string;
  readonly date: string;
}

/** A computer screen of 1280 by 720 with a failed activation; the same picture stands in the photo of the laptop. */
export function desktopScreenshot(error: ActivationError): string {
  return page({ css: `body{width:1280px;height:720px;overflow:hidden}${desktopCss}`, body: desktop(error) });
}

export const desktopCss = `
.desk{position:relative;width:1280px;height:720px;overflow:hidden;background:linear-gradient(180deg,#9fd0e8,#5f9fd0 46%,#2c68a8 80%,#1f4d87);font-size:13px;color:#1f2329;line-height:1.45}
.desk .ico{position:absolute;left:18px;width:76px;text-align:center;color:#fff;font-size:12px;text-shadow:0 1px 3px rgba(0,20,50,.7)}
.desk .ico i{display:flex;width:44px;height:44px;margin:0 auto 4px;border-radius:9px;align-items:center;justify-content:center;font-style:normal;font-weight:700;font-size:20px;color:#fff}
.win{position:absolute;background:#fff;border-radius:9px;overflow:hidden;border:1px solid rgba(20,40,70,.28);box-shadow:0 16px 40px rgba(10,30,60,.34)}
.cap{height:34px;display:flex;align-items:center;padding:0 0 0 12px;font-size:12.500px;background:#eef2f7}
.cap .b{width:42px;height:34px;display:flex;align-items:center;justify-content:center;color:#454b54}
.menu{height:28px;display:flex;gap:18px;align-items:center;padding:0 14px;font-size:12.500px;background:#f8fafc;border-bottom:1px solid #e3e8ee;color:#3d434c}
.tools{width:42px;background:#f2f5f9;border-right:1px solid #e0e5ec;display:flex;flex-direction:column;align-items:center;gap:11px;padding-top:12px}
.paper{flex:1;background:#8f9bab;display:flex;align-items:center;justify-content:center}
.side{width:172px;background:#f6f8fb;border-left:1px solid #e0e5ec;padding:12px;font-size:12px;color:#4a5058}.side b{display:block;margin-bottom:6px}.side p{display:flex;justify-content:space-between;padding:3px 0}
.dlg{left:392px;top:206px;width:500px}
.dlg .in{padding:22px 24px 6px;display:flex;gap:16px}.dlg h2{font-size:18px;color:#b3261e;margin-bottom:7px}.dlg p{font-size:14px;line-height:1.600}
.dlg table{margin-top:10px;border-collapse:collapse;font-size:13px;width:100%}.dlg td{padding:3px 0;color:#5c626b;vertical-align:top}.dlg td:last-child{color:#1f2329}.dlg td:first-child{width:76px}
.dlg .acts{display:flex;justify-content:flex-end;gap:10px;padding:14px 20px 18px}.btn{height:32px;min-width:92px;border-radius:5px;border:1px solid #c6ccd5;display:flex;align-items:center;justify-content:center;font-size:13px;padding:0 14px;background:#fff}.btn.main{background:#1f5fbf;border-color:#1f5fbf;color:#fff}
.about{left:862px;top:56px;width:372px}.about .in{padding:14px 18px 16px}.about h3{font-size:16px;margin-bottom:8px}.about p{display:flex;padding:5px 0;border-bottom:1px solid #f0f2f5;font-size:12.500px}.about p span:first-child{width:100px;color:#6b717a;flex:none}
.task{position:absolute;left:0;right:0;bottom:0;height:44px;background:rgba(238,244,250,.93);display:flex;align-items:center;justify-content:center;gap:12px;border-top:1px solid rgba(255,255,255,.6)}
.task i{width:30px;height:30px;border-radius:7px;display:flex;align-items:center;justify-content:center;color:#fff;font-style:normal;font-weight:700;font-size:14px}
.task i.on:after{content:'';position:absolute;bottom:3px;width:14px;height:3px;border-radius:2px;background:#1f5fbf}
.tray{position:absolute;right:16px;top:5px;text-align:right;font-size:11.500px;line-height:1.480;display:flex;gap:12px;align-items:center}
`;

export function desktop(error: ActivationError): string {
  const desktopIcon = (top: number, sign: IconName, colour: string, label: string) =>
    `<div class="ico" style="top:${top}px"><i style="background:${colour}">${icon(sign, 26, '#fff')}</i>${label}</div>`;
  const windowButtons = `<span class="b">—</span><span class="b"><svg width="10" height="10"><rect x=".5" y=".5" width="9" height="9" fill="none" stroke="#454b54"/></svg></span><span class="b">${icon('close', 15)}</span>`;
  const drawing = `<svg width="392" height="300" viewBox="0 0 392 300"><rect width="392" height="300" fill="#fff"/><g stroke="#dbe4f0" stroke-width=".7">${Array.from({ length: 19 }, (_, line) => `<path d="M${line * 20 + 16} 0V300M0 ${line * 20}H392"/>`).join('')}</g><g fill="none" stroke="#24508f" stroke-width="3"><path d="M60 50h270v190H60z"/><path d="M60 140h110v100M220 50v90h110M220 170v70"/></g><g fill="none" stroke="#c2641b" stroke-width="1.300"><path d="M170 170a30 30 0 0 1 30 30M220 140a32 32 0 0 0-32-32M60 258h270M60 253v10M330 253v10"/></g><text x="196" y="276" font-size="12" text-anchor="middle" fill="#c2641b">9000</text><text x="110" y="100" font-size="13" text-anchor="middle" fill="#4a5a70">客厅</text><text x="276" y="100" font-size="13" text-anchor="middle" fill="#4a5a70">主卧</text><text x="112" y="196" font-size="13" text-anchor="middle" fill="#4a5a70">厨房</text><text x="276" y="206" font-size="13" text-anchor="middle" fill="#4a5a70">书房</text></svg>`;
  const tool = (d: string) =>
    `<svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="#49525f" stroke-width="1.700"><path d="${d}"/></svg>`;
  return `<div class="desk">
${desktopIcon(20, 'monitor', '#3b82c4', '此电脑')}${desktopIcon(104, 'folder', '#e0a12c', '学习资料')}${desktopIcon(188, 'ruler', '#12306b', '墨格制图')}${desktopIcon(272, 'file', '#2e9c78', '户型练习')}${desktopIcon(356, 'bin', '#7a869a', '回收站')}
<div class="win" style="left:128px;top:34px;width:806px;height:560px"><div class="cap"><b style="color:#12306b">墨格制图 2026</b><span class="muted" style="margin-left:8px">户型练习-1.mgd（试用）</span><span class="grow"></span>${windowButtons}</div>
<div class="menu"><span>文件</span><span>编辑</span><span>视图</span><span>绘制</span><span>标注</span><span>图层</span><span>帮助</span></div>
<div style="display:flex;height:498px"><div class="tools">${['M5 19L19 5', 'M5 6h14v12H5z', 'M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14', 'M4 17c4-12 12-12 16 0', 'M4 12h16M7 9l-3 3 3 3M17 9l3 3-3 3', 'M6 20L12 4l6 16M8.500 14h7', 'M5 5l5 14 3-6 6-3z'].map(tool).join('')}</div><div class="paper">${drawing}</div><div class="side"><b>属性</b><p><span>图层</span><span>墙体</span></p><p><span>线宽</span><span>0.30</span></p><p><span>颜色</span><span>随层</span></p><p><span>比例</span><span>1:100</span></p></div></div></div>
<div class="win about"><div class="cap"><span>系统信息</span><span class="grow"></span>${windowButtons}</div><div class="in"><h3>关于本机</h3><p><span>操作系统</span><span>${error.system}</span></p><p><span>版本号</span><span>24H2</span></p><p><span>系统类型</span><span>64 位</span></p><p><span>已安装内存</span><span>16.0 GB</span></p></div></div>
<div class="win dlg"><div class="cap"><span>${error.product}</span><span class="grow"></span><span class="b">${icon('close', 15)}</span></div>
<div class="in">${markDisc('close', 44, '#c8372d')}<div class="grow"><h2>激活失败</h2><p>${error.errorText}，当前系统为 Windows 11，无法完成激活。请联系销售方更换适用的激活码。</p><table><tr><td>错误代码</td><td class="num">${error.errorCode}</td></tr><tr><td>激活码</td><td class="num">${error.keyLabel}</td></tr><tr><td>适用系统</td><td>Windows 10</td></tr><tr><td>当前系统</td><td>${error.system}</td></tr></table></div></div>
<div class="acts"><span class="btn">复制错误信息</span><span class="btn">重试</span><span class="btn main">关闭</span></div></div>
<div class="task"><i style="background:#1f5fbf">${icon('grid', 19)}</i><i style="background:#fff;color:#4a5058">${icon('search', 18)}</i><i style="background:#e0a12c">${icon('folder', 19)}</i><i style="background:#2e9c78">${icon('globe', 19)}</i><i class="on" style="background:#12306b;position:relative">${icon('ruler', 19)}</i><i style="background:#8b5fbf">${icon('talk', 18)}</i><div class="tray"><span>拼</span>${icon('voice', 16)}<span class="num">${error.clock}<br>${error.date}</span></div></div></div>`;
}
