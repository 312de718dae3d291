/** The kinds a case file may name, as it writes them; their Chinese words stand in documents/words.ts. */

export const issueKinds = [
  'not-as-described',
  'false-description',
  'does-not-activate',
  'key-invalid-or-used',
  'not-credited-or-late',
  'no-after-sales',
  'unused-membership-or-balance',
  'automatic-renewal',
  'minor-top-up',
] as const;
export const stages = [
  'negotiate',
  'platform',
  'market-regulator',
  'consumer-association',
  'payment-provider',
  'court',
] as const;
export const respondentRoles = ['merchant', 'platform', 'payment-provider'] as const;
export const keyStates = [
  'not-delivered',
  'unused',
  'activated',
  'partly-used',
  'used-before-delivery',
  'does-not-activate',
  'frozen',
] as const;
/** What a box in a redacted packet hides, or a text of the case that is masked there. */
export const secretKinds = ['identity-number', 'phone', 'bank-card', 'card-key', 'other'] as const;
export type SecretKind = (typeof secretKinds)[number];
export const evidenceGroups = ['transaction', 'promise', 'problem', 'communication', 'identity', 'other'] as const;
export const claimKinds = [
  'refund',
  'partial-refund',
  'damages',
  'triple-damages',
  'costs',
  'performance',
  'rescission',
  'other',
] as const;
export const filingBodies = [
  'merchant',
  'platform',
  'market-regulator',
  'consumer-association',
  'payment-provider',
  'court',
  'arbitration',
  'other',
] as const;
/** 民事诉讼法 60, 61: who may act for a party. A guardian acts for a minor (民法典 23). */
export const agentKinds = ['guardian', 'lawyer', 'legal-service-worker', 'relative', 'recommended-citizen'] as const;
/** What it was bought for: only 生活消费 is under 消费者权益保护法 2. */
export const purposes = ['living', 'business', 'resale'] as const;
/** Where the deal was struck: decides who handles a complaint (投诉举报处理办法 13) and which court is open. */
export const dealChannels = ['platform-shop', 'own-site', 'private-chat'] as const;
/** Events from which a clock runs, or which stop one. */
export const eventKinds = [
  'discovery',
  'delivery',
  'no-reason-request',
  'demand',
  'admission',
  'goods-returned',
  'rescission-notice',
  'settlement',
  'judgment',
] as const;
/** 商家抗辩: what the other side says, each answered in the rebuttal. */
export const defenceKinds = [
  'already-used',
  'key-leaked',
  'not-a-quality-fault',
  'no-refund-term',
  'refund-delayed',
  'other',
] as const;
/** The papers a packet may hold, in the order they are bound. The timeline and the catalogue are papers too. */
export const paperIds = [
  'refund-request',
  'platform-appeal',
  'complaint-12315',
  'consumer-association',
  'payment-dispute',
  'small-claims',
  'comparison',
  'rebuttal',
  'evidence-request',
  'service-address',
  'authorisation',
] as const;
/** What a packet holds when neither the case nor anybody who builds it says otherwise. */
export const defaultPapers: readonly (typeof paperIds)[number][] = [
  'refund-request',
  'complaint-12315',
  'small-claims',
];
