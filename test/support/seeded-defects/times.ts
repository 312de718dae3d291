import { defect, event, item, type SeededDefect } from './seeded-defect.ts';

const settled = { body: 'market-regulator', filedOn: '2026-10-10', evidence: ['聊天-1'] };
const membership = [item({ name: '据例会员', kind: 'membership' })];

/** Dates: none after the papers, each in its order, and the periods of the law. */
export const timeDefects: readonly SeededDefect[] = [
  defect('event.after-case-date', { 'events[3].at': '2026-11-19' }, 'events[3].at', 'error'),
  defect('event.none', { events: [] }, 'events', 'warning'),
  defect(
    'order.after-case-date',
    { 'orders[0].refunds': [{ amount: '0.00', receivedAt: '2026-11-19' }] },
    'orders[0].refunds[0].receivedAt',
    'error',
  ),
  defect('order.after-case-date', { 'keys[0].triedAt': '2026-11-19' }, 'keys[0].triedAt', 'error'),
  defect(
    'order.after-case-date',
    { 'orders[0].term': { from: '2026-10-03', until: '2027-10-02', usedUntil: '2026-11-19' } },
    'orders[0].term.usedUntil',
    'error',
  ),
  defect('filing.after-case-date', { 'filings[0].filedOn': '2026-11-19' }, 'filings[0].filedOn', 'error'),
  defect('filing.after-case-date', { 'filings[0].endedOn': '2026-11-19' }, 'filings[0].endedOn', 'error'),
  defect('filing.before-order', { 'filings[0].filedOn': '2026-10-02' }, 'filings[0].filedOn', 'warning'),
  defect('filing.dates-reversed', { 'filings[0].acceptedOn': '2026-10-03' }, 'filings[0].acceptedOn', 'warning'),
  defect('filing.dates-reversed', { 'filings[0].endedOn': '2026-10-03' }, 'filings[0].endedOn', 'warning'),
  defect(
    'order.paid-before-placed',
    { 'orders[0].payments[0].paidAt': '2026-10-03T20:09:00+08:00' },
    'orders[0].payments[0].paidAt',
    'warning',
  ),
  defect(
    'refund.before-payment',
    { 'orders[0].refunds': [{ amount: '0.00', receivedAt: '2026-10-02' }] },
    'orders[0].refunds[0].receivedAt',
    'warning',
  ),
  defect(
    'event.delivery-before-payment',
    { 'events[4]': event('delivery', '2026-10-03T20:10:30+08:00') },
    'events[4].at',
    'warning',
  ),
  defect('event.before-order', { 'events[4]': event('demand', '2026-10-02') }, 'events[4].at', 'warning'),
  defect('event.before-order', { 'events[4]': event('discovery', '2026-10-02') }, 'events[4].at', 'warning'),
  defect(
    'interval.reversed',
    { 'promises[0].interval.promisedUntil': '2026-10-02' },
    'promises[0].interval.promisedUntil',
    'error',
  ),
  defect(
    'interval.reversed',
    { 'promises[0].interval.actualUntil': '2026-10-02' },
    'promises[0].interval.actualUntil',
    'error',
  ),
  defect(
    'interval.after-case-date',
    { 'promises[0].interval.actualUntil': '2026-11-19' },
    'promises[0].interval.actualUntil',
    'warning',
  ),
  defect(
    'order.term-reversed',
    {
      'orders[0].items': membership,
      'orders[0].term': { from: '2026-10-03', until: '2026-10-02', usedUntil: '2026-10-02' },
    },
    'orders[0].term.until',
    'error',
  ),
  defect(
    'order.term-reversed',
    {
      'orders[0].items': membership,
      'orders[0].term': { from: '2026-10-03', until: '2026-11-02', usedUntil: '2026-11-03' },
    },
    'orders[0].term.usedUntil',
    'error',
  ),
  defect(
    'order.renewal-reversed',
    { 'orders[0].renewal': { agreedAt: '2026-10-05', chargedAt: '2026-10-04' } },
    'orders[0].renewal.chargedAt',
    'warning',
  ),
  // The demand of 4 October 2026 started the three years again; 4 October 2029 is a Thursday of an unknown year.
  defect('limitation.passed', { date: '2030-01-15' }, 'filings[0].filedOn', 'warning', {
    input: { papers: ['small-claims'] },
    also: ['deadline.records'],
  }),
  defect(
    'limitation.soon',
    { date: '2026-11-18', 'events[4]': event('discovery', '2023-12-01'), filings: [] },
    'events[4].at',
    'warning',
    { input: { papers: ['small-claims'] }, also: ['event.before-order'] },
  ),
  defect(
    'complaint.period-passed',
    { 'events[4]': event('discovery', '2023-11-16'), 'keys[0].triedAt': undefined },
    'events[4].at',
    'warning',
    { input: { papers: ['complaint-12315'] }, also: ['event.before-order'] },
  ),
  defect('complaint.period-soon', { 'events[4]': event('discovery', '2023-12-01') }, 'events[4].at', 'warning', {
    input: { papers: ['complaint-12315'] },
    also: ['event.before-order'],
  }),
  defect('deadline.passed', { 'events[4]': event('judgment', '2024-11-14'), filings: [] }, 'events[4].at', 'warning', {
    input: { papers: ['small-claims'] },
    also: ['event.before-order', 'filing.already-settled'],
  }),
  defect('deadline.soon', { 'events[4]': event('settlement', '2026-11-10') }, 'events[4].at', 'warning', {
    also: ['filing.already-settled'],
  }),
  defect(
    'deadline.unknown-year',
    { date: '2026-12-30', 'filings[1]': { ...settled, filedOn: '2026-12-29', status: 'filed' } },
    'filings[1].filedOn',
    'warning',
    { also: ['filing.parallel', 'filing.contradicts-statement'] },
  ),
  defect('deadline.records', { date: '2029-09-20' }, 'orders[0].placedAt', 'hint', {
    input: { papers: ['refund-request'] },
    also: ['limitation.soon'],
  }),
];
