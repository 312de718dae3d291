import { defect, event, item, type SeededDefect } from './seeded-defect.ts';

const triple = (amount: string) => ({ kind: 'triple-damages', amount, text: '增加赔偿', evidence: ['支付-1'] });
const fraud = {
  falsehood: '商品页写明适用 Windows 11，实际只适用 Windows 10。',
  knowledge: '客服承认这一批一直是 Windows 10 的激活码。',
  evidence: ['聊天-1'],
};
const rescission = { kind: 'rescission', evidence: ['报错-1'] };
const membership = [item({ name: '据例会员', kind: 'membership' })];
const person = { id: '乙', name: '何某', birthDate: '1980-01-01', address: '据例省据例市示例区虚构路3号' };
const second = {
  id: '订单二',
  claimant: '乙',
  number: 'JL20261003000002',
  platform: '据例商城',
  placedAt: '2026-10-03',
  items: [item()],
  payments: [{ method: '据例支付', amount: '268.00', paidAt: '2026-10-03', transactionNumber: 'ZF0000000000000002' }],
};

/** What is asked for: sums, grounds and what was used of it. */
export const claimDefects: readonly SeededDefect[] = [
  defect(
    'sum.items-differ-from-payments',
    { 'orders[0].items': [item({ unitPrice: '267.99' })] },
    'orders[0].payments',
    'warning',
  ),
  defect(
    'sum.items-differ-from-payments',
    { 'orders[0].items': [item({ unitPrice: '298.00' })] },
    'orders[0].payments',
    'hint',
  ),
  defect('refund.exceeds-payment', { 'orders[0].refunds': [{ amount: '268.01' }] }, 'orders[0].refunds', 'warning', {
    also: ['claim.exceeds-paid'],
  }),
  defect('claim.exceeds-paid', { 'claims[0].amount': '268.01' }, 'claims[0].amount', 'warning'),
  defect('claim.exceeds-paid', { 'orders[0].refunds': [{ amount: '0.01' }] }, 'claims[0].amount', 'warning'),
  defect(
    'claim.exceeds-own-payment',
    {
      'claimants[0].id': '甲',
      'claimants[1]': person,
      'orders[0].claimant': '甲',
      'orders[1]': second,
      'claims[0].claimant': '甲',
      'claims[0].amount': '300.00',
      'claims[1]': { kind: 'refund', claimant: '乙', amount: '236.00', evidence: ['支付-1'] },
    },
    'claims[0].amount',
    'warning',
    { also: ['court.joint-action'] },
  ),
  defect('claim.exceeds-triple', { 'claims[1]': triple('804.01'), fraud }, 'claims[1].amount', 'warning'),
  defect(
    'claim.calculation-wrong',
    { 'claims[0].calculation': '268.00元－0.00元＝278.00元，即请求268.00元。' },
    'claims[0].calculation',
    'warning',
  ),
  defect(
    'claim.calculation-differs',
    {
      'claims[0].calculation': '268.00元－100.00元＝168.00元，应退168.00元。'
        .replaceAll('268.00', '267.00')
        .replaceAll('168.00', '167.00'),
    },
    'claims[0].calculation',
    'warning',
  ),
  defect(
    'order.received-exceeds-payment',
    { 'orders[0].received': { text: '用了一段时间', value: '268.01' } },
    'orders[0].received.value',
    'warning',
    { also: ['claim.full-refund-after-use'] },
  ),
  defect('claim.none', { claims: [] }, 'claims', 'error'),
  defect('claim.total-missing', { 'claims[0].amount': undefined }, 'claims[0].amount', 'error'),
  defect(
    'claim.partial-without-calculation',
    { 'claims[0].kind': 'partial-refund', 'claims[0].calculation': ' ' },
    'claims[0].calculation',
    'warning',
  ),
  defect(
    'claim.damages-without-calculation',
    { 'claims[1]': { kind: 'damages', amount: '50.00', evidence: ['支付-1'] } },
    'claims[1].calculation',
    'hint',
  ),
  defect(
    'claim.performance-and-refund',
    { 'claims[1]': { kind: 'performance', text: '补发激活码', evidence: ['报错-1'] } },
    'claims[1]',
    'warning',
    { also: ['claim.not-money'] },
  ),
  defect(
    'claim.for-court-only',
    { 'claims[1]': { kind: 'other', text: '确认“虚拟商品不退不换”无效', evidence: ['聊天-1'] } },
    'claims[1].text',
    'hint',
    { input: { papers: ['refund-request', 'complaint-12315'] } },
  ),
  defect(
    'claim.subject-not-respondent',
    { 'claims[0].text': '判令店铺退还268.00元', 'respondents[0].roles': ['platform'] },
    'claims[0].text',
    'warning',
    { also: ['respondent.no-merchant'] },
  ),
  defect(
    'claim.full-refund-after-use',
    { issues: ['not-as-described'], 'keys[0].state': 'partly-used' },
    'claims[0].kind',
    'hint',
  ),
  defect(
    'claim.full-refund-after-use',
    { 'orders[0].received': { text: '用了一段时间', value: '20.00' } },
    'claims[0].kind',
    'hint',
  ),
  defect(
    'order.use-without-value',
    { issues: ['not-as-described'], 'keys[0].state': 'partly-used', 'claims[0].calculation': undefined },
    'orders[0].received',
    'warning',
    { also: ['claim.full-refund-after-use'] },
  ),
  defect('issue.not-prepaid', { issues: ['unused-membership-or-balance'] }, 'issues[0]', 'warning'),
  defect(
    'issue.not-prepaid',
    {
      issues: ['unused-membership-or-balance'],
      'orders[0].items': membership,
      'orders[0].prepaid': { reach: 'multi-purpose', redemption: 'many-times' },
    },
    'orders[0].prepaid.reach',
    'warning',
  ),
  defect(
    'issue.not-prepaid',
    {
      issues: ['unused-membership-or-balance'],
      'orders[0].prepaid': { reach: 'single-purpose', redemption: 'once' },
    },
    'orders[0].prepaid.redemption',
    'warning',
  ),
  defect('claim.rescission-without-notice', { 'claims[1]': rescission }, 'events', 'hint', {
    also: ['claim.not-money'],
  }),
  defect(
    'claim.rescission-without-ground',
    {
      issues: ['not-as-described'],
      'claims[1]': rescission,
      'events[4]': event('rescission-notice', '2026-10-08'),
    },
    'claims[1]',
    'hint',
    { also: ['claim.not-money'] },
  ),
  defect(
    'claim.rescission-without-ground',
    {
      issues: ['not-credited-or-late'],
      filings: [],
      'claims[1]': rescission,
      'events[4]': event('rescission-notice', '2026-10-08'),
    },
    'events',
    'warning',
    { also: ['claim.not-money', 'filing.appeal-without-request'] },
  ),
  defect(
    'order.renewal-notice-unknown',
    { issues: ['automatic-renewal'], 'orders[0].renewal': { noticeBeforeStart: 'clear' } },
    'orders[0].renewal.noticeBeforeRenewal',
    'hint',
  ),
  defect('order.renewal-notice-unknown', { issues: ['automatic-renewal'] }, 'orders[0].renewal', 'hint'),
  defect('claim.triple-needs-fraud', { 'claims[1]': triple('804.00') }, 'fraud.falsehood', 'warning'),
  defect(
    'claim.triple-needs-fraud',
    { 'claims[1]': triple('804.00'), fraud: { ...fraud, knowledge: undefined } },
    'fraud.knowledge',
    'warning',
  ),
  defect(
    'claim.triple-needs-fraud',
    { 'claims[1]': triple('804.00'), fraud: { ...fraud, evidence: [] } },
    'fraud.evidence',
    'warning',
  ),
  defect('fraud.without-claim', { fraud }, 'fraud', 'hint'),
];
