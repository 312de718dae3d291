import { z } from 'zod';
import type { Ground } from '../decision.ts';

/** Which court and which market regulator is competent, in words that a lawyer can correct. When a rule holds, say the decisions. */
const jurisdictionIds = [
  'contract-court',
  'agreed-place',
  'recipient-of-money',
  'online-sale',
  'online-sale-in-private',
  'choice-of-court',
  'habitual-residence',
  'no-habitual-residence',
  'internet-court',
  'own-seat',
  'seat-or-published-address',
  'platform-shop',
  'platform-shop-without-address',
  'first-office',
] as const;
type JurisdictionId = (typeof jurisdictionIds)[number];

const rule = z.strictObject({
  id: z.enum(jurisdictionIds),
  of: z.enum(['法院', '市场监督管理部门']),
  /** One sentence without its full stop. */
  says: z.string().regex(/[^。；，\s]$/u),
  /** Empty where the rule's own wording was not seen: it is then pointed to and not cited. */
  provisions: z.array(z.string().min(1)),
  /** Where it ends: for whoever edits the table, never printed. */
  limits: z.string().min(1),
});

export const jurisdictionSchema = z
  .strictObject({ checkedOn: z.iso.date(), rules: z.array(rule) })
  .refine(({ rules }) => jurisdictionIds.every((id) => rules.filter((one) => one.id === id).length === 1), {
    params: { expected: `每条管辖规则各一条：${jurisdictionIds.join('、')}` },
  });

/** The rule as a reason of a decision, by the law of the day of filing. */
export function jurisdictionGround({ rules }: z.output<typeof jurisdictionSchema>, id: JurisdictionId): Ground[] {
  return rules
    .filter((one) => one.id === id)
    .map(({ says, provisions }) => ({ says, by: provisions, serves: 'filing' }));
}
