import { longScreenshot, phoneScreenshot, type Sample } from '../sample.ts';
import { gameArtwork, personAvatar, signAvatar } from '../screens/artwork.ts';
import { chat } from '../screens/chat.ts';
import { clockTime } from '../screens/clock.ts';
import { gameShop } from '../screens/game-shop.ts';
import { orderDetail } from '../screens/order-detail.ts';
import { productPage } from '../screens/product-page.ts';
import { rechargeRecord } from '../screens/recharge-record.ts';
import { serviceCase } from '../screens/service-case.ts';
import { jili as theme } from '../screens/themes.ts';
import { gameCreditCase } from './case-file.ts';
import { credit } from './facts.ts';
import { balance, serverName, shopAfterTwoDays, shopInNovember } from './game-screens.ts';
import { paymentReceipt } from './payment-receipt.ts';
import { serviceChat } from './service-chat.ts';

const across = { kind: 'screenshot', width: 800, height: 360, scale: 3 } as const;

export const gameCredit: Sample = {
  folder: 'game-credit',
  caseFile: gameCreditCase,
  files: [
    phoneScreenshot(
      'evidence/商品页面.png',
      productPage({
        theme,
        time: '19:28',
        battery: 77,
        artwork: gameArtwork(360, true),
        price: credit.price,
        listPrice: '328.00',
        sold: '已售 860+',
        badge: '官方直充',
        title: '据岛物语 30000点券 安卓区 付款后24小时内到账',
        tags: ['24小时内到账', '超时全额退款', '官方直充'],
        rows: [
          { label: '选择', value: '已选 30000点券 · 安卓区' },
          { label: '到账', value: '付款后24小时内到账' },
          { label: '说明', value: '超时未到账，全额退款' },
        ],
        shop: { avatar: signAvatar(42, '点', '#3a3fa8', '#6a5fd0'), name: credit.shop, line: '入驻2年 · 服务评分 4.5' },
        review: { count: '(218)', who: '用户 岛***客', text: '以前买过几次，当天就到账了。' },
      }),
    ),
    phoneScreenshot(
      'evidence/订单详情.png',
      orderDetail({
        theme,
        time: '20:02',
        battery: 68,
        status: '等待商家充值',
        statusLine: '商家承诺付款后24小时内到账',
        shop: credit.shop,
        thumbnail: gameArtwork(76, true),
        product: credit.product,
        specification: credit.specification,
        price: credit.price,
        delivery: [{ label: '充值账号', value: `${credit.nickname}（编号 ${credit.account}）` }],
        details: [
          { label: '订单号', value: credit.orderNumber, copy: true },
          { label: '交易单号', value: credit.transactionNumber, copy: true },
          { label: '下单时间', value: clockTime(credit.placedAt) },
          { label: '付款时间', value: clockTime(credit.paidAt) },
          { label: '付款方式', value: credit.payment },
          { label: '充值状态', value: '处理中' },
        ],
        buttons: ['联系商家', '催促充值', '申请退款'],
      }),
    ),
    {
      kind: 'document',
      path: 'evidence/电子付款回单.pdf',
      title: '据付电子付款回单',
      created: '2026-10-22T20:15:30+08:00',
      html: paymentReceipt(),
    },
    { ...across, path: 'evidence/点券余额-10月22日.png', html: gameShop(shopAfterTwoDays) },
    { ...across, path: 'evidence/点券余额-11月16日.png', html: gameShop(shopInNovember) },
    phoneScreenshot(
      'evidence/充值记录.png',
      rechargeRecord({
        time: '21:14',
        battery: 46,
        game: credit.game,
        nickname: credit.nickname,
        account: credit.account,
        server: serverName,
        balance,
        period: '2026年8月1日至2026年11月16日',
        months: [
          { month: '2026年11月', total: '入账 0', rows: [] },
          { month: '2026年10月', total: '入账 0', rows: [] },
          {
            month: '2026年9月',
            total: '入账 600',
            rows: [{ what: '点券充值', at: '2026-09-12 20:06:18', points: '+600' }],
          },
          {
            month: '2026年8月',
            total: '入账 600',
            rows: [{ what: '点券充值', at: '2026-08-03 19:41:52', points: '+600' }],
          },
        ],
      }),
    ),
    longScreenshot(
      'evidence/客服聊天记录.png',
      chat({
        theme,
        time: '21:18',
        battery: 45,
        shop: credit.shop,
        state: '客服忙碌中',
        shopAvatar: signAvatar(38, '点', '#3a3fa8', '#6a5fd0'),
        buyerAvatar: personAvatar(38, '#d6e6f2', '#3d6a8f', 'short'),
        lines: serviceChat,
        long: true,
      }),
    ),
    phoneScreenshot(
      'evidence/退款申请进度.png',
      serviceCase({
        theme,
        time: '21:22',
        battery: 44,
        title: '退款进度',
        result: { mark: 'clock', colour: '#e39a1d', text: '待商家处理', line: '已提交22天，商家尚未处理' },
        steps: ['提交申请', '商家处理', '退款到账'],
        current: 0,
        rows: [
          { label: '售后单号', value: credit.refundNumber },
          { label: '订单号', value: credit.orderNumber },
          { label: '退款金额', value: `¥${credit.price}` },
          { label: '售后类型', value: '仅退款' },
          { label: '退款原因', value: '超过约定时间未到账' },
          {
            label: '申请说明',
            value: '付款后超过48小时点券没有到账，商品页面写明超时未到账全额退款，请退还 298.00 元。',
          },
          { label: '上传凭证', value: '2张' },
          { label: '申请时间', value: '2026-10-25 09:06:00' },
        ],
        history: [
          { at: '11-16 21:22', who: '系统', text: '当前状态：待商家处理。' },
          { at: '10-25 09:06', who: '买家', text: `提交退款申请 ¥${credit.price}，已通知商家。` },
        ],
        buttons: ['撤销申请', '补充凭证', '联系商家'],
      }),
    ),
  ],
};
