import { describe, expect, it } from 'vitest';
import { type NewCaseAnswers, newCaseAnswers } from '../../electron/contract/rpc/case-procedures.ts';
import { newCase } from '../../electron/core/drafts/new-case.ts';
import { salvageDraft } from '../../electron/core/drafts/salvage-draft.ts';
import { builtInLaw } from '../support/built-in-law.ts';

const today = '2026-11-22';

function made(given: Partial<Omit<NewCaseAnswers, 'bought'>> & { bought?: Partial<NewCaseAnswers['bought']> } = {}) {
  const { bought, ...others } = given;
  const answers = newCaseAnswers.parse({
    issues: ['does-not-activate'],
    ...others,
    bought: { kind: 'card-key', ...bought },
  });
  const draft = newCase(answers, builtInLaw, today);
  return { draft, ...salvageDraft(draft, today) };
}

const bought = {
  name: '墨格制图激活码',
  price: '268.00',
  platform: '有据商城',
  shop: '据例数码专营店',
  paidOn: '2026-10-02',
  paidBy: '据付',
};

describe('a new case', () => {
  it('from the barest answers says nothing that was not said', () => {
    const { draft, case: file, problems } = made();

    expect(draft).toMatchObject({
      title: '卡密无法激活或不兼容退款案',
      date: today,
      issues: ['does-not-activate'],
      claimants: [{}],
      respondents: [{ id: '商家', roles: ['merchant'] }],
      claims: [{ kind: 'refund' }],
      events: [],
      filings: [],
      defences: [],
      statements: {},
    });
    // Nothing to be scared of on the first page: gaps, no errors of the draft.
    expect(problems).toEqual([]);
    expect(file.orders).toEqual([]);
    expect(JSON.stringify(draft)).not.toMatch(/placedAt|purpose|amount|name"/);
  });

  it('from full answers is ready for the first paper', () => {
    const {
      draft,
      case: file,
      problems,
    } = made({
      claimant: ' 言知理 ',
      bought,
      problem: '提示不适用于当前系统。',
      answers: [{ kind: 'already-used', said: '已使用，不退' }],
    });

    expect(problems).toEqual([]);
    expect(draft).toMatchObject({
      title: '墨格制图激活码无法激活或不兼容退款案',
      stage: 'negotiate',
      papers: ['refund-request'],
      claimants: [{ name: '言知理' }],
      respondents: [
        { id: '商家', shopName: '据例数码专营店' },
        { id: '平台', roles: ['platform'] },
      ],
      defences: [{ kind: 'already-used', said: '已使用，不退' }],
      statements: { problem: '提示不适用于当前系统。' },
      addressees: { platform: '有据商城' },
      events: [{ at: '2026-10-02', text: '在有据商城“据例数码专营店”购买“墨格制图激活码”，用据付付款268.00元。' }],
    });
    expect(file.orders[0]).toMatchObject({
      items: [{ name: '墨格制图激活码', unitPrice: 26_800, quantity: 1 }],
      payments: [{ method: '据付', amount: 26_800, paidAt: { day: '2026-10-02' } }],
    });
    expect(file.claims).toMatchObject([{ kind: 'refund', amount: 26_800 }]);
  });

  it.each([
    ['￥1,280 元', '1280', '320.00'],
    ['１２８０．５', '1280.5', ''],
    ['一百', '一百', '一百'],
    ['', undefined, undefined],
  ])('a price typed as “%s”', (price, amount, each) => {
    const quantity = each === '一百' ? 1 : 4;
    const { draft } = made({ bought: { ...bought, price, quantity } });

    const claims = draft.claims as readonly { amount?: string }[];
    const orders = draft.orders as readonly { items: readonly { unitPrice?: string }[] }[];
    expect(claims[0]?.amount).toBe(amount);
    // What does not part into equal prices is left to be filled in; 1280.50 in four is 320.125.
    expect(orders[0]?.items[0]?.unitPrice ?? '').toBe(each ?? '');
  });

  it('of a membership that is partly used asks for a part that nobody has reckoned yet', () => {
    const { draft } = made({ issues: ['unused-membership-or-balance'], bought: { ...bought, kind: 'membership' } });

    expect(draft.claims).toEqual([{ kind: 'partial-refund', evidence: [] }]);
  });

  it.each([
    [['merchant'], 'platform', 'platform-appeal'],
    [['merchant', 'platform'], 'market-regulator', 'complaint-12315'],
    [['market-regulator'], 'market-regulator', 'complaint-12315'],
    [['merchant', 'court'], 'court', 'service-address'],
  ] as const)('of somebody who has asked %s is at the stage %s', (bodies, stage, paper) => {
    const { draft } = made({ bought, asked: bodies.map((body) => ({ body, filedOn: '' })) });

    expect(draft.stage).toBe(stage);
    expect(draft.papers).toContain(paper);
  });

  it('keeps a day that is none out of the facts', () => {
    const { draft, problems } = made({
      bought: { ...bought, paidOn: '2026-13-40' },
      asked: [{ body: 'merchant', filedOn: '昨天' }],
    });

    expect(draft).toMatchObject({ events: [], filings: [{ body: 'merchant', status: 'filed' }] });
    expect(problems).toEqual([]);
  });
});
