import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../electron/core/law/clocks/clocks.ts';
import { type ClockId, clockIds } from '../../electron/core/law/clocks/clocks-table.ts';
import { addDays } from '../../electron/core/law/clocks/working-days.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { cleanCase } from '../support/clean-case.ts';

type Changes = Readonly<Record<string, unknown>>;

/** The clean case without steps and events, so that only what a test tells starts a clock. */
function clocks(changes: Changes) {
  return clocksOf(cleanCase({ events: [], filings: [], keys: [], ...changes }), builtInLaw);
}

function clock(id: ClockId, changes: Changes) {
  const found = clocks(changes).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no clock ${id}`);
  return found;
}

const event = (kind: string, at: string, more: Changes = {}) => ({
  kind,
  at,
  text: '发生的事。',
  evidence: [],
  ...more,
});
const events = (kind: string, at: string): Changes => ({ events: [event(kind, at)] });
const filing = (body: string, days: Changes, status = 'filed') => ({ filings: [{ body, status, ...days }] });
const prepaid = { reach: 'single-purpose', redemption: 'many-times' };

/** Which clock, its source, what starts it, and its last day. */
const boundaries: readonly (readonly [ClockId, string, Changes, string])[] = [
  ['limitation', '民法典 188：三年', events('discovery', '2023-11-18'), '2026-11-18'],
  ['limitation', '民法典 203：末日是国庆节', events('discovery', '2023-10-01'), '2026-10-08'],
  ['limitation', '民法典 203：末日是调休上班的周六', events('discovery', '2023-10-10'), '2026-10-10'],
  ['limitation-cap', '民法典 188：二十年，末日是周日', { 'orders[0].placedAt': '2006-03-15' }, '2026-03-16'],
  ['rescission-right', '民法典 564：一年', events('discovery', '2025-11-18'), '2026-11-18'],
  ['rescission-right', '民法典 202：没有对应日', events('discovery', '2024-02-29'), '2025-02-28'],
  ['revocation-fraud', '民法典 152：一年', events('discovery', '2025-11-18'), '2026-11-18'],
  ['revocation-mistake', '民法典 152：九十日', events('discovery', '2026-08-20'), '2026-11-18'],
  ['revocation-cap', '民法典 152：五年', { 'orders[0].placedAt': '2021-11-18' }, '2026-11-18'],
  ['non-conformity-notice', '民法典 621：二年', events('delivery', '2024-11-18'), '2026-11-18'],
  ['quality-return', '消费者权益保护法 24：七日', events('delivery', '2026-11-11'), '2026-11-18'],
  ['no-reason-return', '七日无理由退货办法 10：签收次日起七日', events('delivery', '2026-11-11'), '2026-11-18'],
  [
    'no-reason-return',
    '七日无理由退货办法 10，民法典 203：末日是国庆节',
    events('delivery', '2026-09-24'),
    '2026-10-08',
  ],
  [
    'refund-after-return',
    '消费者权益保护法 25、七日无理由退货办法 13：七日',
    events('goods-returned', '2026-11-11'),
    '2026-11-18',
  ],
  ['refund-delay-mark', '侵害消费者权益行为处罚办法 8、10：十五日', events('demand', '2026-11-03'), '2026-11-18'],
  [
    'prepaid-refund',
    '预付式消费解释 14：付款后七日',
    {
      'orders[0].prepaid': prepaid,
      'orders[0].payments': [{ method: '支付', amount: '268.00', paidAt: '2026-11-11' }],
    },
    '2026-11-18',
  ],
  ['complaint-period', '投诉举报处理办法 16：三年', events('discovery', '2023-11-18'), '2026-11-18'],
  [
    'complaint-acceptance',
    '投诉举报处理办法 15：七个工作日',
    filing('market-regulator', { filedOn: '2026-11-09' }),
    '2026-11-18',
  ],
  [
    'complaint-acceptance',
    '投诉举报处理办法 45：跨中秋、国庆',
    filing('market-regulator', { filedOn: '2026-09-23' }),
    '2026-10-10',
  ],
  [
    'complaint-mediation',
    '投诉举报处理办法 23：六十日',
    filing('market-regulator', { acceptedOn: '2026-09-19' }, 'accepted'),
    '2026-11-18',
  ],
  [
    'complaint-ending-notice',
    '投诉举报处理办法 23：七个工作日',
    filing('market-regulator', { endedOn: '2026-11-09' }, 'handled'),
    '2026-11-18',
  ],
  ['court-filing', '民事诉讼法 126：七日', filing('court', { filedOn: '2026-11-11' }), '2026-11-18'],
  [
    'small-claims-trial',
    '民事诉讼法 168：两个月',
    filing('court', { acceptedOn: '2026-09-18' }, 'accepted'),
    '2026-11-18',
  ],
  [
    'small-claims-trial',
    '民法典 202：没有对应日，末日是调休上班的周六',
    filing('court', { acceptedOn: '2025-12-31' }, 'accepted'),
    '2026-02-28',
  ],
  [
    'simplified-trial',
    '民事诉讼法 164：三个月',
    filing('court', { acceptedOn: '2026-08-18' }, 'accepted'),
    '2026-11-18',
  ],
  [
    'fee-payment',
    '诉讼费用交纳办法 22：接到通知次日起七日',
    filing('court', { feeNoticeOn: '2026-11-11' }, 'accepted'),
    '2026-11-18',
  ],
  ['judicial-confirmation', '民事诉讼法 205：三十日', events('settlement', '2026-10-19'), '2026-11-18'],
  ['enforcement', '民事诉讼法 250：二年', events('judgment', '2024-11-18'), '2026-11-18'],
  ['platform-data', '电子商务法 31：三年', { 'orders[0].placedAt': '2023-11-18' }, '2026-11-18'],
  ['platform-data', '电子商务法 31：至少保存到对应日，不顺延', { 'orders[0].placedAt': '2023-10-01' }, '2026-10-01'],
];

describe('clocksOf', () => {
  it.each(boundaries)('%s (%s)', (id, _source, changes, last) => {
    const onLastDay = clock(id, { ...changes, date: last });
    expect(onLastDay.lastDay).toEqual({ kind: 'day', day: last });
    expect([onLastDay.status, onLastDay.daysLeft]).toEqual(['soon', 0]);
    const dayAfter = clock(id, { ...changes, date: addDays(last, 1) });
    expect([dayAfter.status, dayAfter.daysLeft]).toEqual(['passed', -1]);
  });

  it('has a boundary test for every clock that a case can start', () => {
    const tested = new Set(boundaries.map(([id]) => id));
    // 投诉举报处理办法 27 runs from a day that only the authority knows.
    expect(clockIds.filter((id) => !tested.has(id))).toEqual(['clue-check']);
    expect(clock('clue-check', {}).status).toBe('not-started');
  });

  it('says that a clock ends soon from thirty days before', () => {
    const on = (date: string) => clock('limitation', { ...events('discovery', '2023-11-18'), date }).status;
    expect([on('2026-10-18'), on('2026-10-19')]).toEqual(['running', 'soon']);
  });

  it('names the fact that starts a clock and its field', () => {
    const { start } = clock('quality-return', {
      events: [event('demand', '2026-11-12'), event('delivery', '2026-11-11', { evidence: ['订单-1'] })],
    });
    expect(start).toMatchObject({ day: '2026-11-11', path: 'events[1].at', isProven: true, isAssumed: false });
  });

  it('tells what would start it where the case does not', () => {
    expect(clock('quality-return', {})).toMatchObject({
      status: 'not-started',
      starts: '收到商品之日',
      lastDay: undefined,
    });
  });

  it('takes the first sign of knowledge where the day of discovery is not told, and says so', () => {
    const key = { id: '卡密', order: '订单一', state: 'does-not-activate', triedAt: '2026-10-05' };
    expect(clock('rescission-right', { keys: [key] }).start).toMatchObject({
      path: 'keys[0].triedAt',
      isAssumed: true,
    });
    expect(clock('rescission-right', {}).start).toMatchObject({ path: 'orders[0].placedAt', isAssumed: true });
  });

  it('makes one clock of each complaint', () => {
    const filings = ['2026-11-02', '2026-11-09'].map((filedOn) => ({
      body: 'market-regulator',
      status: 'filed',
      filedOn,
    }));
    const found = clocks({ filings }).filter(({ id }) => id === 'complaint-acceptance');
    expect(found.map(({ start }) => start?.path)).toEqual(['filings[0].filedOn', 'filings[1].filedOn']);
  });
});

describe('a year that the calendar does not hold', () => {
  const inYear2027 = (date: string) => clock('rescission-right', { ...events('discovery', '2026-03-03'), date });

  it('is named, never guessed, and the soonest last day stands in for it', () => {
    expect(inYear2027('2026-11-18').lastDay).toEqual({ kind: 'unknown-year', year: 2027, earliest: '2027-03-03' });
    expect([inYear2027('2027-02-03').status, inYear2027('2027-03-03').daysLeft]).toEqual(['soon', 0]);
  });

  it('leaves open for a while whether the clock has run out', () => {
    expect(inYear2027('2027-03-04').status).toBe('unknown');
    expect(inYear2027('2027-04-17').status).toBe('unknown');
    expect(inYear2027('2027-04-18').status).toBe('passed');
  });

  it('leaves a count of working days open where it runs into it', () => {
    const found = clock('complaint-acceptance', {
      ...filing('market-regulator', { filedOn: '2026-12-25' }),
      date: '2026-12-31',
    });
    expect(found.lastDay).toEqual({ kind: 'unknown-year', year: 2027, earliest: '2027-01-03' });
  });
});

describe('诉讼时效中断 (民法典 195)', () => {
  const found = { date: '2026-11-18' };
  const discovered = event('discovery', '2023-10-09');
  const limitation = (changes: Changes) => clock('limitation', { ...found, events: [discovered], ...changes });

  it('starts again from a demand, from consent and from an agreement', () => {
    for (const kind of ['demand', 'admission', 'settlement']) {
      const { start, status, interruptedBy } = limitation({ events: [discovered, event(kind, '2024-11-20')] });
      expect([start?.day, status, interruptedBy.map(({ path }) => path)]).toEqual([
        '2024-11-20',
        'running',
        ['events[1].at'],
      ]);
    }
  });

  it('starts again from a demand to the merchant that stands as a step taken', () => {
    expect(limitation(filing('merchant', { filedOn: '2024-11-20' })).start?.path).toBe('filings[0].filedOn');
  });

  it('stands still while a suit or an arbitration is pending and starts again when it ends', () => {
    for (const body of ['court', 'arbitration']) {
      const pending = limitation(filing(body, { filedOn: '2026-10-09' }));
      expect([pending.status, pending.lastDay]).toEqual(['stopped', undefined]);
      const ended = limitation(filing(body, { filedOn: '2025-10-09', endedOn: '2026-01-09' }, 'handled'));
      expect(ended.start?.day).toBe('2026-01-09');
    }
  });

  it('is not started again by a demand before the claimant knew, nor by one while a suit is pending', () => {
    expect(limitation({ events: [event('demand', '2023-10-08'), discovered] }).start?.path).toBe('events[1].at');
    const suit = filing('court', { filedOn: '2025-10-09' });
    const { status, interruptedBy } = limitation({ ...suit, events: [discovered, event('demand', '2026-01-09')] });
    expect([status, interruptedBy.map(({ path }) => path)]).toEqual(['stopped', ['filings[0].filedOn']]);
  });

  it('does not count a suit that was refused or withdrawn, nor a complaint to a platform or an authority', () => {
    const steps = [
      ['court', 'refused'],
      ['court', 'withdrawn'],
      ['platform', 'handled'],
      ['market-regulator', 'handled'],
      ['consumer-association', 'handled'],
    ] as const;
    for (const [body, status] of steps) {
      expect(limitation(filing(body, { filedOn: '2025-10-09' }, status)).interruptedBy, `${body} ${status}`).toEqual(
        [],
      );
    }
  });

  it('is not brought back by a demand after it had run out (民法典 192)', () => {
    const last = limitation({ events: [discovered, event('demand', '2026-10-09')] });
    expect(last.interruptedBy).toHaveLength(1);
    const late = limitation({ events: [discovered, event('demand', '2026-10-10')] });
    expect([late.interruptedBy, late.status]).toEqual([[], 'passed']);
  });

  it('takes nothing that one of several claimants did for the others', () => {
    const several = [
      { id: '甲', name: '何据真' },
      { id: '乙', name: '言知理' },
    ];
    const demand = event('demand', '2024-11-20', { claimant: '甲' });
    expect(limitation({ claimants: several, events: [discovered, demand] }).interruptedBy).toEqual([]);
    expect(limitation({ claimants: several.slice(0, 1), events: [discovered, demand] }).interruptedBy).toHaveLength(1);
  });

  it('does not touch the period for a complaint, which is no limitation period (投诉举报处理办法 16)', () => {
    expect(clock('complaint-period', { ...found, events: [discovered, event('demand', '2024-11-20')] }).status).toBe(
      'passed',
    );
  });
});

describe('what had to be done', () => {
  it('meets the right to rescind by a notice within a year, and not by a later one (民法典 564)', () => {
    const on = (at: string) =>
      clock('rescission-right', { events: [event('discovery', '2024-11-18'), event('rescission-notice', at)] }).status;
    expect([on('2025-11-18'), on('2025-11-19')]).toEqual(['done', 'late']);
  });

  it('meets the seven days for bad quality by asking the merchant or through the platform (消费者权益保护法 24)', () => {
    const asked = (body: string, filedOn: string) =>
      clock('quality-return', { ...events('delivery', '2026-10-11'), ...filing(body, { filedOn }) }).status;
    expect([asked('merchant', '2026-10-19'), asked('platform', '2026-10-19'), asked('platform', '2026-10-20')]).toEqual(
      ['done', 'done', 'late'],
    );
  });

  it('meets the seven days without a reason only by a request for it (七日无理由退货办法 10)', () => {
    const asked = (kind: string) =>
      clock('no-reason-return', { events: [event('delivery', '2026-10-12'), event(kind, '2026-10-13')] }).status;
    expect([asked('demand'), asked('no-reason-request')]).toEqual(['passed', 'done']);
  });

  it('counts a complaint whose outcome is told without a day as decided', () => {
    const status = (state: string) =>
      clock('complaint-acceptance', filing('market-regulator', { filedOn: '2026-10-12' }, state)).status;
    expect([status('filed'), status('accepted'), status('refused')]).toEqual(['passed', 'done', 'done']);
  });
});

describe('the law of a clock', () => {
  it('is that of the day on which it began: a complaint before 2026-04-15 is not under the measure of that day', () => {
    const citations = (filedOn: string) =>
      clock('complaint-acceptance', filing('market-regulator', { filedOn })).citations;
    expect(citations('2026-04-14')).toEqual(['consumer-regulation-46-2']);
    expect(citations('2026-04-15')).toEqual(['complaint-measure-15', 'consumer-regulation-46-2']);
  });

  it('is that of the filing for what bars the filing (投诉举报处理办法 16)', () => {
    expect(clock('complaint-period', events('discovery', '2024-11-20')).citations).toEqual(['complaint-measure-16-4']);
  });

  it('is in doubt where none of that day is in the tables', () => {
    const { citations, certainty } = clock('limitation', events('discovery', '2020-12-31'));
    expect([citations, certainty]).toEqual([[], '有争议']);
  });

  it('is in doubt for the fifteen days of the penalty measure, whose status is not settled', () => {
    expect(clock('refund-delay-mark', events('demand', '2026-11-03')).certainty).toBe('有争议');
  });
});

describe('what matters in a case', () => {
  const relevant = (changes: Changes) =>
    clocksOf(cleanCase(changes), builtInLaw).flatMap(({ id, isRelevant }) => (isRelevant ? [id] : []));

  it('is little in the clean case', () => {
    expect(relevant({})).toEqual([
      'limitation',
      'rescission-right',
      'non-conformity-notice',
      'quality-return',
      'refund-delay-mark',
      'complaint-period',
      'platform-data',
    ]);
  });

  it('leaves the rules of sale out for a membership and the complaint out for goods bought to sell on', () => {
    const membership = relevant({ 'orders[0].items': [{ name: '据例会员', kind: 'membership', unitPrice: '268.00' }] });
    expect(membership).not.toContain('quality-return');
    expect(membership).not.toContain('non-conformity-notice');
    expect(relevant({ 'orders[0].purpose': 'resale' })).not.toContain('complaint-period');
  });

  it('holds the seven days of prepayment only for what one trader redeems more than once (预付式消费解释 1, 26)', () => {
    expect(relevant({ 'orders[0].prepaid': prepaid })).toContain('prepaid-refund');
    expect(relevant({ 'orders[0].prepaid': { ...prepaid, redemption: 'once' } })).not.toContain('prepaid-refund');
    expect(relevant({ 'orders[0].prepaid': { ...prepaid, reach: 'multi-purpose' } })).not.toContain('prepaid-refund');
  });
});
