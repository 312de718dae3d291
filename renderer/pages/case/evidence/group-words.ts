import type { EvidenceGroup } from './evidence-entries.ts';

/** What kind of screenshot belongs into a group, and where it is found. */
export const groupHints: Readonly<Record<EvidenceGroup, string>> = {
  transaction:
    '订单详情和付款记录。订单在购物 App 的“我的订单”里点开截图；付款记录在付款用的手机应用的“账单”里，点开那一笔截图。',
  promise: '商家说过什么：商品页、服务保障、广告、下单前客服的答复。商品页可能会改，订单里如果有“交易快照”，也截一张。',
  problem: '实际是怎样：报错、用不了、少了功能、没到账的画面。截整个屏幕，带上时间；录过屏的，截出关键的几帧。',
  communication: '和商家、平台说过的话：从第一句截到最后一句，中间不要跳。短信、邮件、工单和处理结果都算。',
  identity: '商家是谁：店铺页的“店铺信息”“证照信息”、营业执照、公司名称和地址。没有公示的，把没有公示的页面截下来。',
  other: '放不进上面几组的，例如发票、公证书、另外花钱的凭证。没有就空着。',
};

/** What it proves, as one would write it. */
export const provesExamples: Readonly<Record<EvidenceGroup, string>> = {
  transaction: '例如：我在10月2日付了199元，收款的是这家店。',
  promise: '例如：商品页写明“支持 Windows 11，永久有效”。',
  problem: '例如：输入卡密后提示“该密钥已被使用”。',
  communication: '例如：10月5日我要求退款，客服答复“虚拟商品不退”。',
  identity: '例如：店铺由某某公司经营，地址在某某市。',
  other: '例如：为这件事另外花了30元。',
};
