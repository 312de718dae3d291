import type { WrittenCase } from '../sample.ts';
import { softwareEvidence } from './evidence-items.ts';
import { software } from './facts.ts';

export const softwareKeyCase: WrittenCase = {
  format: 'juli.case/1',
  title: '墨格制图专业版激活码无法在 Windows 11 激活退款案',
  date: '2026-11-18',
  stage: 'court',
  issues: ['does-not-activate', 'not-as-described'],
  claimants: [
    {
      name: software.buyer,
      gender: '女',
      birthDate: '1990-01-01',
      ethnicity: '汉族',
      occupation: '室内设计师',
      employer: '例州市半亩方塘设计工作室',
      phone: '19900001001',
      address: '明据省例州市据南区有理路18号1栋602室',
      idType: '居民身份证',
      idNumber: '00000019900101002X',
      email: 'zhili@example.invalid',
      serviceAddress: {
        recipient: '言知理',
        phone: '19900001001',
        address: '明据省例州市据南区有理路18号1栋602室',
        postcode: '000000',
        electronic: true,
        mobile: '19900001001',
      },
    },
  ],
  respondents: [
    {
      id: '商家',
      name: software.shopCompany,
      kind: 'company',
      roles: ['merchant'],
      shopName: software.shop,
      address: software.shopAddress,
      phone: software.shopPhone,
      contact: '店铺客服',
      creditCode: software.shopCreditCode,
      legalRepresentative: software.shopRepresentative,
      legalRepresentativePosition: '执行董事',
    },
  ],
  orders: [
    {
      id: '订单-1',
      number: software.orderNumber,
      platform: software.platform,
      shop: software.shop,
      placedAt: software.placedAt,
      channel: 'platform-shop',
      purpose: 'living',
      account: software.account,
      items: [
        {
          name: software.product,
          specification: software.specification,
          kind: 'card-key',
          quantity: 1,
          unitPrice: software.price,
        },
      ],
      payments: [
        {
          method: software.payment,
          amount: software.price,
          paidAt: software.paidAt,
          transactionNumber: software.transactionNumber,
        },
      ],
    },
  ],
  keys: [
    {
      id: '激活码-1',
      order: '订单-1',
      label: software.keyLabel,
      state: 'does-not-activate',
      shownAt: software.shownAt,
      triedAt: software.triedAt,
      outcome: `在 Windows 11 专业版电脑上输入后提示“激活失败”，错误代码 ${software.errorCode}，写明“${software.errorText}”；软件官方查询页显示激活次数为0次。`,
      evidence: ['发货页面', '激活报错', '激活码查询'],
    },
  ],
  promises: [
    {
      subject: '适用系统',
      promised: '商品页面标题和参数写明“支持 Windows 11 / Windows 10”；客服在下单前答复“Win11 直接用”。',
      promisedIn: '商品页面、下单前聊天',
      performed: `激活时提示“${software.errorText}”，在 Windows 11 上无法激活。`,
      evidence: ['商品页面', '售前咨询', '激活报错', '激活码查询'],
    },
    {
      subject: '激活不成功的处理',
      promised: '商品页面写明“激活不了，包退”。',
      promisedIn: '商品页面“服务保障”一栏',
      performed: '10月5日申请退款，10月6日被店铺拒绝，至今未退款。',
      evidence: ['商品页面', '退款申请'],
      interval: {
        from: '2026-10-02T20:41:30+08:00',
        promisedText: '承诺激活不了包退',
        actualUntil: '2026-11-18',
        actualText: '未激活也未退款',
        actualOngoing: true,
      },
    },
  ],
  events: [
    {
      at: '2026-10-02T19:58:00+08:00',
      text: '下单前询问店铺客服能否用于 Windows 11，客服答复“支持的亲，Win11 直接用”。',
      evidence: ['售前咨询'],
    },
    {
      at: software.placedAt,
      text: `在${software.platform}“${software.shop}”下单，订单号${software.orderNumber}，20时16分付款268.00元。`,
      evidence: ['商品页面', '订单详情', '支付账单', '交易凭证'],
    },
    {
      at: software.shownAt,
      kind: 'delivery',
      text: '平台订单页显示激活码，状态为“已自动发货”。',
      evidence: ['发货页面'],
    },
    {
      at: software.triedAt,
      kind: 'discovery',
      text: `首次激活失败，电脑提示“${software.errorText}”，错误代码${software.errorCode}。`,
      evidence: ['激活报错'],
    },
    {
      at: '2026-10-03T09:12:00+08:00',
      text: '在软件官方查询页查询该激活码：适用系统 Windows 10，激活次数0次，状态未激活。',
      evidence: ['激活码查询'],
    },
    {
      at: '2026-10-04T10:26:00+08:00',
      text: '按客服要求重启、关闭防护软件、重新安装后仍不能激活，客服承认“这一批是 Win10 的码”，建议更换系统。',
      evidence: ['售后聊天'],
    },
    {
      at: '2026-10-05T10:30:00+08:00',
      kind: 'demand',
      text: `在平台申请退款268.00元，退款编号${software.refundNumber}。`,
      evidence: ['退款申请'],
    },
    {
      at: '2026-10-06T08:47:00+08:00',
      text: '店铺拒绝退款，理由为“激活码已发出，虚拟商品不退不换”。',
      evidence: ['退款申请', '售后聊天'],
    },
    {
      at: '2026-10-06T09:12:00+08:00',
      text: `申请平台介入，工单号${software.ticketNumber}。`,
      evidence: ['平台处理结果'],
    },
    {
      at: '2026-10-09T16:20:00+08:00',
      text: '平台作出处理结果：虚拟商品不退不换，不支持退款。',
      evidence: ['平台处理结果'],
    },
    {
      at: '2026-10-12',
      text: '店铺寄来《售后处理单》，载明激活码适用 Windows 10，处理意见为不退款。',
      evidence: ['售后处理单'],
    },
    {
      at: '2026-10-13T11:05:00+08:00',
      text: '平台复核后维持原处理结果，复核答复只写明激活码已发出。',
      evidence: ['平台处理结果'],
    },
  ],
  evidence: softwareEvidence,
  claims: [
    {
      kind: 'refund',
      amount: software.price,
      text: `退还购买“${software.product}”的货款268.00元。`,
      calculation: '订单实付268.00元，未收到任何退款，应退268.00元。',
      evidence: ['订单详情', '支付账单', '激活报错', '激活码查询', '主体信息'],
    },
  ],
  filings: [
    {
      body: 'merchant',
      name: software.shop,
      filedOn: '2026-10-05',
      reference: software.refundNumber,
      status: 'refused',
      answer: '激活码已发出，虚拟商品不退不换。',
      evidence: ['退款申请', '售后聊天'],
    },
    {
      body: 'platform',
      name: `${software.platform}平台客服`,
      filedOn: '2026-10-06',
      reference: software.ticketNumber,
      status: 'handled',
      answer: '虚拟商品不退不换，激活码已发出，不支持退款；复核后维持原处理结果。',
      evidence: ['平台处理结果'],
    },
  ],
  terms: {
    noRefund: { text: '激活码已发出，虚拟商品不退不换', wasPointedOut: false, evidence: ['退款申请', '商品页面'] },
  },
  defences: [
    {
      kind: 'no-refund-term',
      said: '“激活码已发出，虚拟商品不退不换”',
      reply: '下单前的商品页面写的是“激活不了，包退”，没有写不退不换。',
      evidence: ['退款申请', '商品页面'],
    },
    {
      kind: 'not-a-quality-fault',
      said: '“这一批是 Win10 的码，换个系统就能用”',
      reply: '商品页面和客服都写明支持 Windows 11，本人购买前专门问过。',
      evidence: ['售后聊天', '商品页面', '售前咨询'],
    },
  ],
  statements: {
    background: `2026年10月2日，本人为在家中的笔记本电脑（系统为 Windows 11 专业版）上学习制图，在${software.platform}“${software.shop}”购买“${software.product}”1份，订单号${software.orderNumber}，付款268.00元，见{证据:订单详情}、{证据:支付账单}、{证据:交易凭证}。商品页面写明“支持 Windows 11 / Windows 10”“激活不了，包退”，见{证据:商品页面}。下单前本人专门询问能否用于 Windows 11，客服答复“支持的亲，Win11 直接用”，见{证据:售前咨询}。`,
    problem: `当日20时18分收到激活码，见{证据:发货页面}。20时41分在上述电脑激活，提示“${software.errorText}”，错误代码${software.errorCode}，见{证据:激活报错}。软件官方查询页显示该激活码适用系统为 Windows 10，激活次数为0次，见{证据:激活码查询}。本人按客服要求重启电脑、关闭防护软件、重新安装软件后仍不能激活；10月4日客服承认“这一批是 Win10 的码”，见{证据:售后聊天}。`,
    answer: `10月5日本人申请退款，10月6日店铺以“激活码已发出，虚拟商品不退不换”为由拒绝，见{证据:退款申请}。10月9日平台作出同样的处理结果，10月13日复核维持，见{证据:平台处理结果}。店铺另寄来《售后处理单》，书面确认该激活码适用 Windows 10，处理意见仍为不退款，见{证据:售后处理单}。`,
    reply:
      '该激活码没有激活成功过，本人没有得到约定的使用效果。退款的原因是激活码与商品页面和客服的承诺不一致，不是无理由退货；商品以电子方式发出，不等于已经按约定交付。',
    additional: `店铺经营者的名称、住所和统一社会信用代码以平台公示为准，见{证据:主体信息}。`,
  },
  addressees: {
    platform: software.platformCompany,
    marketRegulator: '据安市东例区市场监督管理局',
    consumerAssociation: '据安市东例区消费者协会',
    paymentProvider: '据付支付有限公司',
    court: '例州市据南区人民法院',
  },
  consents: { publishComplaint: true, delegateMediation: true, notFiledElsewhere: true },
};
