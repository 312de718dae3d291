import { describe, expect, it } from 'vitest';
import { defenceKinds } from '../../electron/contract/case/case-kinds.ts';
import { rebuttalsSchema } from '../../electron/core/law/tables/rebuttals.ts';
import { builtInLaw, builtInLawFiles } from '../support/built-in-law.ts';
import { faultsIn } from '../support/paper-faults.ts';
import { renderPaper } from '../support/rendered-paper.ts';

const paper = (changes: Record<string, unknown> = {}) => renderPaper('rebuttal', changes);
const defence = (kind: string, more: Record<string, unknown> = {}) => ({
  defences: [{ kind, said: '对方的原话。', reply: '投诉人的回应。', evidence: ['聊天-1'], ...more }],
});
const membership = { 'orders[0].items': [{ name: '据例会员', kind: 'membership', unitPrice: '268.00' }], keys: [] };

describe('对商家抗辩的逐项回应', () => {
  it.each(defenceKinds)('meets %s with what was said, a reply, what to show, and evidence', (kind) => {
    const { text, missing } = paper(defence(kind));
    const said =
      kind === 'refund-delayed'
        ? '处理情况对方的原话，见证据5（第20—21页）。'
        : '对方的说法对方称：“对方的原话”，见证据5（第20—21页）。';
    expect(text).toContain(`${said}回应陈述人的回应。`);
    expect(text).toContain('请对方提供');
    expect(text).toMatch(/我方证据(?:证据\d（第\d+—\d+页）、?)*证据5/u);
    expect(missing).toEqual([]);
    expect(faultsIn(text, builtInLaw.provisions)).toEqual([]);
  });

  it('reads a term, a use, a leak and “no fault” from answers that say so in so many words', () => {
    const answered = (answer: string) =>
      paper({
        filings: [{ body: 'merchant', filedOn: '2026-10-04', status: 'refused', answer }],
        'statements.answer': undefined,
      }).text;
    expect(answered('会员已使用，不能退款。')).toContain('一、关于“已使用”');
    expect(answered('激活码已被激活。')).toContain('一、关于“已使用”');
    expect(answered('卡密由买家泄露。')).toContain('一、关于“卡密泄露”');
    expect(answered('不属于质量问题。')).toContain('一、关于“非质量问题”');
    expect(answered('退款正在处理中，请耐心等待。')).toContain('一、关于退款迟延');
    expect(answered('虚拟商品不退不换。')).toContain('一、关于“不退不换”');
    for (const other of ['激活码已发出，不支持退货。', '卡密未使用。', '卡密已被他人使用。', '建议更换系统。']) {
      expect(answered(other)).toContain('一、关于对方的答复');
    }
  });

  it('leaves a blank where nobody answered anything', () => {
    for (const answer of ['没有答复。', '至今无人处理。', '客服要求补充材料。', undefined]) {
      const filings = [{ body: 'merchant', filedOn: '2026-10-04', status: 'filed', answer }];
      const { text, missing } = paper({ filings, 'statements.answer': undefined });
      expect(text).toContain('〔待填写：商家抗辩的内容〕');
      expect(missing).toEqual([{ label: '商家抗辩的内容', path: 'defences' }]);
    }
  });

  it('asks for the words of a defence, for the reply that only the user has, and for evidence', () => {
    expect(paper({ defences: [{ kind: 'key-leaked' }], keys: [] }).missing.map(({ path }) => path)).toEqual([
      'defences[0].said',
      'defences[0].reply',
      'defences[0].evidence',
    ]);
    expect(paper({ defences: [{ kind: 'not-a-quality-fault', said: '没有问题' }] }).missing).toEqual([]);
  });

  it('sets quotation marks inside a quotation single', () => {
    expect(paper(defence('other', { said: '页面写了“不退”。' })).text).toContain('对方称：“页面写了‘不退’”');
    expect(paper(defence('other', { said: '“不退”。' })).text).toContain('对方称：“不退”');
  });

  it('keeps the two answers to a no-refund term apart (民法典 496 第二款; 497, 消费者权益保护法 26)', () => {
    const [, first = '', second = ''] = paper(defence('no-refund-term')).text.split(/（1）|（2）/u);
    expect(first).toContain('第四百九十六条第二款');
    expect(first).not.toContain('无效');
    expect(second).toContain('第四百九十七条');
    expect(second.split('陈述人请求退款')[0]).not.toContain('不成为合同');
  });

  it('does not say that a term was not shown where the user says that it was; its content is another question', () => {
    const term = (wasPointedOut: boolean) =>
      paper({ ...defence('no-refund-term'), terms: { noRefund: { text: '一经售出概不退款。', wasPointedOut } } }).text;
    expect(term(true)).toContain('该条款在下单前已经提示。');
    expect(term(true)).not.toMatch(/第四百九十六条|仅有勾选/u);
    expect(term(true)).toContain('第四百九十七条');
    expect(term(false)).toContain('该条款在下单前没有提示，也没有说明。');
    expect(term(false)).toContain('第四百九十六条第二款');
  });

  it('takes non-conformity out of the no-reason rules for goods alone (七日无理由退货暂行办法 35)', () => {
    expect(paper(defence('no-refund-term')).text).toContain('《网络购买商品七日无理由退货暂行办法》第三十五条');
    expect(paper({ ...defence('no-refund-term'), ...membership }).text).not.toContain('七日无理由');
    const noReason = { ...defence('no-refund-term'), 'claims[0].route': 'no-reason' };
    expect(paper(noReason).text).not.toContain('不是无理由退货');
  });

  it('says that a used key was used, and that this bears on the sum alone (民法典 566 第一款)', () => {
    const used = {
      ...defence('already-used'),
      'keys[0].state': 'partly-used',
      'orders[0].received': { text: '使用了浏览功能。', value: '67.00' },
    };
    const { text, missing } = paper(used);
    expect(text).toContain('状态为已部分使用');
    expect(text).toContain('已经得到的部分：使用了浏览功能，折合67.00元。');
    expect(text).toContain('已经得到的部分影响退款的金额');
    expect(text).toContain('《中华人民共和国民法典》第五百六十六条第一款、第五百七十七条');
    expect(text).toContain('陈述人如实说明使用情况');
    expect(missing).toEqual([]);
    expect(paper({ ...used, 'orders[0].received': undefined }).missing.map(({ path }) => path)).toEqual([
      'orders[0].received',
    ]);
  });

  it('concedes late use, which can defeat the claim, and never says that the defence fails (民法典 591)', () => {
    const { text } = paper(defence('already-used'));
    expect(text).toContain('如查明在提出退款请求之后有使用行为，以查明的事实为准');
    expect(text).toContain('《中华人民共和国民法典》第五百九十一条第一款');
    expect(text).not.toMatch(/抗辩不成立|举证责任倒置|由商家承担举证责任/u);
    const before = paper({ ...defence('already-used'), 'keys[0].state': 'used-before-delivery' }).text;
    expect(before).not.toMatch(/第五百九十一条|不等于陈述人已经使用/u);
  });

  it('rests an early use on conformity, not on a missing warning (民法典 615, 577; 497, 506)', () => {
    const { text } = paper({ ...defence('key-leaked'), 'keys[0].state': 'used-before-delivery' });
    expect(text).toContain('交付前已经被使用的卡密不符合约定');
    expect(text).toContain('《中华人民共和国民法典》第五百七十七条、第六百一十五条');
    expect(text).toContain('《中华人民共和国民法典》第四百九十七条、第五百零六条第二项');
    expect(text).toContain('如查明卡密是交付以后由陈述人一方泄露的，以查明的事实为准');
  });

  it('tells the facts of a key once, however many defences it answers', () => {
    const { text } = paper({
      defences: ['key-leaked', 'already-used'].map((kind) => ({
        kind,
        said: '原话',
        reply: '回应',
        evidence: ['聊天-1'],
      })),
    });
    expect(text.split('首次尝试使用')).toHaveLength(2);
    expect(text).toContain('有关事实见第一部分。');
  });

  it('counts the days since the first request and calls no number of days the law', () => {
    const { text } = paper(defence('refund-delayed'));
    expect(text).toContain(
      '2026年10月4日首次提出请求，见证据5（第20—21页）；至2026年11月18日已45天，共支付268.00元，尚未收到退款。',
    );
    expect(text).toContain('第四十八条第一款第八项');
    expect(text).not.toMatch(/十五日|15日|工作日|处罚办法/u);
  });

  it('does not turn the burden of proof of durable goods against the seller (消费者权益保护法 23 第三款)', () => {
    for (const kind of defenceKinds) expect(paper(defence(kind)).text).not.toMatch(/第二十三条第三款|六个月/u);
  });

  it('cites 电子商务法 62 for keys alone, and consumer law for consumers alone', () => {
    expect(paper(defence('other')).text).toContain('《中华人民共和国电子商务法》第六十二条');
    expect(paper({ ...defence('other'), ...membership }).text).not.toContain('电子商务法');
    const resale = paper({ ...defence('not-a-quality-fault'), 'orders[0].purpose': 'resale' }).text;
    expect(resale).toContain('第五百七十七条');
    expect(resale).not.toContain('消费者权益保护法');
  });
});

