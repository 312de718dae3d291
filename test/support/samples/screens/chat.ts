import { icon } from './icons.ts';
import { phone } from './phone.ts';
import type { Theme } from './themes.ts';

export type ChatLine =
  /** A date or time between the bubbles. */
  | { readonly kind: 'time'; readonly text: string }
  /** A grey line by the app: 客服下线, 撤回. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'shop'; readonly text: string }
  | { readonly kind: 'buyer'; readonly text: string }
  /** A card of the article or the order. */
  | {
      readonly kind: 'card';
      readonly from: 'shop' | 'buyer';
      readonly picture: string;
      readonly title: string;
      readonly line: string;
      readonly foot: string;
    }
  /** A picture sent in the chat; HTML or SVG, at most 190 wide. */
  | { readonly kind: 'picture'; readonly from: 'shop' | 'buyer'; readonly picture: string };

export interface Chat {
  readonly theme: Theme;
  readonly time: string;
  readonly battery: number;
  readonly shop: string;
  readonly state: string;
  readonly shopAvatar: string;
  readonly buyerAvatar: string;
  readonly lines: readonly ChatLine[];
  /** True for a scrolled screenshot of the whole chat. */
  readonly long: boolean;
}

/**
 * A talk with a shop. Rows between bubbles stay empty and of one colour over the whole width, so that a long
 * screenshot can be cut there.
 */
export function chat(talk: Chat): string {
  const { theme } = talk;
  const css = `
.chat-top{background:#fff;height:50px;display:flex;align-items:center;padding:0 12px;gap:8px;border-bottom:1px solid #eceef1}
.chat-top .who{flex:1;text-align:center}.chat-top b{font-size:16px;display:block;line-height:1.300}.chat-top p{font-size:11px;color:#16a35c;line-height:1.300}
.status{background:#fff}.talk{padding:8px 12px 18px}
.when{text-align:center;font-size:12px;color:#a0a6ae;padding:14px 0 4px}
.notice{text-align:center;padding:12px 0 2px}.notice span{font-size:12px;color:#8a9099;background:#e7e9ec;border-radius:6px;padding:4px 10px;display:inline-block;max-width:280px;line-height:1.5}
.msg{display:flex;gap:9px;margin-top:16px;align-items:flex-start}.msg.buyer{flex-direction:row-reverse}
.bubble{max-width:238px;padding:9.500px 13px;font-size:15px;line-height:1.52;background:#fff;border-radius:4px 14px 14px 14px;position:relative;word-break:break-word}
.buyer .bubble{background:${theme.bubble};border-radius:14px 4px 14px 14px}
.goods{width:238px;background:#fff;border-radius:12px;overflow:hidden}.goods .in{display:flex;gap:9px;padding:10px}.goods .pic{width:58px;height:58px;border-radius:6px;overflow:hidden;flex:none}
.goods .t{font-size:13px;line-height:1.4}.goods .l{font-size:14px;font-weight:700;color:${theme.accent};margin-top:3px}.goods .f{border-top:1px solid #f0f1f3;font-size:12px;color:#6b717a;padding:7px 10px}
.shot{border-radius:10px;overflow:hidden;background:#fff;border:1px solid #dfe2e6}
.read{font-size:11px;color:#a0a6ae;align-self:flex-end;flex:none}
.bar{height:54px;display:flex;align-items:center;gap:9px;padding:0 12px;border-top:1px solid #e7e9ec}.bar .box{flex:1;height:36px;border-radius:18px;background:#f2f3f5;color:#a0a6ae;padding:0 14px;display:flex;align-items:center;font-size:14px}
.quick{display:flex;gap:8px;padding:8px 12px 0;background:#fff}.quick span{font-size:12px;border:1px solid #e2e5e9;border-radius:13px;padding:3px 11px;color:#4a5058}`;
  const body = `<div class="chat-top">${icon('back', 24, '#16181c', 2)}<div class="who"><b>${talk.shop}</b><p>${talk.state}</p></div>${icon('shop', 22, '#33383f')}</div><div class="talk">${talk.lines.map((line) => drawLine(line, talk)).join('')}</div>`;
  const quick = talk.long
    ? '<div class="quick"><span>订单售后</span><span>使用教程</span><span>发送订单</span></div>'
    : '';
  const foot = `${quick}<div class="bar">${icon('voice', 26, '#4a5058')}<span class="box">发消息…</span>${icon('smile', 26, '#4a5058')}${icon('plus', 26, '#4a5058')}</div>`;
  return phone({ time: talk.time, battery: talk.battery, background: '#f0f0f0', long: talk.long, css, body, foot });
}

function drawLine(line: ChatLine, talk: Chat): string {
  const said = (from: 'shop' | 'buyer', inner: string) =>
    `<div class="msg ${from}">${from === 'shop' ? talk.shopAvatar : talk.buyerAvatar}${inner}</div>`;
  switch (line.kind) {
    case 'time':
      return `<p class="when num">${line.text}</p>`;
    case 'notice':
      return `<p class="notice"><span>${line.text}</span></p>`;
    case 'shop':
    case 'buyer':
      return said(
        line.kind,
        `<div class="bubble">${line.text.replaceAll('\n', '<br>')}</div>${line.kind === 'buyer' ? '<span class="read">已读</span>' : ''}`,
      );
    case 'card':
      return said(
        line.from,
        `<div class="goods"><div class="in"><div class="pic">${line.picture}</div><div class="grow"><p class="t">${line.title}</p><p class="l num">${line.line}</p></div></div><p class="f num">${line.foot}</p></div>`,
      );
    case 'picture':
      return said(line.from, `<div class="shot">${line.picture}</div>`);
  }
}
