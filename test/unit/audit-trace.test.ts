import { describe, expect, it } from 'vitest';
import { type AuditedComposition, createAudit } from '../../electron/core/audit/audit-packet.ts';
import { deriveAmounts } from '../../electron/core/audit/derived-amounts.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { cleanCase } from '../support/clean-case.ts';
import { groupChanges } from '../support/group-case.ts';
import { situationCase, situationNames } from '../support/situations/situations.ts';
import { composedForAudit, pagesOf } from '../support/text-pages.ts';

/** Says what an audit finds when `change` is made to what a template gave and to what was printed alike. */
function messagesWith(change: (html: string) => string, changes: Readonly<Record<string, unknown>> = {}): string[] {
  const { content, composed } = composedForAudit(cleanCase(changes));
  const sections = composed.sections.map((section) => ({ ...section, html: change(section.html) }));
  const changed: AuditedComposition = { ...composed, sections };
  return createAudit(content, changed)(pagesOf(changed)).map(({ message }) => message);
}

const twoClaims = {
  claims: [
    { kind: 'refund', amount: '268.00', evidence: ['支付-1'] },
    { kind: 'damages', amount: '32.50', text: '赔偿因重装系统支出的费用32.50元。', evidence: ['聊天-1'] },
  ],
};

describe('every figure of twelve situations with every paper has a source', () => {
  it.each(situationNames)('%s', (name) => {
    const { content, composed } = composedForAudit(situationCase(name));
    expect(createAudit(content, composed)(pagesOf(composed))).toEqual([]);
  });

  it('and those of a group of buyers', () => {
    expect(messagesWith((html) => html, groupChanges())).toEqual([]);
  });

  it.each(['Product page', 'E-mail 7', '3C店铺页面', '12315投诉单', '2026年账单', '50%折扣页', '268元付款页'])(
    'and an exhibit that is called “%s”, whose number stands right before it',
    (title) => {
      expect(messagesWith((html) => html, { 'evidence[0].title': title })).toEqual([]);
    },
  );
});

describe('a sum that was added wrongly', () => {
  it('is right before', () => {
    expect(messagesWith((html) => html, twoClaims)).toEqual([]);
  });

  it('is found though it is a sum of the case: only the first claim in the total', () => {
    const found = messagesWith(
      (html) => html.replace('<strong>300.50元</strong>', '<strong>268.00元</strong>'),
      twoClaims,
    );
    expect(found.join('\n')).toContain('金额“268.00元”');
  });

  it('is found where digits and capitals differ', () => {
    const found = messagesWith((html) => html.replace('人民币叁佰元伍角整', '人民币贰佰陆拾捌元整'), twoClaims);
    expect(found.join('\n')).toContain('金额“贰佰陆拾捌元整”');
  });

  it('is found where a sum is no sum of anything', () => {
    const found = messagesWith((html) => html.replaceAll('300.50元', '300.60元'), twoClaims);
    expect(found.join('\n')).toContain('金额“300.60元”');
  });

  it('is found in what was paid, got back and left', () => {
    const refunded = { 'orders[0].refunds': [{ amount: '60.00' }], 'claims[0].amount': '208.00' };
    const told = '共支付268.00元，已收到退款60.00元，尚有208.00元未退还';
    const wrong = '共支付208.00元，已收到退款268.00元，尚有60.00元未退还';
    expect(messagesWith((html) => `${html}<p>${told}</p>`, refunded)).toEqual([]);
    const found = messagesWith((html) => `${html}<p>${wrong}</p>`, refunded).join('\n');
    for (const sum of ['208.00元', '268.00元', '60.00元']) expect(found).toContain(`金额“${sum}”`);
  });
});

describe('a citation is checked as a whole', () => {
  const cited = (text: string) => messagesWith((html) => html.replace('<h1 ', `<p>${text}</p><h1 `)).join('\n');

  it('passes with the statute, the article and the part of it that the law table has', () => {
    expect(
      cited(
        '《中华人民共和国民法典》第五百七十七条、第五百八十二条，《中华人民共和国消费者权益保护法》第二十六条第三款',
      ),
    ).toBe('');
    expect(cited('消费者权益保护法第五十二条')).toBe('');
  });

  it.each([
    ['an article of another statute', '《中华人民共和国消费者权益保护法》第五百七十七条', '第五百七十七条'],
    [
      'the same after a right one',
      '《中华人民共和国民法典》第五百七十七条，《中华人民共和国电子商务法》第五百七十七条',
      '第五百七十七条',
    ],
    ['another part of the article', '《中华人民共和国消费者权益保护法》第二十六条第九款', '第二十六条第九款'],
    ['an article without a statute', '依照第九百九十九条', '第九百九十九条'],
    ['a statute that the table does not have', '《网络交易管理办法》', '《网络交易管理办法》'],
    ['a repealed statute that a note of the table may name', '《市场监督管理投诉举报处理暂行办法》', '暂行办法》'],
  ])('finds %s', (_, text, shown) => {
    expect(cited(text)).toContain(shown);
  });

  it('takes no statute from a note in the tables', () => {
    const { content, composed } = composedForAudit(cleanCase());
    const repealed = '《市场监督管理投诉举报处理暂行办法》';
    const law = { ...content.law, clocks: { ...content.law.clocks, source: `${repealed}已经废止` } };
    const sections = composed.sections.map((section) => ({ ...section, html: `${section.html}<p>${repealed}</p>` }));
    const found = createAudit({ ...content, law }, { ...composed, sections })(pagesOf({ ...composed, sections }));
    expect(found.map(({ message }) => message).join()).toContain(repealed);
  });

  it('lets a case quote what it quotes', () => {
    const quoted = '平台称依据《据例商城虚拟商品规则》第十二条不退款。';
    expect(messagesWith((html) => html, { 'statements.answer': quoted })).toEqual([]);
    expect(cited('《据例商城虚拟商品规则》')).toContain('《据例商城虚拟商品规则》');
  });
});

