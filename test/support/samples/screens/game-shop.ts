import { gameArtwork } from './artwork.ts';
import { icon } from './icons.ts';
import { page } from './page.ts';

export interface GameShop {
  readonly time: string;
  readonly date: string;
  readonly battery: number;
  readonly game: string;
  readonly nickname: string;
  readonly account: string;
  readonly server: string;
  readonly balance: number;
}

const offers = [
  { points: '600', price: '6.00' },
  { points: '3000', price: '30.00' },
  { points: '6800', price: '68.00' },
  { points: '12800', price: '128.00' },
  { points: '32800', price: '328.00' },
  { points: '64800', price: '648.00' },
];

/** The shop inside the game, phone held across: 800 by 360, three pixels to one. */
export function gameShop(shop: GameShop): string {
  return page({ css: `body{width:800px;height:360px;overflow:hidden}${gameShopCss}`, body: gameShopScene(shop) });
}

// Nested under .game: the scene also stands inside the chat, which has classes of its own.
export const gameShopCss = `
.game{position:relative;width:800px;height:360px;overflow:hidden;background:linear-gradient(120deg,#1a2066,#3a3fa8 55%,#6a5fd0);color:#fff;
.scene{position:absolute;right:-70px;top:-60px;opacity:.34;mask-image:linear-gradient(90deg,transparent,#000 55%)}
.top{position:absolute;left:30px;right:24px;top:12px;height:40px;display:flex;align-items:center;gap:12px}.top h1{font-size:19px;letter-spacing:1px}
.money{height:32px;border-radius:16px;background:rgba(10,12,50,.55);display:flex;align-items:center;gap:8px;padding:0 6px 0 6px;border:1px solid rgba(255,224,138,.45);font-weight:700;font-size:16px}
.money .plus{width:20px;height:20px;border-radius:10px;background:#ffc93c;color:#5a3a05;line-height:20px;text-align:center;font-size:15px}
.coin{display:inline-block;width:21px;height:21px;border-radius:11px;background:radial-gradient(circle at 35% 30%,#fff3bf,#ffc93c 55%,#d98a12);box-shadow:inset 0 0 0 2px #b8740e}
.who{position:absolute;left:30px;top:62px;bottom:18px;width:176px;background:rgba(10,12,50,.42);border-radius:12px;border:1px solid rgba(255,255,255,.14);padding:14px}
.who .n{font-size:17px;font-weight:700;margin-top:9px}.who p{font-size:12px;color:#c9ccf5;margin-top:3px}.who .bal{margin-top:13px;border-top:1px solid rgba(255,255,255,.16);padding-top:10px}.who .bal b{font-size:27px;color:#ffe08a;line-height:1.200}
.tabs{position:absolute;left:222px;top:62px;display:flex;gap:6px}.tabs span{height:28px;padding:0 15px;border-radius:14px;background:rgba(10,12,50,.4);font-size:13px;display:flex;align-items:center;color:#d5d7fa}.tabs .on{background:#ffc93c;color:#4a3005;font-weight:700}
.grid{position:absolute;left:222px;right:24px;top:100px;bottom:18px;display:grid;grid-template-columns:repeat(3,1fr);gap:10px}
.offer{background:linear-gradient(#f8f6ff,#dcdcff);border-radius:12px;color:#2a2e7c;text-align:center;display:flex;flex-direction:column;overflow:hidden}
.offer .p{flex:1;display:flex;align-items:center;justify-content:center;gap:9px;font-size:19px;font-weight:700}.offer .p small{font-size:12px;font-weight:400}
.offer .y{background:#4a58e8;color:#fff;height:30px;line-height:30px;font-size:15px;font-weight:700}
.who .sys{position:absolute;left:14px;bottom:12px;font-size:11px;color:#aeb3ea}
}`;

/** The scene alone, for the picture that the buyer sends in the chat. */
export function gameShopScene(shop: GameShop): string {
  const figure = `<svg width="52" height="52" viewBox="0 0 52 52"><rect width="52" height="52" rx="12" fill="#cfd6ff"/><path d="M8 52c1-13 9-18 18-18s17 5 18 18z" fill="#4a58e8"/><circle cx="26" cy="22" r="11" fill="#f7d9bf"/><path d="M13 24c-3-15 6-18 13-18s16 3 13 18c-1-5-4-8-6-9-6 4-14 4-20 9z" fill="#2a2e7c"/><path d="M40 9l1.500 3.500L45 14l-3.500 1.500L40 19l-1.500-3.500L35 14l3.500-1.500z" fill="#ffc93c"/></svg>`;
  return `<div class="game"><div class="scene">${gameArtwork(520, false)}</div>
<div class="top">${icon('back', 24, '#fff', 2.4)}<h1>${shop.game} · 商城</h1><span class="grow"></span><span class="money num"><span class="coin"></span>${shop.balance}<span class="plus">+</span></span><span class="num" style="font-size:12px">${shop.time}</span><span class="num" style="font-size:12px">${shop.battery}%</span></div>
<div class="who">${figure}<div class="n">${shop.nickname}</div><p class="num">编号 ${shop.account}</p><p>${shop.server}</p><div class="bal"><p style="margin:0">当前点券</p><b class="num">${shop.balance}</b></div><p class="sys num">服务器时间<br>${shop.date} ${shop.time}</p></div>
<div class="tabs"><span class="on">点券</span><span>礼包</span><span>月卡</span><span>兑换码</span></div>
<div class="grid">${offers.map((offer) => `<div class="offer num"><div class="p"><span class="coin"></span><span>${offer.points} <small>点券</small></span></div><div class="y">¥${offer.price}</div></div>`).join('')}</div></div>`;
}
