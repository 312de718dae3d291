import type { Case } from '../../../contract/case/case-file.ts';
import { type Decision, decide } from '../decision.ts';
import { causeOfAction } from '../dispute.ts';
import type { Law } from '../law.ts';

/** 网络虚拟财产合同纠纷 came with the list of causes that courts use from this day (法〔2025〕226号). */
const propertyCauseSince = '2026-01-01';

/** 案由 by name, and another that may fit; the list itself was seen at second hand only, so it is not cited. */
export function likelyCause(file: Case, law: Law): Decision<string | undefined> {
  const cause = causeOfAction(file);
  if (cause === undefined) {
    return decide<string | undefined>(file, law, {
      answer: undefined,
      conclusion: '写了买的是什么，才能选案由。',
      grounds: [],
      missing: [{ label: '订单和商品', path: 'orders' }],
    });
  }
  const isOfGame =
    file.date >= propertyCauseSince &&
    file.orders.some(({ items }) => items.some(({ kind }) => kind === 'game-credit'));
  return decide<string | undefined>(file, law, {
    answer: cause,
    conclusion: `案由一般写“${cause}”，最后由法院确定。`,
    grounds: isOfGame ? [{ says: '涉及游戏道具、账号等网络虚拟财产的，法院也可能定为“网络虚拟财产合同纠纷”' }] : [],
    certainty: '有争议',
  });
}
