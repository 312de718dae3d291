import type { stages } from '../../../../electron/contract/case/case-kinds.ts';

type Stage = (typeof stages)[number];

interface PlaceToFile {
  /** Where it is handed in and how, one or two sentences. */
  readonly where: string;
  /** A page in `houseLinks`. */
  readonly link?: string;
  /** The field of `addressees` in which the case names whom it is addressed to. */
  readonly addressee?: 'platform' | 'marketRegulator' | 'consumerAssociation' | 'paymentProvider' | 'court';
  /** A channel of the texts for web forms. */
  readonly channel?: string;
}

/** Where the papers of each stage go. */
export const placesToFile: Readonly<Record<Stage, PlaceToFile>> = {
  negotiate: {
    where: '在订单的售后页面向商家提出；没有售后页面的，发给商家的客服。提交以后截一张图，留作证据。',
    channel: 'platform',
  },
  platform: {
    where: '在购物平台的订单里申请“平台介入”或者“客服介入”，把材料作为附件上传。提交以后记下处理编号。',
    addressee: 'platform',
    channel: 'platform',
  },
  'market-regulator': {
    where:
      '在全国12315平台的网站、App 或者小程序上提交；也可以拨打 12315，或者把打印件交给市场监督管理部门。和消费者协会先选一处，不要同时交。',
    link: '12315',
    addressee: 'marketRegulator',
    channel: '12315',
  },
  'consumer-association': {
    where:
      '向当地的消费者协会（有的地方叫消委会）提交，可以先打电话问清楚收材料的方式。和 12315 先选一处，不要同时交。',
    addressee: 'consumerAssociation',
    channel: 'consumer-association',
  },
  'payment-provider': {
    where:
      '在付款的账单里找到这一笔，进入“交易投诉”“对订单有疑惑”之类的入口；用银行卡付的，联系发卡银行。它没有法定义务退回您自己付的款。',
    addressee: 'paymentProvider',
  },
  court: {
    where: '在“人民法院在线服务”上网上立案，或者把打印件交到法院的立案窗口。',
    link: 'court',
    addressee: 'court',
  },
};