describe('what a packet says of itself', () => {
  it.each([
    ['on another page', '第77页'],
    ['that begin on another page', '第2—$1页'],
    ['that end on another page', '第$1—78页'],
  ])('finds a reference to pages %s', (_, pages) => {
    const found = messagesWith((html) => html.replace(/(?<=证据1（)第(\d+)页/, pages)).join('\n');
    expect(found).toContain('页码或者数目“证据1（第');
  });

  it('finds wrong totals of pages and exhibits', () => {
    expect(messagesWith((html) => html.replace(/全卷共\d+页/, '全卷共98页')).join()).toContain('全卷共98页');
    expect(messagesWith((html) => html.replace(/证据共\d+项/, '证据共6项')).join()).toContain('证据共6项');
  });
});

describe('masked and cut figures', () => {
  const shown = (html: string) => messagesWith((source) => source.replace('<h1 ', `${html}<h1 `));

  it('know a number of the case behind its mask, and no other', () => {
    expect(shown('<p>电话199****0001</p><p>证件000000********001X</p>')).toEqual([]);
    expect(shown('<p>电话188****0001</p>').join()).toContain('188****0001');
    expect(shown('<p>单号19900000001/GD000001</p>')).toEqual([]);
    expect(shown('<p>单号19900000001/8765</p>').join()).toContain('19900000001/8765');
  });

  it('know a figure that a line of a drawing cuts in two', () => {
    const cut = (first: string, second: string) =>
      shown(`<svg><text>已付${first}</text><text>${second}未退</text></svg>`);
    expect(cut('2', '68.00元')).toEqual([]);
    expect(cut('3', '68.00元').join()).toContain('68.00元');
  });
});

describe('sums derived from a case, by hand', () => {
  const yuan = (amounts: ReadonlySet<number>) => [...amounts].map((amount) => amount / 100).sort((a, b) => a - b);

  it('adds orders and claims of a group by claimant and in all', () => {
    const group = groupChanges();
    const second = { ...group.orders[2], id: '订单九', number: 'JL20261003000009' };
    const file = cleanCase({ ...group, orders: [...group.orders, second] });
    const { paid, claimed } = deriveAmounts(file, builtInLaw.courtFees);
    const payments = file.orders.map(({ payments: [payment] }) => payment?.amount ?? 0);
    const claims = file.claims.map(({ amount = 0 }) => amount);
    const all = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
    for (const amount of [...payments, 2 * (payments[2] ?? 0), all(payments)]) expect(paid).toContain(amount);
    for (const amount of [...claims, all(claims)]) expect(claimed).toContain(amount);
  });

  it('leaves costs and what only a court decides out of some totals, and no claim of another kind', () => {
    const claims = [
      { kind: 'refund', amount: '268.00' },
      { kind: 'damages', amount: '10.00', text: '判令赔偿损失10.00元' },
      { kind: 'costs', amount: '3.00', text: '公证费3.00元' },
    ];
    const { claimed } = deriveAmounts(cleanCase({ claims }), builtInLaw.courtFees);
    expect(yuan(claimed)).toEqual([0, 268, 271, 278, 281]);
  });

  it.each([
    ['268.00', [50, 25]],
    ['20000.00', [300, 150]],
    ['150000.00', [3_300, 1_650]],
  ])('fees for %s (诉讼费用交纳办法 13, 16)', (amount, fees) => {
    const claims = [{ kind: 'refund', amount }];
    const { other } = deriveAmounts(cleanCase({ claims }), builtInLaw.courtFees);
    for (const fee of fees) expect(other).toContain(fee * 100);
  });

  it('values a membership by days, those used and those left (民法典 566)', () => {
    const term = { from: '2026-01-01', until: '2026-12-31', usedUntil: '2026-03-14' };
    const payments = [{ method: '据例支付', amount: '365.00' }];
    const { other } = deriveAmounts(
      cleanCase({ 'orders[0].term': term, 'orders[0].payments': payments }),
      builtInLaw.courtFees,
    );
    expect(other).toContain(73_00);
    expect(other).toContain(292_00);
  });
});
