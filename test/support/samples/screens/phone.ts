import { icon } from './icons.ts';
import { page } from './page.ts';

export interface PhoneScreen {
  /** Clock of the status bar, "20:15". */
  readonly time: string;
  /** Percent. */
  readonly battery: number;
  readonly background?: string;
  /** White signs on a dark head. */
  readonly light?: boolean;
  /** Whether the status bar lies over the content instead of above it. */
  readonly overlay?: boolean;
  readonly css: string;
  readonly body: string;
  /** Bar fixed to the bottom, above the gesture line. */
  readonly foot?: string;
  /** As high as the content: a scrolled screenshot. */
  readonly long?: boolean;
}

/** A phone of 360 by 800 points: status bar, content, gesture line. */
export function phone(screen: PhoneScreen): string {
  const background = screen.background ?? '#f4f4f4';
  const size = screen.long === true ? 'min-height:800px' : 'height:800px;overflow:hidden';
  const css = `body{width:360px}.phone{position:relative;width:360px;${size};background:${background};display:flex;flex-direction:column}
.status{height:32px;flex:none;display:flex;align-items:center;padding:0 16px 0 20px;font-size:13px;font-weight:700;letter-spacing:.2px;color:${screen.light === true ? '#fff' : '#16181c'};${screen.overlay === true ? 'position:absolute;left:0;right:0;top:0;z-index:9' : ''}}
.status .grow{display:flex}.status svg{margin-left:5px}
.status .net{font-size:10px;margin-left:6px;line-height:1}
.content{flex:1;min-height:0;position:relative;${screen.long === true ? '' : 'overflow:hidden'}}
.foot{flex:none;background:#fff}
.gesture{height:20px;flex:none;display:flex;align-items:center;justify-content:center}
.gesture i{width:116px;height:4px;border-radius:2px;background:#16181c}
${navigationCss}${screen.css}`;
  const gestureColour = screen.foot === undefined ? background : '#fff';
  const foot = screen.foot === undefined ? '' : `<div class="foot">${screen.foot}</div>`;
  return page({
    css,
    body: `<div class="phone">${statusBar(screen)}<div class="content">${screen.body}</div>${foot}<div class="gesture" style="background:${gestureColour.startsWith('linear') ? 'transparent' : gestureColour}"><i></i></div></div>`,
  });
}

function statusBar({ time, battery, light }: PhoneScreen): string {
  const colour = light === true ? '#fff' : '#16181c';
  const level = Math.round((battery / 100) * 15);
  const bars = [0, 1, 2, 3]
    .map(
      (bar) =>
        `<rect x="${bar * 4}" y="${8 - bar * 2.5}" width="3" height="${4 + bar * 2.5}" rx=".8" fill="${colour}"/>`,
    )
    .join('');
  const wifi = `<path d="M1 4.600a9.500 9.500 0 0 1 13 0M3.400 7.200a6 6 0 0 1 8.200 0" fill="none" stroke="${colour}" stroke-width="1.600" stroke-linecap="round"/><circle cx="7.500" cy="10.400" r="1.500" fill="${colour}"/>`;
  const cell = `<rect x=".6" y=".6" width="20" height="10.800" rx="3" fill="none" stroke="${colour}" stroke-opacity=".55" stroke-width="1.100"/><rect x="2.600" y="2.600" width="${level}" height="6.800" rx="1.500" fill="${colour}"/><path d="M22.300 4v4a2.200 2.200 0 0 0 0-4z" fill="${colour}" fill-opacity=".55"/>`;
  return `<div class="status"><span class="grow num">${time}</span><svg width="16" height="12" viewBox="0 0 16 12">${bars}</svg><span class="net">5G</span><svg width="15" height="12" viewBox="0 0 15 12">${wifi}</svg><svg width="24" height="12" viewBox="0 0 24 12">${cell}</svg></div>`;
}

/** The bar with a back arrow and a title. */
export function navigationBar(
  title: string,
  { light = false, right = icon('more', 22, light ? '#fff' : '#16181c', 2.6) } = {},
): string {
  const colour = light ? '#fff' : '#16181c';
  return `<div class="nav" style="color:${colour}">${icon('back', 24, colour, 2)}<b>${title}</b>${right === '' ? '<span class="nav-space"></span>' : right}</div>`;
}

const navigationCss = `.nav{height:46px;display:flex;align-items:center;padding:0 12px;font-size:17px}
.nav b{flex:1;text-align:center}.nav-space{width:24px}
.cell{display:flex;align-items:center;min-height:46px;font-size:14px}
.cell .label{color:#7d838c;width:84px;flex:none}
.cell .value{flex:1;min-width:0}
.cell .end{margin-left:8px;color:#b3b8bf}
.card{background:#fff;border-radius:12px;margin:10px 12px 0;padding:12px 14px}
.pill{display:inline-flex;align-items:center;justify-content:center;height:32px;padding:0 16px;border-radius:16px;border:1px solid #d9dce1;font-size:13px;color:#33383f;background:#fff}
`;
