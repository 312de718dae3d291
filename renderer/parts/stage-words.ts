import type { CaseStep, CaseSummary } from '../../electron/contract/rpc/case-procedures.ts';

type Stage = NonNullable<CaseSummary['stage']>;

/** 阶段, a few characters each. */
export const stageWords: Readonly<Record<Stage, string>> = {
  negotiate: '与商家协商',
  platform: '平台介入',
  'market-regulator': '12315 投诉',
  'consumer-association': '消协调解',
  'payment-provider': '支付机构',
  court: '起诉',
};

/** The steps of the 案件工作台. */
export const stepWords: Readonly<Record<CaseStep, string>> = {
  parties: '当事人',
  orders: '订单与卡密',
  promises: '承诺与实际',
  events: '经过',
  evidence: '证据',
  claims: '诉求',
  papers: '文书',
  filing: '导出与期限',
};