describe('templates/law/rebuttals.json', () => {
  const { rebuttals } = builtInLaw;
  const lines = [
    ...rebuttals.proof,
    ...rebuttals.rebuttals.flatMap(({ points, asked, limits }) => [...points, ...asked, ...limits]),
  ];

  it('names only provisions that the law table has', () => {
    for (const id of lines.flatMap(({ provisions }) => provisions))
      expect(builtInLaw.provisions.has(id), id).toBe(true);
  });

  it('is refused with a defence missing or twice, an unknown condition, or a full stop of its own', () => {
    const file = JSON.parse(JSON.stringify(builtInLawFiles.get('rebuttals.json')));
    expect(rebuttalsSchema.safeParse(file).success).toBe(true);
    expect(rebuttalsSchema.safeParse({ ...file, rebuttals: file.rebuttals.slice(1) }).success).toBe(false);
    expect(rebuttalsSchema.safeParse({ ...file, rebuttals: [...file.rebuttals, file.rebuttals[0]] }).success).toBe(
      false,
    );
    expect(rebuttalsSchema.safeParse({ ...file, proof: [{ when: 'sometimes', text: '一句话' }] }).success).toBe(false);
    expect(rebuttalsSchema.safeParse({ ...file, proof: [{ when: 'always', text: '一句话。' }] }).success).toBe(false);
  });
});
