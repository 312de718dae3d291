import type { Case } from '../../../contract/case/case-file.ts';
import { ageOn } from '../../../contract/case/moments.ts';
import { type Decision, decide, type Ground } from '../decision.ts';
import { dealDay, payerAge } from '../dispute.ts';
import type { Law } from '../law.ts';
import { mayBePrepaid } from './prepaid.ts';

/** What a purchase by a child is worth in law, by its age on the day of the deal (民法典 18—20, 144, 145). */
export type MinorPurchase = 'under-8' | 'from-8' | 'from-16' | 'adult' | 'unknown' | 'not-in-issue';

const back: Ground = {
  says: '行为无效或者确定不发生效力的，取得的财产应当返还；不能返还的折价补偿，各方有过错的各自承担相应责任',
  by: ['civil-code-157'],
};
/** 电子商务法 48(2): whoever says that a child paid has to prove it. */
const presumption: Ground = {
  says: '网上交易先推定付款的人有相应的行为能力，要有证据推翻，所以要证明是孩子自己付的款',
  by: ['e-commerce-law-48-2'],
};
const guardian: Ground = { says: '监护人是法定代理人，由监护人代为提出', by: ['civil-code-23'] };

export function minorPurchase(file: Case, law: Law): Decision<MinorPurchase> {
  if (!file.issues.includes('minor-top-up')) {
    return decide(file, law, { answer: 'not-in-issue', conclusion: '本案没有选“未成年人充值”。', grounds: [] });
  }
  const deal = dealDay(file);
  const youngest = file.claimants
    .flatMap(({ birthDate }) => (birthDate === undefined ? [] : [ageOn(birthDate, deal)]))
    .sort((first, second) => first - second)[0];
  if (youngest === undefined) {
    return decide(file, law, {
      answer: 'unknown',
      conclusion: '适用哪一条取决于充值时的年龄，请先填写孩子的出生日期。',
      grounds: [presumption],
      missing: [{ label: '充值的未成年人的出生日期', path: 'claimants[0].birthDate' }],
    });
  }
  const prepaid: readonly Ground[] = file.orders.some((order) => mayBePrepaid(order))
    ? [
        {
          says: '预付款可以扣除已经兑付部分的价款；违法向未成年人提供网络付费游戏等服务的，不能扣除',
          by: ['prepaid-interpretation-10'],
        },
      ]
    : [];
  if (payerAge(file) === 'under-8') {
    return decide(file, law, {
      answer: 'under-8',
      conclusion: '充值时不满八周岁，孩子自己付款的行为无效，可以要求返还；要能证明是孩子付的款。',
      grounds: [
        { says: '不满八周岁的孩子没有民事行为能力，自己作出的购买没有效力', by: ['civil-code-20', 'civil-code-144'] },
        back,
        presumption,
        ...prepaid,
        guardian,
      ],
    });
  }
  if (youngest >= 18) {
    return decide(file, law, {
      answer: 'adult',
      conclusion: '填写的投诉人充值时都已成年；应以充值的未成年人本人为当事人。',
      grounds: [guardian],
      missing: [{ label: '充值的未成年人', path: 'claimants' }],
    });
  }
  const age: Ground = {
    says: '八周岁以上的未成年人，只能自己做与年龄、智力相适应的事，其他要监护人同意或者追认；监护人未作表示的视为拒绝追认',
    by: ['civil-code-19', 'civil-code-145'],
  };
  const suited: Ground = {
    says: '是否相适应，看与孩子生活的关联、孩子能否理解和预见后果，以及金额等',
    by: ['general-part-interpretation-5'],
  };
  const wages: Ground = {
    says: '十六周岁以上、主要靠自己劳动收入生活的，按成年人看待，请先确认是不是这样',
    by: ['civil-code-18-2'],
  };
  return decide(file, law, {
    answer: youngest >= 16 ? 'from-16' : 'from-8',
    conclusion: '充值时已满八周岁未成年：与年龄、智力不相适应，又没有得到同意、追认的，可以要求返还；由法院具体认定。',
    grounds: [...(youngest >= 16 ? [wages] : []), age, suited, back, presumption, ...prepaid, guardian],
    certainty: '有争议',
  });
}
