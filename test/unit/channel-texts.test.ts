import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { channelTextSchema } from '../../electron/contract/texts-result.ts';
import { statesAmount } from '../../electron/core/documents/blocks/claims.ts';
import { fitAccount, isEnded, sentencesOf } from '../../electron/core/export/channel-sentences.ts';
import { channelTexts } from '../../electron/core/export/channel-texts.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { cleanCase } from '../support/clean-case.ts';
import { groupChanges } from '../support/group-case.ts';

const sample = (name: string): Case =>
  caseFileSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../templates/samples', name, 'case.json'), 'utf8')),
  );
const cases = {
  'software-key': sample('software-key'),
  'game-credit': sample('game-credit'),
  'lifetime-membership': sample('lifetime-membership'),
  clean: cleanCase(),
  group: cleanCase(groupChanges()),
  bare: cleanCase({
    claimants: [{}],
    respondents: [{ roles: ['merchant'] }],
    orders: [],
    keys: [],
    promises: [],
    events: [],
    filings: [],
    claims: [],
    statements: {},
    evidence: [],
  }),
};
const named = Object.entries(cases);
const textsIn = (file: Case) =>
  channelTexts(file, builtInLaw).flatMap(({ fields, lengths }) => [...fields, ...lengths].map(({ text }) => text));
const only = (file: Case, channel: string) => channelTexts(file, builtInLaw, channel).slice(0, 1);
const factsFor = (file: Case, channel: string) =>
  only(file, channel).flatMap(({ fields }) => fields.filter(({ id }) => id === 'facts'))[0];
const wholeOf = (file: Case) =>
  only(file, '12315').flatMap(({ lengths }) => lengths.filter(({ limit }) => limit === undefined))[0]?.text ?? '';
/** The law with a limit of the user's own on one box. */
const limited = (maxLength: number, id = 'facts') => ({
  ...builtInLaw,
  channels: {
    ...builtInLaw.channels,
    channels: builtInLaw.channels.channels.map((channel) => ({
      ...channel,
      fields: channel.fields.map((field) => (field.id === id ? { ...field, maxLength } : field)),
    })),
  },
});

