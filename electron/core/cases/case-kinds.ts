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
export const evidenceGroups = ['transaction', 'promise', 'problem', 'communication', 'identity', 'other'] as const;
export const claimKinds = [
  'refund',
  'partial-refund',
  'damages',
  'triple-damages',
  'costs',
  'performance',
  'other',
] as const;
export const filingBodies = [
  'merchant',
  'platform',
  'market-regulator',
  'consumer-association',
  'payment-provider',
  'court',
  'other',
] as const;
