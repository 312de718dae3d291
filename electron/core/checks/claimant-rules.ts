import { ageOn, formatDay } from '../../contract/case/moments.ts';
import { dealDay, payerAge } from '../law/dispute.ts';
import type { CheckInput, Match, Rule } from './rule.ts';

export const claimantRules: readonly Rule[] = [
  {
    id: 'claimant.minor',
    severity: 'error',
    provisions: ['civil-code-18-2', 'civil-code-19', 'civil-code-20', 'civil-code-23'],
    find: minor,
  },
  {
    id: 'claimant.not-the-minor',
    severity: 'warning',
    provisions: ['civil-code-19', 'civil-code-20', 'civil-code-23'],
    find: notTheMinor,
  },
  { id: 'claimant.own-income', severity: 'hint', provisions: ['civil-code-18-2'], find: ownIncome },
  { id: 'claimant.born-after-case-date', severity: 'error', find: bornAfterCaseDate },
  { id: 'claimant.representatives', severity: 'hint', provisions: ['complaint-measure-12'], find: representatives },
  { id: 'claimant.shared-contact', severity: 'hint', provisions: ['complaint-measure-17'], find: sharedContact },
  {
    id: 'claimant.short-residence',
    severity: 'warning',
    provisions: ['civil-procedure-interpretation-4'],
    find: shortResidence,
  },
];

/** 民法典 23: a guardian acts for a minor; an agent of another kind needs the guardian's mandate first. */
function minor({ case: { claimants, date } }: CheckInput): Match[] {
  return claimants.flatMap(({ birthDate, agent }, index): Match[] => {
    if (birthDate === undefined || birthDate > date) return [];
    const age = ageOn(birthDate, date);
    if (age >= 18 || agent?.kind === 'guardian' || agent?.kind === 'relative') return [];
    const path = `claimants[${index}].agent`;
    const what = `按出生日期，第${index + 1}位投诉人不满十八周岁，没有写监护人`;
    return age < 16
      ? [{ path, message: `${what}。应由父母等监护人作为法定代理人提出，请补充监护人。` }]
      : [
          {
            path,
            severity: 'warning',
            message: `${what}。除主要靠自己劳动收入生活的以外，应由父母等监护人作为法定代理人提出，请补充监护人，或者在陈述中写明自己的劳动收入。`,
          },
        ];
  });
}

/** The deal is the child's own, so the child is the party and a parent acts for it. */
function notTheMinor({ case: subject }: CheckInput): Match[] {
  if (!subject.issues.includes('minor-top-up') || payerAge(subject) !== 'adult-or-unknown') return [];
  return [
    {
      path: 'claimants',
      message:
        '选了“未成年人充值”，但投诉人都已成年或未填出生日期。应以未成年人本人为投诉人（原告），由监护人作为法定代理人。',
    },
  ];
}

/** 民法典 18 第二款: from sixteen on, who lives on wages of their own is treated as grown up, and the top-up as binding. */
function ownIncome({ case: subject }: CheckInput): Match[] {
  if (!subject.issues.includes('minor-top-up')) return [];
  return subject.claimants.flatMap(({ birthDate, occupation = '', employer = '' }, index) => {
    const age = birthDate === undefined ? 0 : ageOn(birthDate, dealDay(subject));
    const isAtSchool = /学|无业|待业/u.test(`${occupation}${employer}`);
    if (age < 16 || age >= 18 || `${occupation}${employer}`.trim() === '' || isAtSchool) return [];
    return [
      {
        path: `claimants[${index}].occupation`,
        message: `第${index + 1}位投诉人充值时已满十六周岁，写了职业或者工作单位。主要靠自己劳动收入生活的，按完全民事行为能力人看待，不能以未成年为由要求返还；不是这样的，请在陈述中写明生活来源。`,
      },
    ];
  });
}

function bornAfterCaseDate({ case: { claimants, date } }: CheckInput): Match[] {
  return claimants.flatMap(({ birthDate }, index) =>
    birthDate === undefined || birthDate <= date
      ? []
      : [
          {
            path: `claimants[${index}].birthDate`,
            message: `出生日期晚于文书日期（${formatDay(date)}）。请核对年份。`,
          },
        ],
  );
}

/** 投诉举报处理办法 12: two representatives, chosen in writing. Two complainants can both come themselves. */
function representatives({ case: { claimants, representatives: chosen }, papers }: CheckInput): Match[] {
  if (!papers.includes('complaint-12315')) return [];
  const path = 'representatives';
  if (chosen.length === 1) {
    return [
      {
        path,
        severity: 'warning',
        message: '只选了一名代表人。共同投诉推选代表人的，应当书面推选两名，请再选一名，或者不选代表人、各自参加。',
      },
    ];
  }
  if (chosen.length > 0 && claimants.length < 3) {
    return [
      { path, message: `投诉人共${claimants.length}人，两人可以各自参加，不必推选代表人。请核对，或者清空代表人。` },
    ];
  }
  if (chosen.length > 0 || claimants.length < 3) return [];
  return [
    {
      path,
      message: `共同投诉人有${claimants.length}人，还没有选代表人。可以书面推选两名代表人来投诉；推选的，请在这里选出，并准备由全体投诉人签名的推选书。`,
    },
  ];
}

/** 投诉举报处理办法 17(四): complainants reached at one telephone are taken for one buyer, or for none. */
function sharedContact({ case: { claimants }, papers }: CheckInput): Match[] {
  if (!papers.includes('complaint-12315')) return [];
  return claimants.flatMap(({ phone = '' }, index) => {
    const first = claimants.findIndex((other) => (other.phone ?? '').trim() === phone.trim());
    if (phone.trim() === '' || first === index) return [];
    return [
      {
        path: `claimants[${index}].phone`,
        message: `第${index + 1}位投诉人与第${first + 1}位写了同一个电话。多人共用联系方式，可能被当作不是真实的消费争议；请写各自的电话，确实共用的请说明关系。`,
      },
    ];
  });
}

/** 民诉法解释 4: a place of habitual residence needs a year without a break before the action is brought. */
function shortResidence({ case: { claimants, date }, papers }: CheckInput): Match[] {
  if (!papers.includes('small-claims')) return [];
  return claimants.flatMap(({ habitualResidence }, index) => {
    const since = habitualResidence?.since;
    if (since === undefined || ageOn(since, date) >= 1) return [];
    return [
      {
        path: `claimants[${index}].habitualResidence.since`,
        message: `从${formatDay(since)}到文书日期不满一年，还不是经常居住地，不能据此选择法院。请改按户籍所在地，或者核对开始居住的日期。`,
      },
    ];
  });
}
