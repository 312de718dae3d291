import { defect, item, type SeededDefect } from './seeded-defect.ts';

const agent = { name: '何代理', kind: 'relative', authority: 'special' };
const person = { name: '何某', birthDate: '1980-01-01', address: '据例省据例市示例区虚构路3号' };
const guardian = { name: '何监护', kind: 'guardian', authority: 'special' };
const atWork = { 'claimants[0].occupation': '工人', 'claimants[0].employer': '据例玩具厂' };
const group = { 'claimants[1]': person, 'claimants[2]': person };

/** The two sides, those who act for them, and what they bought it for. */
export const peopleDefects: readonly SeededDefect[] = [
  defect('respondent.no-merchant', { 'respondents[0].roles': ['platform'] }, 'respondents', 'warning'),
  defect('respondent.unidentified', { 'respondents[0].name': undefined }, 'respondents[0].name', 'warning'),
  defect('respondent.unidentified', { 'respondents[0].address': ' ' }, 'respondents[0].address', 'warning'),
  defect('claimant.minor', { 'claimants[0].birthDate': '2012-01-01' }, 'claimants[0].agent', 'error'),
  defect('claimant.minor', { 'claimants[0].birthDate': '2008-11-19' }, 'claimants[0].agent', 'warning'),
  defect(
    'claimant.minor',
    { 'claimants[0].birthDate': '2012-01-01', 'claimants[0].agent': { ...agent, kind: 'lawyer' } },
    'claimants[0].agent',
    'error',
  ),
  defect('claimant.not-the-minor', { issues: ['minor-top-up'] }, 'claimants', 'warning', {
    also: ['evidence.group-empty'],
  }),
  defect(
    'claimant.not-the-minor',
    { issues: ['minor-top-up'], 'claimants[0].birthDate': undefined },
    'claimants',
    'warning',
    { also: ['evidence.group-empty'] },
  ),
  defect(
    'claimant.own-income',
    { issues: ['minor-top-up'], 'claimants[0].birthDate': '2009-06-01', 'claimants[0].agent': guardian, ...atWork },
    'claimants[0].occupation',
    'hint',
    { also: ['evidence.group-empty'] },
  ),
  defect(
    'claimant.born-after-case-date',
    { 'claimants[0].birthDate': '2026-11-19' },
    'claimants[0].birthDate',
    'error',
  ),
  defect('claimant.representatives', group, 'representatives', 'hint', { also: ['court.joint-action'] }),
  defect(
    'claimant.representatives',
    { ...group, 'claimants[0].id': '甲', representatives: ['甲'] },
    'representatives',
    'warning',
    { also: ['court.joint-action'] },
  ),
  defect(
    'claimant.representatives',
    { 'claimants[0].id': '甲', 'claimants[1]': { ...person, id: '乙' }, representatives: ['甲', '乙'] },
    'representatives',
    'hint',
    { also: ['court.joint-action'] },
  ),
  defect(
    'claimant.shared-contact',
    { 'claimants[1]': { ...person, phone: '19900000001' } },
    'claimants[1].phone',
    'hint',
    { also: ['court.joint-action'] },
  ),
  defect(
    'claimant.short-residence',
    { 'claimants[0].habitualResidence': { address: '据例省据例市东区虚构路2号', since: '2025-11-19' } },
    'claimants[0].habitualResidence.since',
    'warning',
  ),
  defect('agent.without-authorisation', { 'claimants[0].agent': agent }, 'claimants[0].agent', 'warning', {
    input: { papers: ['complaint-12315'] },
  }),
  defect('agent.without-authorisation', { 'claimants[0].agent': agent }, 'claimants[0].agent', 'warning', {
    input: { papers: ['small-claims'] },
  }),
  defect(
    'agent.authority-period',
    { 'claimants[0].agent': { ...agent, authorisedFrom: '2026-11-01', authorisedUntil: '2026-11-17' } },
    'claimants[0].agent.authorisedUntil',
    'warning',
  ),
  defect(
    'agent.authority-period',
    { 'claimants[0].agent': { ...agent, authorisedFrom: '2026-12-02', authorisedUntil: '2026-12-01' } },
    'claimants[0].agent.authorisedUntil',
    'warning',
  ),
  defect(
    'agent.authority-period',
    { 'claimants[0].agent': { ...agent, authorisedFrom: '2026-11-19' } },
    'claimants[0].agent.authorisedFrom',
    'warning',
  ),
  defect('order.not-for-living', { 'orders[0].purpose': 'resale' }, 'orders[0].purpose', 'error'),
  defect('order.not-for-living', { 'orders[0].purpose': 'business' }, 'orders[0].purpose', 'warning', {
    input: { papers: ['small-claims'] },
  }),
  defect(
    'order.unusual-quantity',
    { 'orders[0].items': [item({ quantity: 20, unitPrice: '13.40' })] },
    'orders[0].items[0].quantity',
    'hint',
  ),
  defect(
    'order.for-resale',
    { 'statements.background': '购买50份用于转卖{证据:订单-1}。' },
    'statements.background',
    'warning',
  ),
  defect('order.for-resale', { 'statements.additional': '本人代理拿货。' }, 'statements.additional', 'warning'),
];
