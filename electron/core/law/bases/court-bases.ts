/** What the papers to a court rest on beside the claim itself, by the id of the provision. */
export const courtBases = {
  /** 民法典 565: ended when the notice arrives, or, without one, when the copy of the statement of claim does. */
  rescissionByNotice: ['civil-code-565-1'],
  rescissionBySuit: ['civil-code-565-2'],
  contractCourt: ['civil-procedure-24'],
  agreedCourt: ['civil-procedure-35'],
  /** 解释 31: a seller's clause that was not reasonably brought to the consumer's attention. */
  unnoticedCourtClause: ['civil-procedure-interpretation-31'],
  habitualResidence: ['civil-procedure-interpretation-4'],
  agreedPlace: ['civil-procedure-interpretation-18-1'],
  receivingPlace: ['civil-procedure-interpretation-18-2'],
  onlineSale: ['civil-procedure-interpretation-20'],
  agents: ['civil-procedure-61', 'civil-procedure-62-1-2'],
  electronicService: ['civil-procedure-90'],
  /** What only others hold: the court collects it from a third party, and orders the opponent to produce it. */
  collectedByCourt: ['civil-procedure-67-2'],
  producedByOpponent: ['civil-procedure-interpretation-112', 'evidence-rules-45-1', 'evidence-rules-47-1'],
  refusalToProduce: ['evidence-rules-48-1'],
  platformRecords: ['e-commerce-law-31'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
