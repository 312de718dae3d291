import { longScreenshot, phoneScreenshot, type Sample } from '../sample.ts';
import { personAvatar, signAvatar, softwareArtwork } from '../screens/artwork.ts';
import { chat } from '../screens/chat.ts';
import { clockTime } from '../screens/clock.ts';
import { desktopScreenshot } from '../screens/desktop.ts';
import { keyDelivery } from '../screens/key-delivery.ts';
import { keyQuery } from '../screens/key-query.ts';
import { laptopPhoto } from '../screens/laptop-photo.ts';
import { licencePage } from '../screens/licence-page.ts';
import { orderDetail } from '../screens/order-detail.ts';
import { paymentBill } from '../screens/payment-bill.ts';
import { productDetails } from '../screens/product-details.ts';
import { productPage } from '../screens/product-page.ts';
import { serviceFormScan } from '../screens/service-form-scan.ts';
import { youju as theme } from '../screens/themes.ts';
import { activationError } from './activation-error.ts';
import { afterSales, beforeOrder } from './after-sales-chat.ts';
import { softwareKeyCase } from './case-file.ts';
import { software } from './facts.ts';
import { receipt } from './receipt.ts';
import { platformDecision, platformReview, refundRefused } from './service-cases.ts';

const shopAvatar = signAvatar(38, '据', '#1f4fa3', '#2f86c9');
const buyerAvatar = personAvatar(38, '#f6dfe3', '#b0546b', 'long');
const talk = { theme, shop: software.shop, shopAvatar, buyerAvatar };

