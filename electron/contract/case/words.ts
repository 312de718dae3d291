import type { Agent, Claim, EvidenceItem, Filing, IssueKind, Order, Respondent } from './case-file.ts';
import type { keyStates, SecretKind } from './case-kinds.ts';

/**
 * The Chinese words for the kinds a case file writes in English. One place, so that a paper, the timeline,
 * the catalogue and a finding never call the same thing by two names. `Record` over the union makes a new
 * kind without a word a type error.
 */

/** 争议类型. */
export const issueWords: Readonly<Record<IssueKind, string>> = {
  'not-as-described': '功能不符',
  'false-description': '描述虚假',
  'does-not-activate': '无法激活或不兼容',
  'key-invalid-or-used': '卡密无效或已被使用',
  'not-credited-or-late': '未到账或迟延到账',
  'no-after-sales': '售后缺失',
  'unused-membership-or-balance': '会员或余额未用部分',
  'automatic-renewal': '自动续费',
  'minor-top-up': '未成年人充值',
};

type EvidenceGroup = EvidenceItem['group'];

/** 证据分组: the groups a chain of evidence is made of. */
export const evidenceGroupWords: Readonly<Record<EvidenceGroup, string>> = {
  transaction: '交易凭证',
  promise: '商家承诺',
  problem: '问题证据',
  communication: '沟通记录',
  identity: '主体信息',
  other: '其他证据',
};

/** 原件或复制件 (证据规定 11, 15: an electronic original may be a printout that comes directly from the data). */
export const evidenceFormWords: Readonly<Record<NonNullable<EvidenceItem['form']>, string>> = {
  original: '原件',
  copy: '复制件',
};

/** 扫描件 or 复印件, where a title says that what it names is a copy of a paper. */
export function scanWord(title: string): string | undefined {
  return /扫描件|复印件/u.exec(title)?.[0];
}

type RespondentRole = Respondent['roles'][number];

/** What the other side is in the dispute. */
export const respondentRoleWords: Readonly<Record<RespondentRole, string>> = {
  merchant: '商家',
  platform: '平台',
  'payment-provider': '支付机构',
};

type KeyState = (typeof keyStates)[number];

/** 卡密状态. */
export const keyStateWords: Readonly<Record<KeyState, string>> = {
  'not-delivered': '未交付',
  unused: '未使用',
  activated: '已激活',
  'partly-used': '已部分使用',
  'used-before-delivery': '交付前已被他人使用',
  'does-not-activate': '无法激活',
  frozen: '已被冻结',
};

type ItemKind = Order['items'][number]['kind'];

/** 商品种类. */
export const itemKindWords: Readonly<Record<ItemKind, string>> = {
  'card-key': '卡密',
  'game-credit': '游戏点券',
  membership: '会员',
  other: '其他虚拟商品',
};

/** 诉求. 三倍 is the measure of 消费者权益保护法 55(1), on top of the refund. */
export const claimKindWords: Readonly<Record<Claim['kind'], string>> = {
  refund: '退还货款',
  'partial-refund': '退还部分货款',
  damages: '赔偿损失',
  'triple-damages': '增加赔偿（三倍）',
  costs: '负担相关费用',
  performance: '继续履行',
  rescission: '解除合同',
  other: '其他请求',
};

/** Whom a step already taken was addressed to. */
export const filingBodyWords: Readonly<Record<Filing['body'], string>> = {
  merchant: '商家',
  platform: '平台',
  'market-regulator': '市场监督管理部门（12315）',
  'consumer-association': '消费者协会',
  'payment-provider': '支付机构',
  court: '人民法院',
  arbitration: '仲裁机构',
  other: '其他机构',
};

/** 代理权限 (民事诉讼法 62). */
export const agentAuthorityWords: Readonly<Record<Agent['authority'], string>> = {
  general: '一般授权',
  special: '特别授权',
};

/** What a box in the redacted version hides. */
export const secretKindWords: Readonly<Record<SecretKind, string>> = {
  'identity-number': '证件号码',
  phone: '电话号码',
  'bank-card': '银行卡号',
  'card-key': '卡密',
  other: '其他内容',
};

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 一 to 十, then digits: numbers of parties and sections. */
export function numeral(count: number): string {
  return numerals[count - 1] ?? String(count);
}
