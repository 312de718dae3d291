import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IssueKind } from '../../electron/core/cases/case-file.ts';
import {
  complaintBases,
  legalBases,
  ownBusinessBasis,
  platformBasis,
  recordsBasis,
  smallClaimsBasis,
  standardTermBases,
} from '../../electron/core/law/bases.ts';
import { causeOfAction, payerAge, wasRefusedByTerm } from '../../electron/core/law/dispute.ts';
import { cite, citeInForce, readProvisions } from '../../electron/core/law/provisions.ts';
import { cleanCase } from '../support/clean-case.ts';
import { provisionsFile } from '../support/rendered-paper.ts';

const provisions = readProvisions(provisionsFile);
const membership = [{ name: '据例会员', kind: 'membership', unitPrice: '168.00' }];
const everyIssue: IssueKind[] = [
  'not-as-described',
  'false-description',
  'does-not-activate',
  'key-invalid-or-used',
  'not-credited-or-late',
  'no-after-sales',
  'unused-membership-or-balance',
  'automatic-renewal',
  'minor-top-up',
];
const provision = {
  id: 'old-law-1',
  law: '某试行规定',
  short: '试行规定',
  article: '第一条',
  inForceFrom: '2020-01-01',
  inForceTo: '2021-12-31',
  gist: '只为测试。',
  source: '测试',
  confidence: 'A',
};
const idsFor = (changes: Record<string, unknown>, forum: 'court' | 'elsewhere' = 'court') =>
  legalBases(cleanCase(changes), forum).flatMap(({ provisions: ids }) => ids);

describe('readProvisions', () => {
  it('refuses an entry twice, an unknown field and a day that is none', () => {
    expect(() => readProvisions([provision, provision])).toThrow(/duplicate provision old-law-1/);
    expect(() => readProvisions([{ ...provision, text: '条文' }])).toThrow(/text/);
    expect(() => readProvisions([{ ...provision, inForceFrom: '2020-02-30' }])).toThrow(/inForceFrom/);
  });
});

describe('cite', () => {
  it('names the law in full, the article and the part of it', () => {
    expect(cite(provisions, 'civil-code-577', '2026-11-18').text).toBe('《中华人民共和国民法典》第五百七十七条');
    expect(cite(provisions, 'consumer-law-26-2-3', '2026-11-18').text).toBe(
      '《中华人民共和国消费者权益保护法》第二十六条第二款、第三款',
    );
  });

  it('sets a title inside a title in single marks', () => {
    expect(cite(provisions, 'contract-interpretation-10-3', '2026-11-18').text).toBe(
      '《最高人民法院关于适用〈中华人民共和国民法典〉合同编通则若干问题的解释》第十条第三款',
    );
  });

  it('throws before the first day, after the last day, and for a provision it does not know', () => {
    const old = readProvisions([provision]);
    expect(cite(old, 'old-law-1', '2020-01-01').text).toBe('《某试行规定》第一条');
    expect(cite(old, 'old-law-1', '2021-12-31').text).toBe('《某试行规定》第一条');
    expect(() => cite(old, 'old-law-1', '2019-12-31')).toThrow(/not in force on 2019-12-31/);
    expect(() => cite(old, 'old-law-1', '2022-01-01')).toThrow(/not in force/);
    expect(() => cite(old, 'old-law-2', '2021-01-01')).toThrow(/no provision old-law-2/);
  });
});

describe('citeInForce', () => {
  it('names each law once and leaves out what was not in force on every day', () => {
    const ids = ['civil-code-577', 'consumer-regulation-12', 'civil-code-582'];
    expect(citeInForce(provisions, ids, ['2026-11-18'])?.text).toBe(
      '《中华人民共和国民法典》第五百七十七条、第五百八十二条，《中华人民共和国消费者权益保护法实施条例》第十二条',
    );
    expect(citeInForce(provisions, ids, ['2024-06-30', '2026-11-18'])?.text).toBe(
      '《中华人民共和国民法典》第五百七十七条、第五百八十二条',
    );
    expect(citeInForce(provisions, ids, ['2012-01-01'])).toBeUndefined();
  });
});

