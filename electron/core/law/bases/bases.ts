import type { Case } from '../../../contract/case/case-file.ts';
import { isOutsideConsumerLaw } from '../decisions/consumer-status.ts';
import { sellsKeys } from '../decisions/e-commerce-scope.ts';
import { contractNature } from '../dispute.ts';
import type { Law } from '../law.ts';
import { basisRules, pleadsFault } from './basis-rules.ts';

/**
 * What a paper may cite for what. Nothing here says that the other side broke the law; where a condition of a
 * basis cannot be read from the case, the basis is left out.
 */
export interface Basis {
  readonly id: string;
  /** What the law provides, in our own words, without a full stop. */
  readonly statement: string;
  readonly provisions: readonly string[];
  /** Ends the contract: said to a court, not to a shop or an authority that cannot decide on it. */
  readonly isForCourt: boolean;
}

export type Forum = 'court' | 'elsewhere';

/** The bases a case may rest on before a court or before somebody else, in the order a paper states them. */
export function legalBases(file: Case, forum: Forum, { bases }: Pick<Law, 'bases'>): Basis[] {
  const isSale = contractNature(file) === 'sale';
  const hasKeys = sellsKeys(file);
  const isConsumer = !isOutsideConsumerLaw(file);
  const isFaultPleaded = pleadsFault(file);
  return basisRules
    .filter(
      (rule) =>
        rule.applies(file) &&
        (isConsumer || rule.isOfConsumers !== true) &&
        (isFaultPleaded || rule.isForFault !== true) &&
        (forum === 'court' ? rule.isForOthers !== true : rule.isForCourt !== true && rule.isOfCourts !== true),
    )
    .flatMap(({ id, isForCourt = false }) =>
      bases.bases
        .filter((row) => row.id === id)
        .map(({ statement, provisions, saleProvisions, keyProvisions }) => ({
          id,
          statement,
          provisions: [...provisions, ...(isSale ? saleProvisions : []), ...(hasKeys ? keyProvisions : [])],
          isForCourt,
        })),
    );
}

/**
 * The two answers to a term like 虚拟商品不退不换. They rest on different facts and lead to different results, so a
 * paper states them one beside the other and never as one: the first falls if the term was pointed out, the second
 * stands even then. A term that only repeats a lawful exclusion of no-reason return is not touched by the second.
 */
export const standardTermBases = {
  notPartOfContract: ['civil-code-496-2', 'contract-interpretation-10-3'],
  unfairContent: ['civil-code-497', 'consumer-law-26-2-3'],
  /** What the regulator looks after; it does not decide on validity (合同行政监督管理办法 22). */
  regulator: ['consumer-law-26-2-3', 'consumer-regulation-17'],
} as const;

/** When a platform answers beside the shop. The shop's breach alone is not such a case. */
export const platformBasis = ['consumer-law-44'] as const;

/** When a platform answers as the seller: the goods were, or were made to look like, its own. */
export const ownBusinessBasis = ['online-consumption-4'] as const;

/**
 * Who must produce the records of order, activation and redemption. 电子商务法 2(3) leaves out content services,
 * and a membership may be one, so it is cited for keys alone.
 */
export function recordsBasis(file: Case): readonly string[] {
  return sellsKeys(file) ? ['e-commerce-law-62'] : [];
}

/** What the complaint to the market regulator rests on. */
export const complaintBases = {
  identity: 'complaint-measure-10',
  agent: 'complaint-measure-11',
  jointComplaint: 'complaint-measure-12',
  ownSite: 'complaint-measure-13-2',
  platformShop: 'complaint-measure-13-3',
  parallelFiling: 'complaint-measure-16-2',
} as const;

export const smallClaimsBasis = 'civil-procedure-165-1';
