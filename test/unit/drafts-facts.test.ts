import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import type { Draft } from '../../electron/contract/rpc/case-procedures.ts';
import { orderExhibits } from '../../electron/core/documents/exhibit-order.ts';
import { caseFacts } from '../../electron/core/drafts/case-facts.ts';
import { caseStep } from '../../electron/core/drafts/case-step.ts';
import { cleanCase, cleanCaseFile } from '../support/clean-case.ts';

const factsOf = (changes: Readonly<Record<string, unknown>> = {}) => caseFacts(cleanCaseFile(changes) as Draft);

describe('facts of a draft', () => {
  it('are what a list shows', () => {
    expect(factsOf()).toMatchObject({
      title: '据例数码专营店软件激活码无法激活',
      stage: 'platform',
      issues: ['does-not-activate', 'not-as-described'],
      claimant: '何据真',
      merchant: '据例数码科技有限公司',
      sum: 26_800,
      evidenceItems: 5,
    });
  });

  it('count claims with a sum alone', () => {
    const claims = [{ kind: 'refund', amount: '1.5' }, { kind: 'rescission' }, { kind: 'costs', amount: '十元' }, 7];

    expect(factsOf({ claims }).sum).toBe(150);
  });

  it('name the shop while nobody knows the firm', () => {
    expect(factsOf({ 'respondents[0].name': '' }).merchant).toBe('据例数码专营店');
    expect(factsOf({ respondents: [] }).merchant).toBe('据例数码专营店');
  });

  it('number evidence as it prints', () => {
    const changes = { 'evidence[0].group': 'other' };
    const numbered = orderExhibits(cleanCase(changes)).map(({ number, title }) => `证据${number} ${title}`);

    const where = factsOf(changes)
      .texts.filter(({ item }) => item.startsWith('evidence'))
      .map((text) => text.where);

    expect([...where].sort()).toEqual([...numbered].sort());
    expect(where[0]).toBe('证据5 订单详情截图');
  });

  it('hold every word a person may look for, and no kinds', () => {
    const all = factsOf()
      .texts.map(({ text }) => text)
      .join('\n');

    for (const word of [
      'JL20261003000001',
      '尾号为 7Q2K',
      '贾示例',
      'GD000001',
      '支付凭证.png',
      '账单详情页',
      '不退不换',
    ]) {
      expect(all).toContain(word);
    }
    expect(all).not.toMatch(/card-key|merchant|does-not-activate|original/);
  });

  it('are had from any junk', () => {
    const junk = {
      title: 5,
      claimants: 'x',
      claims: [null, []],
      evidence: { length: 3 },
      orders: [[['a']]],
      stage: {},
    };

    expect(caseFacts(junk)).toMatchObject({ title: '', claimant: '', sum: 0, evidenceItems: 0 });
    expect(caseFacts(JSON.parse('{"__proto__":{"title":"x"},"constructor":{"a":"b"}}'))).toMatchObject({ title: '' });
  });
});

describe('the step of a finding', () => {
  it('is known for every part of a case', () => {
    const known = Object.keys(caseFileSchema.shape).filter((field) => field !== 'format');
    const papersByRight = ['papers', 'overrides', 'addressees', 'court', 'consents', 'title', 'date'];

    const unknown = known.filter((field) => caseStep(`${field}[0].x`) === 'papers' && !papersByRight.includes(field));

    expect(unknown).toEqual([]);
    expect([caseStep('claims[3].amount'), caseStep('$'), caseStep('constructor')]).toEqual([
      'claims',
      'papers',
      'papers',
    ]);
  });
});