describe('legalBases', () => {
  it('pleads fraud only for whoever claims triple damages', () => {
    expect(idsFor({ issues: ['false-description'] })).not.toContain('consumer-law-55-1');
    expect(idsFor({ claims: [{ kind: 'triple-damages', amount: '804.00' }] })).toContain('consumer-law-55-1');
  });

  it('cites the rules of sale for a card key and not for a membership', () => {
    expect(idsFor({})).toEqual(expect.arrayContaining(['civil-code-615', 'civil-code-617']));
    const service = idsFor({ 'orders[0].items': membership });
    expect(service).toContain('civil-code-582');
    expect(service).not.toContain('civil-code-615');
    expect(service).not.toContain('civil-code-617');
  });

  it('ends the contract before a court only, and not after the key did part of its work', () => {
    expect(idsFor({})).toContain('civil-code-563-1-4');
    expect(idsFor({}, 'elsewhere')).not.toContain('civil-code-563-1-4');
    expect(idsFor({ 'keys[0].state': 'partly-used' })).not.toContain('civil-code-563-1-4');
  });

  it('rests termination for delay on a demand made before', () => {
    expect(idsFor({ issues: ['not-credited-or-late'] })).toContain('civil-code-563-1-3');
    expect(idsFor({ issues: ['not-credited-or-late'], filings: [] })).not.toContain('civil-code-563-1-3');
  });

  it('tells a child under eight from an older one by the day of the deal', () => {
    const child = (birthDate: string) => ({ issues: ['minor-top-up'], 'claimants[0].birthDate': birthDate });
    expect(payerAge(cleanCase(child('2018-10-04')))).toBe('under-8');
    expect(payerAge(cleanCase(child('2018-10-03')))).toBe('minor');
    expect(idsFor(child('2018-10-04'))).toContain('civil-code-144');
    expect(idsFor(child('2018-10-04'))).not.toContain('civil-code-145');
    expect(idsFor(child('2018-10-03'))).toContain('civil-code-145');
    expect(idsFor(child('2018-10-03'))).not.toContain('civil-code-144');
  });

  it('cites prepayment and renewal only for their own issues', () => {
    expect(idsFor({ issues: ['unused-membership-or-balance'] })).toEqual([
      'consumer-law-53',
      'consumer-regulation-22-2',
    ]);
    expect(idsFor({ issues: ['automatic-renewal'] })).toEqual(['consumer-regulation-10-2']);
  });

  it('rests a refund on a broken promise of after-sales service, not on the lack of service alone', () => {
    const service = { issues: ['no-after-sales'] };
    expect(idsFor(service)).toEqual(['consumer-regulation-12', 'civil-code-577', 'consumer-law-52']);
    expect(idsFor({ ...service, promises: [] })).toEqual([]);
  });

  it('cites neither rule for a child while the age is unknown, and no rule of sale without an order', () => {
    expect(idsFor({ issues: ['minor-top-up'] })).toEqual([]);
    expect(idsFor({ orders: [], keys: [] })).not.toContain('civil-code-615');
  });

  it('keeps content services out of the e-commerce law', () => {
    expect(recordsBasis(cleanCase())).toEqual(['e-commerce-law-62']);
    expect(recordsBasis(cleanCase({ 'orders[0].items': membership }))).toEqual([]);
  });
});

describe('causeOfAction', () => {
  it('uses the names of the list in force: no 网络购物合同纠纷', () => {
    expect(causeOfAction(cleanCase())).toBe('信息网络买卖合同纠纷');
    expect(causeOfAction(cleanCase({ 'orders[0].items': membership }))).toBe('网络服务合同纠纷');
    expect(causeOfAction(cleanCase({ orders: [], keys: [] }))).toBeUndefined();
  });
});

describe('wasRefusedByTerm', () => {
  const answered = (answer: string) =>
    wasRefusedByTerm(cleanCase({ 'statements.answer': answer, filings: [], events: [] }));

  it.each([
    '虚拟商品不退不换',
    '虚拟商品，概不退款',
    '卡密一经售出不予退换',
    '本店不退换',
    '数字商品不支持退款',
    '不退款、不换货',
  ])('sees a term in “%s”', (answer) => expect(answered(`商家答复${answer}。`)).toBe(true));

  it.each(['平台答复不支持退款', '商家没有答复', '商家同意退款', '未退款'])('sees none in “%s”', (answer) =>
    expect(answered(answer)).toBe(false),
  );
});

const reference = join(import.meta.dirname, '../../../shared/reference/statutes.json');
const hasReference = existsSync(reference);

interface Statute {
  readonly law: string;
  readonly article: string;
  readonly effective: string;
  readonly text: string;
  readonly verified: boolean;
}

describe('templates/law/provisions.json', () => {
  it('has every provision that a paper can cite, and none that no paper cites', () => {
    const cases = [
      {},
      { 'orders[0].items': membership },
      { 'claimants[0].birthDate': '2020-01-01' },
      { 'claimants[0].birthDate': '2012-01-01' },
    ].flatMap((changes) =>
      [everyIssue].map((issues) => ({
        ...changes,
        issues,
        claims: [
          { kind: 'refund', amount: '1.00' },
          { kind: 'triple-damages', amount: '500.00' },
        ],
      })),
    );
    const citable = new Set([
      ...cases.flatMap((changes) => idsFor(changes)),
      ...Object.values(standardTermBases).flat(),
      ...Object.values(complaintBases),
      ...platformBasis,
      ...ownBusinessBasis,
      ...recordsBasis(cleanCase()),
      smallClaimsBasis,
    ]);
    expect([...provisions.keys()].sort()).toEqual([...citable].sort());
  });

  it('cites no measure that was repealed and no day count for renewals', () => {
    const all = JSON.stringify(provisionsFile);
    expect(all).not.toContain('投诉举报处理暂行办法');
    expect(all).not.toContain('五日');
  });

  it.skipIf(!hasReference)(
    `agrees with the verified reference${hasReference ? '' : ' (skipped: ../shared/reference/statutes.json is not here)'}`,
    () => {
      const statutes: Statute[] = JSON.parse(readFileSync(reference, 'utf8'));
      for (const { id, law, article, clause, inForceFrom, gist } of provisions.values()) {
        const found = statutes.find((statute) => statute.law === law && statute.article === article);
        expect(found?.verified, `${id}: verified`).toBe(true);
        expect(inForceFrom, `${id}: in force`).toBe(found?.effective);
        const wording = found?.text ?? '';
        const numbered = clause?.match(/第(.)款/gu)?.length ?? 0;
        const paragraphs = wording.split('\n').filter((line) => !line.startsWith('（'));
        for (const part of clause?.matchAll(/第([一二三])款/gu) ?? []) {
          expect(paragraphs.length, `${id}: ${part[0]}`).toBeGreaterThanOrEqual('一二三'.indexOf(part[1] ?? '') + 1);
        }
        for (const part of clause?.matchAll(/第([一二三四])项/gu) ?? [])
          expect(wording, id).toContain(`（${part[1]}）`);
        expect(clause === undefined || numbered > 0 || clause.includes('项'), `${id}: clause`).toBe(true);
        for (let from = 0; from + 18 <= gist.length; from += 1) {
          expect(wording, `${id}: gist repeats the statute`).not.toContain(gist.slice(from, from + 18));
        }
      }
    },
  );
});
