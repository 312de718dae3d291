import type { Case, CaseEvent, Filing } from '../../../contract/case/case-file.ts';
import type { Moment } from '../../../contract/case/moments.ts';

/** A dated fact of the case that starts, stops or meets a clock. */
export interface ClockFact {
  readonly day: string;
  /** The field it comes from, `events[3].at`. */
  readonly path: string;
  /** What happened, in a few words. */
  readonly text: string;
  /** False where the case gives no evidence of it. */
  readonly isProven: boolean;
  /** True where the case does not say when it began, and the first sign of it is taken. */
  readonly isAssumed: boolean;
}

/** A fact that starts a limitation period again; `resumes` is undefined while a suit is pending (民法典 195). */
export interface Interruption extends ClockFact {
  readonly resumes: string | undefined;
}

type EventKind = NonNullable<CaseEvent['kind']>;
const eventTexts: Readonly<Record<EventKind, string>> = {
  discovery: '发现问题',
  delivery: '收到商品',
  'no-reason-request': '提出无理由退货',
  demand: '提出要求',
  admission: '对方承认或者同意履行',
  'goods-returned': '卖家收到退回的商品',
  'rescission-notice': '通知解除合同',
  settlement: '达成协议',
  judgment: '法院、仲裁机构的生效文书写明的日期',
};

/** Events of a kind, earliest first. What only one of several claimants did is left out for the others' sake. */
export function eventFacts({ events, claimants }: Case, ...kinds: readonly EventKind[]): ClockFact[] {
  return events
    .flatMap(({ kind, at, evidence, claimant }, index): ClockFact[] =>
      kind === undefined || !kinds.includes(kind) || (claimant !== undefined && claimants.length > 1)
        ? []
        : [
            {
              ...sure,
              day: at.day,
              path: `events[${index}].at`,
              text: eventTexts[kind],
              isProven: evidence.length > 0,
            },
          ],
    )
    .sort(byDay);
}

const sure = { isAssumed: false } as const;

/** Steps taken with some bodies, by one of their days; those with a status of `without` are left out. */
export function filingFacts(
  { filings }: Case,
  bodies: readonly Filing['body'][],
  at: 'filedOn' | 'acceptedOn' | 'endedOn' | 'feeNoticeOn',
  without: readonly Filing['status'][] = [],
): ClockFact[] {
  return filings
    .flatMap(({ body, status, evidence, ...filing }, index): ClockFact[] => {
      const day = filing[at];
      return day === undefined || !bodies.includes(body) || without.includes(status)
        ? []
        : [{ ...sure, day, path: `filings[${index}].${at}`, text: stepTexts[at], isProven: evidence.length > 0 }];
    })
    .sort(byDay);
}

/** A suit or an arbitration that was not turned away and not given up. */
export function suitFacts(file: Case): ClockFact[] {
  return filingFacts(file, ['court', 'arbitration'], 'filedOn', ['refused', 'withdrawn']);
}

const stepTexts = {
  filedOn: '提出',
  acceptedOn: '受理或者立案',
  endedOn: '办理终结',
  feeNoticeOn: '接到交费通知',
} as const;

/** The other side was asked to pay or perform: an event that says so, or a step taken with the merchant itself. */
export function demandFacts(file: Case): ClockFact[] {
  return [...eventFacts(file, 'demand'), ...filingFacts(file, ['merchant'], 'filedOn')].sort(byDay);
}

/** 收到商品: told as an event, else when a key was first shown. */
export function receiptFact(file: Case): ClockFact | undefined {
  return (
    eventFacts(file, 'delivery')[0] ??
    earliest(
      momentFacts(
        file.keys.map(({ shownAt }) => shownAt),
        'keys',
        'shownAt',
        '卡密显示',
      ),
    )
  );
}

/** The first payment or order, when the deal was made. */
export function dealFact(file: Case): ClockFact | undefined {
  const placed = momentFacts(
    file.orders.map(({ placedAt }) => placedAt),
    'orders',
    'placedAt',
    '下单',
  );
  return earliest([...placed, ...paymentFacts(file)]);
}

export function paymentFacts({ orders }: Case): ClockFact[] {
  return orders.flatMap(({ payments }, index) =>
    momentFacts(
      payments.map(({ paidAt }) => paidAt),
      `orders[${index}].payments`,
      'paidAt',
      '付款',
    ),
  );
}

/**
 * 知道或者应当知道. Where the case does not tell the day, the first sign that the claimant knew is taken: a key tried
 * in vain, a demand, a step taken; else the deal itself. That can only make a clock end too early, never too late.
 */
export function discoveryFact(file: Case): ClockFact | undefined {
  const told = eventFacts(file, 'discovery')[0];
  if (told !== undefined) return told;
  const signs = [
    ...momentFacts(
      file.keys.map(({ triedAt }) => triedAt),
      'keys',
      'triedAt',
      '试用卡密',
    ),
    ...eventFacts(file, 'demand', 'no-reason-request', 'rescission-notice'),
    ...filingFacts(file, ['merchant', 'platform'], 'filedOn'),
  ];
  const sign = earliest(signs) ?? dealFact(file);
  return sign === undefined ? undefined : { ...sign, isAssumed: true };
}

/**
 * What starts a limitation period again (民法典 195): a demand to the debtor, its consent, a suit or an arbitration.
 * A suit that was refused or withdrawn is not counted, and neither is a step taken with a platform or an authority:
 * whether those interrupt is not settled by the text.
 */
export function interruptions(file: Case): Interruption[] {
  const again = [...demandFacts(file), ...eventFacts(file, 'admission', 'settlement')];
  const suits = suitFacts(file).map((fact) => ({
    ...fact,
    text: '起诉或者申请仲裁',
    resumes: file.filings[Number(/\d+/u.exec(fact.path)?.[0])]?.endedOn,
  }));
  return [...again.map((fact) => ({ ...fact, resumes: fact.day })), ...suits].sort(byDay);
}

function earliest(facts: readonly ClockFact[]): ClockFact | undefined {
  return facts.toSorted(byDay)[0];
}

function momentFacts(moments: readonly (Moment | undefined)[], list: string, field: string, text: string): ClockFact[] {
  return moments.flatMap((moment, index) =>
    moment === undefined
      ? []
      : [{ ...sure, day: moment.day, path: `${list}[${index}].${field}`, text, isProven: true }],
  );
}

export function byDay(first: ClockFact, second: ClockFact): number {
  return first.day < second.day ? -1 : Number(first.day > second.day);
}
