import { gameArtwork } from '../screens/artwork.ts';
import type { ChatLine } from '../screens/chat.ts';
import { gameShopCss, gameShopScene } from '../screens/game-shop.ts';
import { credit } from './facts.ts';
import { shopAfterTwoDays } from './game-screens.ts';

const shop = (text: string): ChatLine => ({ kind: 'shop', text });
const buyer = (text: string): ChatLine => ({ kind: 'buyer', text });
const time = (text: string): ChatLine => ({ kind: 'time', text });
const automatic = shop('【自动回复】您好，客服正在忙，您的留言已收到，请耐心等待。');

/** Questions over seventeen days and nobody who answers them. */
export const serviceChat: readonly ChatLine[] = [
  time('2026年10月20日 19:33'),
  {
    kind: 'card',
    from: 'buyer',
    picture: gameArtwork(58, false),
    title: credit.product,
    line: `实付 ¥${credit.price}`,
    foot: `订单号 ${credit.orderNumber}`,
  },
  shop('【自动回复】感谢下单！点券将在付款后24小时内到账，请勿重复购买。'),
  buyer(`你好，充值角色是“${credit.nickname}”，编号 ${credit.account}，请核对一下。`),
  automatic,
  time('2026年10月21日 20:05'),
  buyer('你好，付款已经超过24小时，点券还没有到账，请问什么时候能到？'),
  automatic,
  time('2026年10月22日 19:52'),
  buyer('现在已经超过48小时，游戏里点券还是 120，请看截图。'),
  {
    kind: 'picture',
    from: 'buyer',
    picture: `<style>${gameShopCss}</style><div style="width:190px;height:86px;overflow:hidden"><div style="width:800px;transform:scale(.2375);transform-origin:0 0">${gameShopScene(shopAfterTwoDays)}</div></div>`,
  },
  automatic,
  time('2026年10月24日 12:30'),
  buyer('请问有人工客服吗？点券到现在也没有到账，请尽快处理或者退款。'),
  automatic,
  time('2026年10月25日 09:10'),
  buyer(`我已在订单里提交退款申请，售后单号 ${credit.refundNumber}，金额 298.00 元，请处理。`),
  automatic,
  time('2026年11月1日 10:18'),
  buyer('您好，订单付款已经12天，点券没有到账，退款申请也没有处理。'),
  buyer(
    '请在2026年11月6日前把 30000 点券充值到账，或者退还货款 298.00 元。到期仍未处理，我不再需要这笔点券，请直接退款。',
  ),
  automatic,
  time('2026年11月6日 21:30'),
  buyer('今天是11月6日，点券没有到账，也没有收到退款和答复。请退还货款 298.00 元。'),
  automatic,
];
