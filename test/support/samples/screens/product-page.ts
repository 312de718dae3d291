import { icon, solidIcon } from './icons.ts';
import { phone } from './phone.ts';
import type { Theme } from './themes.ts';

export interface ProductPage {
  readonly theme: Theme;
  readonly time: string;
  readonly battery: number;
  /** A square picture, 360 wide. */
  readonly artwork: string;
  readonly price: string;
  readonly listPrice: string;
  readonly sold: string;
  /** The mark before the title: 自动发货, 乐据自营. */
  readonly badge: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly shop: { readonly avatar: string; readonly name: string; readonly line: string };
  readonly review: { readonly count: string; readonly who: string; readonly text: string };
}

/** The page of one article in a shop app. */
export function productPage(product: ProductPage): string {
  const { theme } = product;
  const [whole = '', cents = '00'] = product.price.split('.');
  const round = (name: 'back' | 'share' | 'more') =>
    `<span class="round">${icon(name, 20, '#fff', name === 'more' ? 2.8 : 2)}</span>`;
  const css = `
.hero{height:360px;overflow:hidden;position:relative}
.hero-nav{position:absolute;top:36px;left:12px;right:12px;display:flex;gap:10px}
.round{width:32px;height:32px;border-radius:16px;background:rgba(18,22,30,.42);display:flex;align-items:center;justify-content:center}
.count{position:absolute;right:12px;bottom:54px;background:rgba(18,22,30,.5);color:#fff;font-size:11px;border-radius:10px;padding:2px 9px}
.price{height:56px;padding:0 14px;display:flex;align-items:center;color:#fff;background:linear-gradient(90deg,${theme.accent},${theme.accentEnd})}
.price .now{font-size:28px;font-weight:700;line-height:1}.price .now small{font-size:16px}
.price .was{margin-left:10px;font-size:12px;opacity:.85;text-decoration:line-through}
.block{background:#fff;padding:12px 14px;margin-bottom:8px}
.title{font-size:17px;font-weight:700;line-height:1.42}
.badge{display:inline-block;vertical-align:2px;background:${theme.accent};color:#fff;font-size:11px;line-height:17px;border-radius:4px;padding:0 5px;margin-right:6px}
.tags{display:flex;gap:6px;margin-top:9px;flex-wrap:wrap}.tags span{font-size:11px;color:${theme.accent};background:${theme.tint};border-radius:4px;padding:2px 7px}
.rows{padding:2px 14px}.rows .cell{min-height:40px;font-size:13px}.rows .label{width:52px}
.shop{display:flex;align-items:center;gap:10px}.shop b{font-size:15px}.shop p{font-size:12px;color:#8a9099}
.bar{height:54px;display:flex;align-items:center;padding:0 12px;gap:12px;border-top:1px solid #eceef1}
.tool{font-size:10px;color:#4a5058;text-align:center}.tool svg{margin:0 auto 1px}
.buy{flex:1;height:40px;border-radius:20px;display:flex;overflow:hidden;font-size:15px;font-weight:700}
.buy span{flex:1;display:flex;align-items:center;justify-content:center}
.buy .add{background:${theme.tint};color:${theme.accent}}.buy .now{background:linear-gradient(90deg,${theme.accent},${theme.accentEnd});color:#fff}`;
  const body = `
<div class="hero">${product.artwork}<div class="hero-nav">${round('back')}<span class="grow"></span>${round('share')}${round('more')}</div><span class="count num">1/5</span></div>
<div class="price"><span class="now num"><small>¥</small>${whole}<small>.${cents}</small></span><span class="was num">¥${product.listPrice}</span><span class="grow"></span><span style="font-size:12px">${product.sold}</span></div>
<div class="block"><p class="title"><span class="badge">${product.badge}</span>${product.title}</p><div class="tags">${product.tags.map((tag) => `<span>${tag}</span>`).join('')}</div></div>
<div class="block rows">${product.rows.map((row) => `<div class="cell"><span class="label">${row.label}</span><span class="value">${row.value}</span><span class="end">${icon('next', 15)}</span></div>`).join('')}</div>
<div class="block shop">${product.shop.avatar}<div class="grow"><b>${product.shop.name}</b><p>${product.shop.line}</p></div><span class="pill" style="height:28px;color:${theme.accent};border-color:${theme.accent}">进店</span></div>
<div class="block"><div class="row"><b class="grow" style="font-size:14px">商品评价 ${product.review.count}</b><span class="muted" style="font-size:12px">查看全部</span><span class="muted">${icon('next', 14)}</span></div>
<p style="font-size:12px;color:#8a9099;margin-top:8px" class="row">${product.review.who}<span style="margin-left:6px" class="row">${solidIcon('star', 12, '#f5a623').repeat(5)}</span></p><p style="font-size:13px;margin-top:4px">${product.review.text}</p></div>`;
  const tool = (name: 'shop' | 'service' | 'heart', label: string) =>
    `<span class="tool">${icon(name, 20, '#4a5058')}${label}</span>`;
  const foot = `<div class="bar">${tool('shop', '店铺')}${tool('service', '客服')}${tool('heart', '收藏')}<span class="buy"><span class="add">加入购物车</span><span class="now">立即购买</span></span></div>`;
  return phone({ time: product.time, battery: product.battery, overlay: true, light: true, css, body, foot });
}
