import type { NewCaseAnswers } from '../../../electron/contract/rpc/case-procedures.ts';

/** What the questions of 新建 offer to choose from, in plain words. */

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

type Bought = NewCaseAnswers['bought'];
type Defence = NewCaseAnswers['answers'][number]['kind'];
type Body = NewCaseAnswers['asked'][number]['body'];

export const goodsOptions: readonly Option<Bought['kind']>[] = [
  { value: 'card-key', label: '卡密', hint: '激活码、兑换码、软件序列号' },
  { value: 'game-credit', label: '游戏点券', hint: '充值、钻石、金币、道具' },
  { value: 'membership', label: '会员', hint: '视频、软件、课程等会员或者订阅' },
  { value: 'other', label: '其他', hint: '别的看不见摸不着的商品' },
];

export const channelOptions: readonly Option<NonNullable<Bought['channel']>>[] = [
  { value: 'platform-shop', label: '购物平台上的店铺', hint: '网购平台、二手平台、直播间里的店铺' },
  { value: 'own-site', label: '商家自己的网站或者 App' },
  { value: 'private-chat', label: '聊天软件里直接转账' },
];

export const payerOptions: readonly string[] = ['手机支付', '银行卡', '平台余额', '话费支付'];

export const defenceOptions: readonly Option<Defence>[] = [
  { value: 'already-used', label: '“已经使用了，不能退”' },
  { value: 'key-leaked', label: '“是您自己把卡密泄露了”' },
  { value: 'not-a-quality-fault', label: '“这不是质量问题”' },
  { value: 'no-refund-term', label: '“虚拟商品，不退不换”' },
  { value: 'refund-delayed', label: '答应退，但一直没有退' },
  { value: 'other', label: '别的说法，或者不理人' },
];

export const bodyOptions: readonly Option<Body>[] = [
  { value: 'merchant', label: '商家', hint: '提出过退款要求' },
  { value: 'platform', label: '购物平台的客服', hint: '申请过“平台介入”或者投诉' },
  { value: 'market-regulator', label: '12315', hint: '打过电话，或者在网站、小程序上投诉' },
  { value: 'consumer-association', label: '消费者协会', hint: '也叫“消协”“消委会”' },
  { value: 'payment-provider', label: '支付机构或者银行', hint: '向收付款的公司反映过' },
  { value: 'court', label: '法院', hint: '申请立案或者已经起诉' },
];
