import { defect, event, type SeededDefect } from './seeded-defect.ts';

const silent = {
  'statements.answer': undefined,
  'filings[0].answer': undefined,
  'events[3].text': '联系商家。',
  'events[3].evidence': ['聊天-1'],
  'filings[0].status': 'filed',
};
const elsewhere = (body: string, status: string) => ({
  'filings[1]': { body, status, filedOn: '2026-10-20', evidence: ['聊天-1'] },
  'consents.notFiledElsewhere': undefined,
});
const complaint = { input: { papers: ['complaint-12315'] as const } };
const court = { input: { papers: ['small-claims'] as const } };
const person = { name: '何某', birthDate: '1980-01-01', address: '据例省据例市示例区虚构路3号' };

/** Which road, which court, and papers that have nothing to say. */
export const roadDefects: readonly SeededDefect[] = [
  defect('filing.parallel', elsewhere('consumer-association', 'accepted'), 'filings[1].status', 'warning', complaint),
  defect('filing.parallel', elsewhere('arbitration', 'handled'), 'filings[1].status', 'warning', complaint),
  defect('filing.parallel', elsewhere('market-regulator', 'handled'), 'filings[1].status', 'warning', complaint),
  defect('filing.parallel', elsewhere('court', 'filed'), 'filings[1].status', 'hint', complaint),
  defect('filing.parallel', elsewhere('other', 'handled'), 'filings[1].status', 'hint', complaint),
  defect(
    'filing.contradicts-statement',
    { ...elsewhere('court', 'refused'), 'filings[1].answer': '不予立案。', 'consents.notFiledElsewhere': true },
    'consents.notFiledElsewhere',
    'warning',
    complaint,
  ),
  defect('filing.court-twice', elsewhere('court', 'accepted'), 'filings[1].status', 'warning', court),
  defect('filing.court-twice', elsewhere('arbitration', 'accepted'), 'filings[1].status', 'warning', court),
  defect('filing.already-settled', { 'events[4]': event('settlement', '2026-10-08') }, 'events[4].kind', 'warning', {
    also: ['deadline.passed'],
  }),
  defect('filing.refused-without-answer', { 'filings[0].answer': undefined }, 'filings[0].answer', 'hint'),
  defect('filing.appeal-without-request', { filings: [] }, 'filings', 'warning', {
    input: { papers: ['platform-appeal'] },
  }),
  defect(
    'court.arbitration-clause',
    { terms: { arbitration: { text: '争议提交据例仲裁委员会仲裁。' } } },
    'terms.arbitration',
    'warning',
    court,
  ),
  defect(
    'court.jurisdiction-clause',
    { terms: { jurisdiction: { text: '由商家所在地法院管辖。' } } },
    'terms.jurisdiction.wasPointedOut',
    'warning',
    court,
  ),
  defect(
    'court.jurisdiction-clause',
    { terms: { jurisdiction: { text: '由商家所在地法院管辖。', wasPointedOut: false } } },
    'terms.jurisdiction',
    'hint',
    court,
  ),
  defect(
    'court.jurisdiction-clause',
    {
      terms: { jurisdiction: { text: '由据东市法院管辖。', court: '据东市东例区人民法院', wasPointedOut: true } },
    },
    'addressees.court',
    'warning',
    court,
  ),
  defect('court.not-open', { 'addressees.court': '据例省据东市远例区人民法院' }, 'addressees.court', 'hint', court),
  defect('claim.against-platform', { 'claims[0].against': ['平台'] }, 'claims[0].against[0]', 'hint'),
  defect(
    'complaint.office-not-theirs',
    { 'addressees.marketRegulator': '据例省据东市远例区市场监督管理局' },
    'addressees.marketRegulator',
    'hint',
    complaint,
  ),
  defect(
    'court.mediation-open',
    { court: { layout: 'elements', knowsMediation: true } },
    'court.mediation',
    'hint',
    court,
  ),
  defect('court.joint-action', { 'claimants[1]': person }, 'claimants', 'warning', court),
  defect(
    'claim.not-money',
    { 'claims[1]': { kind: 'other', text: '开具发票', evidence: ['支付-1'] } },
    'claims[1]',
    'hint',
    court,
  ),
  defect(
    'small-claims.above-line',
    {
      court: { province: '江苏省' },
      'orders[0].items[0].unitPrice': '64610.01',
      'orders[0].payments[0].amount': '64610.01',
      'claims[0].amount': '64610.01',
      'claims[0].calculation': '实际支付的全部。',
    },
    'claims',
    'warning',
    court,
  ),
  defect(
    'small-claims.above-line',
    {
      'orders[0].items[0].unitPrice': '64610.00',
      'orders[0].payments[0].amount': '64610.00',
      'claims[0].amount': '64610.00',
      'claims[0].calculation': '实际支付的全部。',
    },
    'court.province',
    'warning',
    court,
  ),
  defect(
    'small-claims.excluded-matter',
    { 'statements.additional': '投诉人申请对激活码进行司法鉴定。' },
    'statements.additional',
    'warning',
    court,
  ),
  defect('paper.comparison-without-promises', { promises: [] }, 'promises', 'error'),
  defect('paper.rebuttal-without-defences', silent, 'defences', 'warning', { input: { papers: ['rebuttal'] } }),
  defect(
    'paper.rebuttal-without-defences',
    { ...silent, 'statements.answer': '商家答复激活码已使用{证据:聊天-1}。' },
    'defences',
    'hint',
    { input: { papers: ['rebuttal'] } },
  ),
  defect('paper.payment-unidentified', { 'orders[0].payments': [] }, 'orders[0].payments', 'error'),
  defect(
    'paper.payment-unidentified',
    { 'orders[0].payments[0].transactionNumber': undefined },
    'orders[0].payments[0].transactionNumber',
    'error',
  ),
  defect(
    'paper.service-address-empty',
    { 'claimants[0].address': undefined },
    'claimants[0].serviceAddress.address',
    'error',
  ),
  defect(
    'paper.electronic-service-without-contact',
    {
      'claimants[0].serviceAddress': { electronic: true },
      'claimants[0].phone': undefined,
      'claimants[0].email': undefined,
    },
    'claimants[0].serviceAddress.mobile',
    'warning',
  ),
  defect(
    'paper.records-of-nobody',
    { recordRequests: [{ records: '激活记录', proves: '没有激活过' }] },
    'recordRequests[0].holder',
    'warning',
  ),
  defect('defence.without-reply', { defences: [{ kind: 'other', said: '系统问题。' }] }, 'defences[0].reply', 'hint'),
];
