import type { Case } from '../../contract/case/case-file.ts';
import { dealDay } from './dispute.ts';

/**
 * How a dispute is handled goes by the day it is filed, whoever handles it: a court, an office, a consumer association
 * (消费者权益保护法 37, its 实施条例 40 and 45) or a payment provider.
 */
const ofProcedure =
  /^(?:civil-procedure|civil-procedure-interpretation|evidence-rules|complaint-measure|payment-regulation|contract-supervision|court-fees)-|^consumer-law-37-|^consumer-regulation-(?:40|45|46|49-2)(?:-|$)/;

/** The days on which a provision must have been in force to be cited: what was owed goes by the day of the deal too. */
export function actDays(file: Pick<Case, 'orders' | 'date' | 'issues'>, provision: string): string[] {
  return ofProcedure.test(provision) ? [file.date] : [dealDay(file), file.date];
}