export const softwareKey: Sample = {
  folder: 'software-key',
  caseFile: softwareKeyCase,
  files: [
    phoneScreenshot(
      'evidence/商品页面.png',
      productPage({
        theme,
        time: '19:52',
        battery: 82,
        artwork: softwareArtwork(360),
        price: software.price,
        listPrice: '399.00',
        sold: '已售 1200+',
        badge: '自动发货',
        title: '墨格制图专业版 永久激活码 支持 Windows 11 / Windows 10 正版授权',
        tags: ['激活不了，包退', '永久授权', '自动发货', '在线指导'],
        rows: [
          { label: '选择', value: `已选 ${software.specification}` },
          { label: '保障', value: '激活不了，包退 · 在线指导 · 电子凭证' },
          { label: '发货', value: '电子激活码，付款后自动发货' },
        ],
        shop: {
          avatar: signAvatar(42, '据', '#1f4fa3', '#2f86c9'),
          name: software.shop,
          line: '入驻3年 · 描述相符 4.7',
        },
        review: { count: '(326)', who: '用户 m***9', text: '付款后马上收到激活码，客服回复也快。' },
      }),
    ),
    phoneScreenshot(
      'evidence/商品参数.png',
      productDetails({
        theme,
        time: '19:53',
        battery: 82,
        parameters: [
          { label: '软件名称', value: '墨格制图 专业版' },
          { label: '适用系统', value: 'Windows 11 / Windows 10（64位）', strong: true },
          { label: '授权期限', value: '永久' },
          { label: '授权数量', value: '1台电脑' },
          { label: '交付方式', value: '电子激活码，付款后自动发货' },
          { label: '语言', value: '简体中文' },
        ],
        promises: [
          { title: '激活不了，包退', text: '收到激活码后无法激活的，支持退款。' },
          { title: '在线指导', text: '每日9:00至21:30，客服在线指导安装和激活。' },
        ],
        steps: ['下单付款', '查看卡密', '下载软件', '输入激活'],
        notes: [
          '请从软件官网下载最新安装包。',
          '激活码请妥善保管，一码限一台电脑。',
          '本店激活码为虚拟商品，发出后不支持无理由退货。',
        ],
      }),
    ),
    phoneScreenshot(
      'evidence/下单前咨询.png',
      chat({ ...talk, time: '20:03', battery: 81, state: '在线', lines: beforeOrder, long: false }),
    ),
    phoneScreenshot(
      'evidence/订单详情.png',
      orderDetail({
        theme,
        time: '21:05',
        battery: 74,
        status: '商家已发货',
        statusLine: '请在“查看卡密”中查看电子激活码',
        shop: software.shop,
        thumbnail: softwareArtwork(76),
        product: software.product,
        specification: software.specification,
        price: software.price,
        delivery: [{ label: '发货至', value: software.account }],
        details: [
          { label: '订单号', value: software.orderNumber, copy: true },
          { label: '交易单号', value: software.transactionNumber, copy: true },
          { label: '下单时间', value: clockTime(software.placedAt) },
          { label: '付款时间', value: clockTime(software.paidAt) },
          { label: '发货时间', value: clockTime(software.shownAt) },
          { label: '付款方式', value: software.payment },
        ],
        buttons: ['申请售后', '查看卡密', '确认收货'],
      }),
    ),
    phoneScreenshot(
      'evidence/支付账单.png',
      paymentBill({
        time: '21:08',
        battery: 73,
        payee: software.shop,
        payeeSign: '据',
        amount: software.price,
        rows: [
          { label: '付款时间', value: clockTime(software.paidAt) },
          { label: '付款方式', value: '储蓄卡（尾号0000）' },
          { label: '商品说明', value: software.product },
          { label: '收款方全称', value: software.shopCompany },
        ],
        orderRows: [
          { label: '交易单号', value: software.transactionNumber },
          { label: '商户订单号', value: software.orderNumber },
        ],
      }),
    ),
    {
      kind: 'document',
      path: 'evidence/电子交易凭证.pdf',
      title: '有据商城电子交易凭证',
      created: '2026-10-03T10:02:00+08:00',
      html: receipt(),
    },
    phoneScreenshot(
      'evidence/激活码发货页.png',
      keyDelivery({
        theme,
        time: '20:20',
        battery: 79,
        product: '墨格制图专业版',
        key: software.keyLabel,
        rows: [
          { label: '订单号', value: software.orderNumber },
          { label: '发货时间', value: clockTime(software.shownAt) },
          { label: '授权', value: '永久 · 1台电脑' },
        ],
        steps: ['在软件官网下载并安装“墨格制图”。', '打开“帮助 → 激活”，输入激活码。', '提示“激活成功”后即可使用。'],
        note: '激活码只显示给发货至，请勿转发他人。激活遇到问题，请联系客服。',
      }),
    ),
    {
      kind: 'screenshot',
      path: 'evidence/激活失败截图.png',
      width: 1280,
      height: 720,
      scale: 1.5,
      html: desktopScreenshot(activationError),
    },
    {
      kind: 'photo',
      path: 'evidence/激活失败照片.jpg',
      width: 756,
      height: 1008,
      scale: 2,
      html: laptopPhoto(activationError),
    },
    phoneScreenshot(
      'evidence/激活码查询结果.png',
      keyQuery({
        time: '09:12',
        battery: 96,
        address: 'help.moge.example',
        keyLabel: software.keyLabel,
        rows: [
          { label: '激活码', value: software.keyLabel },
          { label: '授权类型', value: '专业版 · 永久' },
          { label: '适用系统', value: 'Windows 10', strong: true },
          { label: '激活次数', value: '0次（共1次）', strong: true },
          { label: '状态', value: '未激活' },
        ],
        queriedAt: '2026-10-03 09:12:36',
      }),
    ),
    longScreenshot(
      'evidence/售后聊天记录.png',
      chat({ ...talk, time: '09:04', battery: 88, state: '在线', lines: afterSales, long: true }),
    ),
    phoneScreenshot('evidence/退款申请被拒.png', refundRefused()),
    phoneScreenshot('evidence/平台处理结果.png', platformDecision()),
    phoneScreenshot('evidence/平台复核结果.png', platformReview()),
    {
      kind: 'scan',
      path: 'evidence/售后处理单扫描件.jpg',
      width: 1170,
      height: 827,
      scale: 2,
      html: serviceFormScan({
        company: software.shopCompany,
        number: software.formNumber,
        rows: [
          [
            { label: '客户姓名', written: software.buyer },
            { label: '店铺', written: software.shop },
          ],
          [
            { label: '订单号', written: software.orderNumber },
            { label: '实付金额', written: `${software.price}元` },
          ],
          [{ label: '商品名称', written: `${software.product}（${software.keyLabel}）`, wide: true }],
          [{ label: '客户反映', written: '激活失败，电脑为 Windows 11 专业版，要求退款。', wide: true }],
        ],
        finding: ['该激活码有效，适用系统为 Windows 10。', '在客户的 Windows 11 电脑上不能激活。'],
        opinion: ['激活码已发出，虚拟商品不退不换，不予退款。', '客户可更换为 Windows 10 系统后使用。'],
        handler: '余例',
        date: '2026年10月8日',
        seal: software.shopCompany,
      }),
    },
    phoneScreenshot(
      'evidence/店铺主体信息.png',
      licencePage({
        theme,
        time: '09:40',
        battery: 71,
        note: '以下为店铺经营者在平台公示的登记信息，可用于核对经营主体。',
        operators: [
          {
            heading: '营业执照信息',
            rows: [
              { label: '店铺名称', value: software.shop },
              { label: '企业名称', value: software.shopCompany },
              { label: '信用代码', value: software.shopCreditCode },
              { label: '类型', value: '有限责任公司' },
              { label: '法定代表人', value: software.shopRepresentative },
              { label: '住所', value: software.shopAddress },
              { label: '成立日期', value: '2023年5月8日' },
              { label: '营业期限', value: '长期' },
              { label: '经营范围', value: '计算机软硬件及辅助设备零售；软件销售；信息技术咨询服务。' },
              { label: '登记机关', value: '据安市东例区市场监督管理局' },
            ],
          },
          {
            heading: '联系方式',
            rows: [
              { label: '联系电话', value: software.shopPhone },
              { label: '联系地址', value: software.shopAddress },
            ],
          },
        ],
      }),
    ),
  ],
};
