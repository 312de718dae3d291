import { longScreenshot, phoneScreenshot, type Sample } from '../sample.ts';
import { membershipArtwork, personAvatar, signAvatar } from '../screens/artwork.ts';
import { chat } from '../screens/chat.ts';
import { clockTime } from '../screens/clock.ts';
import { licencePage } from '../screens/licence-page.ts';
import { expiredMembership, yearlyPrice } from '../screens/membership-screens.ts';
import { orderDetail } from '../screens/order-detail.ts';
import { paymentBill } from '../screens/payment-bill.ts';
import { productPage } from '../screens/product-page.ts';
import { serviceCase } from '../screens/service-case.ts';
import { leju as theme } from '../screens/themes.ts';
import { lifetimeMembershipCase } from './case-file.ts';
import { membership } from './facts.ts';
import { serviceChat } from './service-chat.ts';
import { serviceTerms } from './service-terms.ts';

const sign = (size: number) => signAvatar(size, '恒', '#0f3b36', '#0c8f70');

export const lifetimeMembership: Sample = {
  folder: 'lifetime-membership',
  caseFile: lifetimeMembershipCase,
  files: [
    phoneScreenshot(
      'evidence/商品页面.png',
      productPage({
        theme,
        time: '21:40',
        battery: 58,
        artwork: membershipArtwork(360),
        price: membership.price,
        listPrice: '999.00',
        sold: '已售 3000+',
        badge: '乐据自营',
        title: '恒知课堂 终身会员 一次开通，终身有效 全部课程',
        tags: ['终身有效', '无需续费', '全部课程'],
        rows: [
          { label: '选择', value: '已选 终身会员' },
          { label: '期限', value: '一次开通，终身有效，无需续费' },
          { label: '开通', value: '付款后自动开通，绑定手机号' },
        ],
        shop: { avatar: sign(42), name: membership.shop, line: '课程服务 · 评分 4.8' },
        review: { count: '(952)', who: '用户 学***长', text: '一次买断，课程很多，慢慢学。' },
      }),
    ),
    phoneScreenshot(
      'evidence/订单详情.png',
      orderDetail({
        theme,
        time: '10:50',
        battery: 84,
        status: '交易成功',
        statusLine: '会员已开通，感谢您的信任',
        shop: membership.shop,
        thumbnail: membershipArtwork(76),
        product: membership.product,
        specification: membership.specification,
        price: membership.price,
        delivery: [{ label: '开通账号', value: membership.account }],
        details: [
          { label: '订单号', value: membership.orderNumber, copy: true },
          { label: '交易单号', value: membership.transactionNumber, copy: true },
          { label: '下单时间', value: clockTime(membership.placedAt) },
          { label: '付款时间', value: clockTime(membership.paidAt) },
          { label: '开通时间', value: clockTime(membership.openedAt) },
          { label: '付款方式', value: membership.payment },
        ],
        buttons: ['申请开票', '联系客服', '再次购买'],
      }),
    ),
    phoneScreenshot(
      'evidence/支付账单.png',
      paymentBill({
        time: '10:54',
        battery: 83,
        payee: membership.shop,
        payeeSign: '恒',
        amount: membership.price,
        rows: [
          { label: '付款时间', value: clockTime(membership.paidAt) },
          { label: '付款方式', value: '信用卡（尾号0000）' },
          { label: '商品说明', value: membership.product },
          { label: '收款方全称', value: membership.shopCompany },
        ],
        orderRows: [
          { label: '交易单号', value: membership.transactionNumber },
          { label: '商户订单号', value: membership.orderNumber },
        ],
      }),
    ),
    {
      kind: 'document',
      path: 'evidence/会员服务说明.pdf',
      title: '恒知课堂会员服务说明',
      created: '2025-09-30T21:46:10+08:00',
      html: serviceTerms(),
    },
    phoneScreenshot(
      'evidence/会员到期页面.png',
      expiredMembership({
        time: '08:35',
        battery: 91,
        service: membership.service,
        account: membership.account,
        openedOn: '2025-09-30',
        expiredOn: membership.expiredOn,
        yearlyPrice: membership.yearlyPrice,
      }),
    ),
    phoneScreenshot(
      'evidence/年度会员价格.png',
      yearlyPrice({
        time: '08:37',
        battery: 91,
        service: membership.service,
        account: membership.account,
        expiredOn: membership.expiredOn,
        yearlyPrice: membership.yearlyPrice,
      }),
    ),
    longScreenshot(
      'evidence/客服聊天记录.png',
      chat({
        theme,
        time: '17:06',
        battery: 62,
        shop: membership.shop,
        state: '在线',
        shopAvatar: sign(38),
        buyerAvatar: personAvatar(38, '#e9e3d3', '#6a6f58', 'short'),
        lines: serviceChat,
        long: true,
      }),
    ),
    phoneScreenshot(
      'evidence/平台处理结果.png',
      serviceCase({
        theme,
        time: '10:31',
        battery: 79,
        title: '工单详情',
        result: { mark: 'close', colour: '#d9443a', text: '不支持退款', line: '处理完成　2026-10-15 10:08' },
        steps: ['提交工单', '核实情况', '处理完成'],
        current: 2,
        answer: {
          title: '平台答复',
          paragraphs: [
            '您好，您的会员已使用，不支持退款。',
            '该商品由入驻店铺销售，有关会员期限的问题，请与店铺协商。',
          ],
          sign: `${membership.platform}消费者服务部　2026-10-15 10:08`,
        },
        rows: [
          { label: '工单号', value: membership.ticketNumber },
          { label: '订单号', value: membership.orderNumber },
          { label: '诉求金额', value: `¥${membership.refund}` },
          {
            label: '问题说明',
            value: '页面标注“乐据自营”“终身有效”，会员一年到期。请退还扣除一年使用价款后的 430.00 元。',
          },
        ],
        history: [
          { at: '10-15 10:08', who: '平台客服', text: '处理完成：不支持退款。' },
          { at: '10-10 11:32', who: '平台客服', text: '已联系店铺核实。' },
          { at: '10-08 15:20', who: '用户', text: '提交工单，上传截图4张。' },
        ],
        buttons: ['评价服务', '再次咨询'],
      }),
    ),
    phoneScreenshot(
      'evidence/经营主体信息.png',
      licencePage({
        theme,
        time: '10:36',
        battery: 78,
        note: '以下为店铺经营者和平台经营者的登记信息，由经营者公示。',
        operators: [
          {
            heading: '店铺经营者',
            rows: [
              { label: '店铺名称', value: membership.shop },
              { label: '企业名称', value: membership.shopCompany },
              { label: '信用代码', value: membership.shopCreditCode },
              { label: '法定代表人', value: membership.shopRepresentative },
              { label: '住所', value: membership.shopAddress },
              { label: '联系电话', value: membership.shopPhone },
            ],
          },
          {
            heading: '平台经营者',
            rows: [
              { label: '平台名称', value: membership.platform },
              { label: '企业名称', value: membership.platformCompany },
              { label: '信用代码', value: membership.platformCreditCode },
              { label: '法定代表人', value: membership.platformRepresentative },
              { label: '住所', value: membership.platformAddress },
              { label: '联系电话', value: membership.platformPhone },
            ],
          },
        ],
      }),
    ),
  ],
};