describe('channelTexts', () => {
  it.each(named)('gives every channel of the table for %s, as the contract says', (_, file) => {
    const texts = channelTexts(file, builtInLaw);
    expect(texts.map(({ channel }) => channel)).toEqual(builtInLaw.channels.channels.map(({ id }) => id));
    for (const text of texts) expect(() => channelTextSchema.parse(text)).not.toThrow();
  });

  it.each(named)('is plain text without markup, page numbers or doubled marks for %s', (_, file) => {
    for (const text of textsIn(file)) {
      expect(text).not.toMatch(/undefined|\[object|\{证据|<\/?[a-z]|证据\d+（第/u);
      expect(text).not.toMatch(/。。|，，|；。|，。|：。|（）|“”/u);
      expect(text).not.toMatch(/\t| {2}/u);
    }
  });

  it.each(named)('counts characters as a form does and keeps to its lengths for %s', (_, file) => {
    for (const { fields, lengths } of channelTexts(file, builtInLaw)) {
      for (const { text, count, maxLength } of fields) {
        expect(count).toBe([...text].length);
        expect(count).toBeLessThanOrEqual(maxLength ?? Number.POSITIVE_INFINITY);
      }
      for (const { text, count, limit } of lengths) {
        expect(count).toBe([...text].length);
        expect(count).toBeLessThanOrEqual(limit ?? Number.POSITIVE_INFINITY);
        expect(isEnded(text)).toBe(true);
      }
    }
  });

  it('ends at a sentence and keeps request and amount, whatever the limit from 60 on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 900 }), fc.constantFrom(...named), (limit, [, file]) => {
        for (const { fields } of channelTexts(file, limited(limit))) {
          const { text = '', count = 0 } = fields.find(({ id }) => id === 'facts') ?? {};
          expect(count).toBeLessThanOrEqual(limit);
          expect(isEnded(text)).toBe(true);
          expect(text).toContain('请求');
          const total = file.claims.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
          expect(total === 0 || statesAmount(text, total)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says who bought what, when and for how much, what is wrong and what is asked before all else', () => {
    const text = factsFor(cases['software-key'], 'wechat-pay')?.text ?? '';
    expect(text).toMatch(/^2026年10月2日.*“据例数码专营店”购买.*268\.00元.*请求：退还.*268\.00元。$/u);
    expect(text).toContain('此激活码仅适用于 Windows 10');
  });

  it('has whole sentences of the account only', () => {
    const whole = wholeOf(cases['game-credit']);
    const told = sentencesOf(factsFor(cases['game-credit'], 'wechat-pay')?.text ?? '');
    expect(told.length).toBeGreaterThan(3);
    for (const sentence of told) expect(whole).toContain(sentence);
  });

  it('tells the order in short where its own sentence has no room', () => {
    const statement = `${'投诉人为家中电脑使用，'.repeat(20)}购买激活码，订单JL20261003000001，268.00元。`;
    const [text] = channelTexts(cleanCase({ 'statements.background': statement }), limited(120), 'wechat-pay');
    const facts = text?.fields.find(({ id }) => id === 'facts');
    expect(facts?.text).toMatch(
      /^2026年10月3日20:10在据例商城“据例数码专营店”店铺下单，投诉人共支付268\.00元，尚未收到退款。/u,
    );
    expect(facts?.omitted).toBeGreaterThan(0);
  });

  it('leaves a sentence out whole, however long, and never fails', () => {
    const endless = '没有句号的一句话，'.repeat(1500);
    const file = cleanCase({
      'statements.problem': endless,
      'statements.background': endless,
      'claims[0].text': endless,
    });
    const facts = factsFor(file, 'wechat-pay');
    expect(facts?.text).not.toContain('没有句号');
    expect(facts?.text).toContain('请求退还货款268.00元。');
    expect(wholeOf(file)).toContain('没有句号');
  });

  it('tells several requests with their sum, and falls back to it', () => {
    const claims = [
      { kind: 'refund', amount: '268.00', text: '退还货款268元' },
      { kind: 'damages', amount: '32.00', text: `赔偿${'往返交通等'.repeat(10)}损失32元` },
      { kind: 'costs', amount: '50.00' },
    ];
    const file = cleanCase({ claims });
    expect(wholeOf(file)).toMatch(/请求：退还货款268元；赔偿.*损失32元，合计300\.00元。$/u);
    const shorter = channelTexts(file, limited(70), 'wechat-pay')[0]?.fields.find(({ id }) => id === 'facts')?.text;
    expect(shorter).toMatch(/请求退还货款268\.00元、赔偿损失32\.00元，合计300\.00元。$/u);
    expect(channelTexts(file, limited(60), 'wechat-pay')[0]?.fields[1]?.text).toMatch(/请求金额合计300\.00元。$/u);
  });

  it('tells the sums of a group by kind and names nobody else', () => {
    const text = wholeOf(cases.group);
    expect(text).toMatch(/\n请求退还货款1012\.00元。$/u);
    for (const other of ['19900000012', '19900000013', '0000001992', '虚构路2号']) {
      for (const each of textsIn(cases.group)) expect(each).not.toContain(other);
    }
  });

  it('masks keys and numbers of people, and leaves order, payment and ticket numbers whole', () => {
    const secret = '激活码 ABCD1-EFGH2-JKLM3，客服电话13800138000，卡号6222020200112233446，身份证11010519491231002X';
    const file = cleanCase({
      'statements.problem': `${secret}，本人电话19900000001。`,
      'orders[0].number': 'A1B2C3D4E5F6G7H8',
      'orders[0].payments[0].transactionNumber': '13900139000',
    });
    for (const text of textsIn(file)) {
      expect(text).not.toMatch(/ABCD1-EFGH2|13800138000|6222020200112233446|11010519491231002X/u);
    }
    const text = wholeOf(file);
    expect(text).toContain('****KLM3');
    expect(text).toContain('****8000');
    expect(text).toContain('投诉人电话19900000001。');
    expect(text).toContain('订单编号A1B2C3D4E5F6G7H8');
    expect(text).toContain('交易单号13900139000');
  });

  it('accuses nobody before a payment provider, who enforces no consumer law', () => {
    const file = cleanCase({
      issues: ['false-description'],
      'statements.reply': '商家虚假宣传，构成欺诈。激活码不能使用。',
    });
    for (const channel of ['wechat-pay', 'alipay']) {
      const texts = only(file, channel).flatMap(({ fields, lengths }) => [...fields, ...lengths]);
      expect(texts.map(({ text }) => text).join('')).not.toMatch(/虚假|欺诈/u);
    }
    expect(wholeOf(file)).toContain('虚假宣传');
  });

  it('asks for back what was paid, not the addition to it', () => {
    const claims = [
      { kind: 'refund', amount: '268.00' },
      { kind: 'triple-damages', amount: '804.00' },
    ];
    const [text] = only(cleanCase({ claims }), 'wechat-pay');
    expect(text?.fields.find(({ id }) => id === 'amount')?.text).toBe('268.00');
  });

  it('marks what nobody has verified as a setting, and what the operator published as such', () => {
    const notes = (channel: string) => factsFor(cleanCase(), channel)?.notes;
    expect(factsFor(cleanCase(), 'wechat-pay')).toMatchObject({ maxLength: 300, verified: true });
    expect(notes('wechat-pay')).not.toContain(builtInLaw.channels.unverifiedNote);
    for (const channel of ['12315', 'alipay']) {
      expect(factsFor(cleanCase(), channel)?.verified).toBe(false);
      expect(notes(channel)).toContain(builtInLaw.channels.unverifiedNote);
    }
  });

  it('offers short, middle and whole where the form is not known', () => {
    const [text] = only(cleanCase(), '12315');
    expect(text?.lengths.map(({ label }) => label)).toEqual(['300字以内', '500字以内', '全文']);
    expect(text?.lengths.at(-1)?.omitted).toBe(0);
  });

  it('cuts no value in the middle: names of goods and numbers stand whole or not at all', () => {
    const items = ['文档办公软件激活码', '表格办公软件激活码'].map((name) => ({
      name,
      kind: 'card-key',
      unitPrice: '1.00',
    }));
    const [text] = channelTexts(cleanCase({ 'orders[0].items': items }), limited(12, 'goods'), '12315');
    expect(text?.fields.find(({ id }) => id === 'goods')?.text).toBe('文档办公软件激活码');
  });

  it('shows and notes what is missing', () => {
    const [text] = only(cases.bare, '12315');
    const paths = text?.missing.map(({ path }) => path) ?? [];
    expect(paths).toEqual(expect.arrayContaining(['claims', 'orders', 'statements.problem', 'respondents[0].name']));
    const printed = text?.fields.map((field) => field.text).join('') ?? '';
    for (const { label } of text?.missing ?? []) expect(printed).toContain(`〔待填写：${label}〕`);
  });

  it('knows no channel that the table does not name', () => {
    expect(channelTexts(cleanCase(), builtInLaw, 'weibo')).toEqual([]);
  });
});

describe('sentencesOf', () => {
  it.each([
    ['一。二！三', ['一。', '二！', '三。']],
    ['客服称“不退。你看着办。”，至今未退。', ['客服称“不退。你看着办。”，至今未退。']],
    ['他说：“不退。”', ['他说：“不退。”']],
    ['没有合上的“引号。下一句。', ['没有合上的“引号。', '下一句。']],
    ['真的吗？！真的。', ['真的吗？！', '真的。']],
    ['第一项；', ['第一项。']],
    ['Sorry, all sales are final.', ['Sorry, all sales are final.']],
    ['', []],
  ])('%s', (paragraph, sentences) => expect(sentencesOf(paragraph)).toEqual(sentences));

  it('loses nothing but blanks and marks at the ends', () => {
    const words = fc.array(fc.constantFrom('退款', '。', '“', '”', '（', '）', '！', '，', '《', '》', '128.00元'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const bare = (text: string) => text.replaceAll(/[，。]/gu, '');
        const sentences = sentencesOf(parts.join(''));
        expect(bare(sentences.join(''))).toBe(bare(parts.join('')));
        for (const sentence of sentences) expect(isEnded(sentence)).toBe(true);
      }),
    );
  });
});

describe('fitAccount', () => {
  const account = {
    sentences: [
      { text: '甲甲甲甲。', weight: 0, paragraph: 0 },
      { text: '乙乙乙乙。', weight: 5, paragraph: 0 },
      { text: '丙丙丙丙。', weight: 1, paragraph: 1 },
    ],
    openings: ['短。'],
    requests: ['请求某事。'],
  };

  it.each([
    [undefined, '甲甲甲甲。乙乙乙乙。\n丙丙丙丙。\n请求某事。', 0],
    [20, '甲甲甲甲。乙乙乙乙。丙丙丙丙。请求某事。', 0],
    [19, '甲甲甲甲。丙丙丙丙。请求某事。', 1],
    [14, '甲甲甲甲。请求某事。', 2],
    [9, '短。请求某事。', 3],
    [5, '请求某事。', 3],
  ] as const)('within %s', (limit, text, omitted) => {
    expect(fitAccount(account, limit)).toEqual({ text, count: [...text].length, omitted });
  });
});
