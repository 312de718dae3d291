import { defect, type SeededDefect } from './seeded-defect.ts';

const said = (id: string, text: string, severity: 'warning' | 'hint' = 'warning') =>
  defect(id, { 'statements.additional': text }, 'statements.additional', severity);

/** Words that do harm: the phrases that no paper may hold, and their obvious variants. */
export const wordDefects: readonly SeededDefect[] = [
  said('wording.threat', '如不退款，我就在网上曝光。'),
  said('wording.threat', '不退就举报你们。'),
  said('wording.threat', '否则找记者。'),
  said('wording.threat', '退款就不举报。'),
  said('wording.threat', '我会上门讨说法。'),
  said('wording.threat', '发小红书曝光商家。'),
  defect('wording.threat', { 'claims[0].text': '请三日内退款，否则举报到底。' }, 'claims[0].text', 'warning'),
  said('wording.absolute', '商家必须退款。'),
  said('wording.absolute', '商家必须全额退款。'),
  said('wording.absolute', '卡密一律不适用七日无理由。'),
  said('wording.absolute', '卡密都适用7天无理由退货。'),
  said('wording.absolute', '卡密属于数字化商品。'),
  said('wording.absolute', '12315可以强制退款。'),
  said('wording.absolute', '市场监管局会责令商家退款。'),
  said('wording.absolute', '平台必须先行赔付。'),
  said('wording.absolute', '平台有义务先行垫付。'),
  defect('wording.absolute', { 'events[3].text': '48小时内必须处理{证据:聊天-1}。' }, 'events[3].text', 'warning'),
  said('wording.outcome', '本案一定胜诉。'),
  said('wording.outcome', '到法院必赢。'),
  said('wording.outcome', '法院肯定会支持。'),
  said('wording.outcome', '投诉不受理可起诉市监局必赢。'),
  said('wording.emotional', '这是黑心商家。', 'hint'),
  said('wording.emotional', '客服是骗子！！', 'hint'),
  said('wording.emotional', '这是霸王条款。', 'hint'),
  defect('wording.emotional', { title: '无良商家退款案' }, 'title', 'hint'),
  said('wording.outdated-law', '依据《市场监督管理投诉举报处理暂行办法》。'),
  said('wording.outdated-law', '应当在续费前五日提醒。'),
  said('wording.outdated-law', '应当提前5日通知续费。'),
  said('wording.outdated-law', '违反《合同法》。'),
  said('wording.misapplied-law', '本案适用举证责任倒置。'),
  said('wording.misapplied-law', '《消费者权益保护法》第二十六条规定质量不符可以退货。'),
  said('wording.misapplied-law', '依据《电子商务法》第十七条请求退款。'),
  said('wording.misapplied-law', '法律规定有24小时冷静期。'),
  said('wording.misapplied-law', '向消协（12315）投诉。'),
  said('wording.misapplied-law', '平台没有尽到监管责任。'),
  said('wording.absolute', '无论如何都要退款。'),
  said('wording.emotional', '这是本人的血汗钱。', 'hint'),
  defect(
    'wording.no-glyph',
    { 'statements.problem': '打不开😀{证据:报错-1}{证据:商品页-1}' },
    'statements.problem',
    'warning',
    {
      input: { undrawableCharacters: ['😀'] },
    },
  ),
];
