import { defect, event, type SeededDefect } from './seeded-defect.ts';

const request = event('no-reason-request', '2026-10-06');
const delivered = event('delivery', '2026-10-03T20:15:00+08:00');
const unused = { 'keys[0].state': 'unused', 'keys[0].shownAt': undefined, 'keys[0].triedAt': undefined };
const noReason = { issues: ['not-as-described'], 'claims[0].route': 'no-reason', 'events[4]': request };

/** Card keys: their state and the story, no-reason return, and what must not be printed. */
export const keyDefects: readonly SeededDefect[] = [
  defect('key.unmasked', { 'keys[0].label': 'AB1CD-2EF3G-H4JK5-LM6NP-7Q2KR' }, 'keys[0].label', 'warning'),
  defect(
    'key.unmasked',
    { 'statements.reply': '卡密为ABCDE-FGHIJ-KLMNO-PQRST-UVWXY。' },
    'statements.reply',
    'warning',
  ),
  defect('key.unmasked', { 'events[2].text': '输入A1B2C3D4E5F6G7H8后失败。' }, 'events[2].text', 'warning'),
  defect('key.unmasked', { 'keys[0].label': 'QWERTY20267Q2K' }, 'keys[0].label', 'warning'),
  defect('key.unmasked', { 'events[2].text': '输入ABCD1234EFGH5678后失败。' }, 'events[2].text', 'warning'),
  defect('key.unmasked', { 'events[2].text': '输入兑换码：QWERTY20267Q2K后失败。' }, 'events[2].text', 'warning'),
  defect('key.shown-before-paid', { 'keys[0].shownAt': '2026-10-03T20:10:30+08:00' }, 'keys[0].shownAt', 'warning'),
  defect('key.tried-before-shown', { 'keys[0].triedAt': '2026-10-03T20:14:00+08:00' }, 'keys[0].triedAt', 'warning'),
  defect('key.state-contradicts-trial', { 'keys[0].state': 'unused' }, 'keys[0].state', 'warning'),
  defect('key.state-contradicts-trial', { 'keys[0].state': 'not-delivered' }, 'keys[0].state', 'warning'),
  defect('key.state-contradicts-issue', { 'keys[0].state': 'activated' }, 'issues[0]', 'warning'),
  defect(
    'key.state-contradicts-issue',
    { issues: ['key-invalid-or-used'], 'keys[0].state': 'activated' },
    'issues[0]',
    'warning',
  ),
  defect('key.used-for-no-reason', { ...noReason, 'keys[0].state': 'activated' }, 'claims[0].route', 'warning', {
    also: ['claim.no-reason-unsettled'],
  }),
  defect(
    'key.used-for-no-reason',
    { ...noReason, ...unused, 'keys[0].shownAt': '2026-10-03T20:15:00+08:00' },
    'claims[0].route',
    'hint',
    { also: ['claim.no-reason-unsettled'] },
  ),
  defect(
    'key.used-for-no-reason',
    { issues: ['not-as-described'], 'keys[0].state': 'activated', 'claims[0].text': '按七日无理由退货退还268.00元。' },
    'claims[0].text',
    'warning',
  ),
  defect(
    'claim.no-reason-for-service',
    { ...noReason, keys: [], 'orders[0].items[0].kind': 'membership' },
    'claims[0].route',
    'warning',
  ),
  defect(
    'claim.no-reason-excluded',
    { ...noReason, ...unused, 'orders[0].noReasonReturn': { promised: false, marked: true, confirmed: true } },
    'orders[0].noReasonReturn.confirmed',
    'warning',
  ),
  defect('claim.no-reason-unsettled', { ...noReason, ...unused }, 'orders[0].noReasonReturn', 'hint'),
  defect(
    'claim.no-reason-without-request',
    { ...noReason, ...unused, 'events[4]': delivered, 'orders[0].noReasonReturn': { promised: true } },
    'events',
    'warning',
  ),
  // Received on 3 October: the seventh day is the 10th, a working Saturday in 2026.
  defect(
    'claim.no-reason-late',
    {
      ...noReason,
      ...unused,
      'events[4]': delivered,
      'events[5]': event('no-reason-request', '2026-10-13'),
      'orders[0].noReasonReturn': { promised: true },
    },
    'events[5].at',
    'warning',
  ),
  defect(
    'claimant.id-number-in-text',
    { 'statements.reply': '本人证件号00000019900307001X。' },
    'statements.reply',
    'warning',
  ),
  defect(
    'privacy.identity-number',
    { 'statements.reply': '客服的证件号是999999199001010016。' },
    'statements.reply',
    'warning',
  ),
  defect('privacy.bank-card', { 'statements.reply': '请退到银行卡6299990000000008。' }, 'statements.reply', 'warning'),
  defect('privacy.bank-card', { 'statements.reply': '请退到6299 9900 0000 0009。' }, 'statements.reply', 'warning'),
  defect('privacy.phone-of-others', { 'statements.reply': '店主的手机是19900009999。' }, 'statements.reply', 'hint'),
  defect('privacy.password', { 'statements.reply': '账号密码：abc12345。' }, 'statements.reply', 'warning'),
];
