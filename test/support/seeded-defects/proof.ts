import { defect, exhibit, type SeededDefect } from './seeded-defect.ts';

const twoClaimants = {
  'claimants[0].id': '甲',
  'claimants[1]': { id: '乙', name: '何某', birthDate: '1980-01-01', address: '据例省据例市示例区虚构路3号' },
};

/** Evidence: present, usable, cited, and cited by what it proves. */
export const proofDefects: readonly SeededDefect[] = [
  defect('evidence.file-missing', {}, 'evidence[1].files[0]', 'error', {
    input: { files: new Map([['evidence/支付凭证.png', { status: 'missing' }]]) },
  }),
  defect('evidence.unusable', {}, 'evidence[1].files[0]', 'warning', {
    input: { files: new Map([['evidence/支付凭证.png', { status: 'placeholder', reason: '需要密码' }]]) },
  }),
  defect('evidence.never-cited', { 'evidence[5]': exhibit('多余') }, 'evidence[5]', 'warning'),
  defect('evidence.group-empty', { 'evidence[3].group': 'other' }, 'evidence', 'warning'),
  defect('evidence.group-empty', { 'evidence[4].group': 'other' }, 'evidence', 'hint'),
  defect('evidence.file-twice', { 'evidence[1].files': ['evidence/订单详情.png'] }, 'evidence[1].files[0]', 'hint'),
  defect(
    'evidence.copy-without-carrier',
    { 'evidence[0].form': 'copy', 'evidence[0].carrier': undefined },
    'evidence[0].carrier',
    'hint',
  ),
  defect(
    'evidence.recording-without-carrier',
    { 'evidence[1].files': ['evidence/录屏.mp4'], 'evidence[1].form': 'original', 'evidence[1].carrier': undefined },
    'evidence[1].carrier',
    'hint',
  ),
  defect(
    'evidence.sound-without-transcript',
    { 'evidence[1].files': ['evidence/通话.m4a'] },
    'evidence[1].files[0]',
    'hint',
  ),
  defect(
    'evidence.boxes-unplaced',
    { 'evidence[1].files': [{ path: 'evidence/支付.txt', redactions: [{ x: 0, y: 0, width: 1, height: 0.1 }] }] },
    'evidence[1].files[0]',
    'warning',
    { input: { files: new Map([['evidence/支付.txt', { status: 'included', isSet: true }]]) } },
  ),
  defect('evidence.scan-as-original', { 'evidence[0].title': '订单扫描件' }, 'evidence[0].form', 'warning'),
  defect('evidence.scan-as-original', { 'evidence[0].title': '收据复印件' }, 'evidence[0].form', 'warning'),
  defect('evidence.reference-unreadable', { 'statements.reply': '见{证据 聊天-1}。' }, 'statements.reply', 'warning'),
  defect('evidence.reference-unreadable', { 'evidence[0].title': '订单{证据:订单-1}' }, 'evidence[0].title', 'warning'),
  defect(
    'evidence.of-another-claimant',
    { ...twoClaimants, 'evidence[1].claimant': '乙', 'claims[0].claimant': '甲' },
    'claims[0].evidence[0]',
    'warning',
    { also: ['court.joint-action'] },
  ),
  defect('event.without-evidence', { 'events[0].evidence': [] }, 'events[0].evidence', 'warning'),
  defect('promise.without-evidence', { 'promises[0].evidence': [] }, 'promises[0].evidence', 'warning'),
  defect(
    'key.without-evidence',
    { 'keys[0].evidence': [], 'keys[0].outcome': '两次失败。' },
    'keys[0].evidence',
    'warning',
  ),
  defect('filing.without-evidence', { 'filings[0].evidence': [] }, 'filings[0].evidence', 'hint'),
  defect(
    'claim.without-evidence',
    { 'claims[0].evidence': [], 'events[1].text': '付款{证据:支付-1}' },
    'claims[0].evidence',
    'warning',
  ),
];
