/** What the papers beside complaint and statement of claim rest on, each with what it may be cited for. */

/** 平台介入: the platform helps its users in a dispute, keeps the records and produces them. Nothing makes it repay. */
export const platformAppealBases = {
  assistance: ['e-commerce-law-61'],
  retention: ['e-commerce-law-31'],
  records: ['e-commerce-law-62'],
} as const;

/** 消费者协会: it accepts, investigates and mediates in good time; no provision counts its days. */
export const consumerAssociationBases = {
  mediation: ['consumer-law-37-1-5', 'consumer-regulation-45'],
  inquiry: ['consumer-regulation-40'],
} as const;

/** 支付机构: it handles complaints of its users and keeps three years of records. It decides on no sale. */
export const paymentProviderBases = {
  handling: ['payment-regulation-35-1'],
  records: ['e-commerce-law-53-3'],
  /** Only where the user did not order the payment. */
  unauthorised: ['e-commerce-law-57'],
} as const;

/** 解除合同通知: the ground, the notice, and what follows from it. */
export const rescissionBases = {
  'after-demand': ['civil-code-563-1-3'],
  'lost-purpose': ['civil-code-563-1-4'],
  notice: ['civil-code-565-1'],
  consequence: ['civil-code-566-1'],
} as const;
