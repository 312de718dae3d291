import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listLaw } from '../../electron/core/law/list-law.ts';
import { cite, citeInForce, inForceOn, readProvisions } from '../../electron/core/law/provisions.ts';
import { builtInLaw, builtInLawFiles } from '../support/built-in-law.ts';

const { provisions } = builtInLaw;
const lawFile = {
  law: '某试行规定',
  short: '试行规定',
  inForceFrom: '2020-01-01',
  inForceTo: '2021-12-31',
  source: '测试',
  checkedOn: '2026-11-21',
  confidence: 'A',
  articles: [{ id: 'old-law-1', article: '第一条', gist: '只为测试。' }],
};

describe('readProvisions', () => {
  it('refuses an entry twice, an unknown field and a day that is none', () => {
    expect(() => readProvisions([lawFile, lawFile])).toThrow(/duplicate provision old-law-1/);
    expect(() => readProvisions([{ ...lawFile, text: '条文' }])).toThrow(/text/);
    expect(() => readProvisions([{ ...lawFile, inForceFrom: '2020-02-30' }])).toThrow(/inForceFrom/);
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
    const old = readProvisions([lawFile]);
    expect(cite(old, 'old-law-1', '2020-01-01').text).toBe('《某试行规定》第一条');
    expect(cite(old, 'old-law-1', '2021-12-31').text).toBe('《某试行规定》第一条');
    expect(() => cite(old, 'old-law-1', '2019-12-31')).toThrow(/not in force on 2019-12-31/);
    expect(() => cite(old, 'old-law-1', '2022-01-01')).toThrow(/not in force/);
    expect(() => cite(old, 'old-law-2', '2021-01-01')).toThrow(/no provision old-law-2/);
  });

  it('cites a wording that an amendment made for no act before it', () => {
    const amended = readProvisions([
      { ...lawFile, articles: [{ ...lawFile.articles[0], textFrom: '2021-06-01' }] },
      {
        ...lawFile,
        law: '另一规定',
        short: '另一规定',
        textFrom: '2021-03-01',
        articles: [{ ...lawFile.articles[0], id: 'other-law-1' }],
      },
    ]);
    expect(() => cite(amended, 'old-law-1', '2021-05-31')).toThrow(/not in force on 2021-05-31/);
    expect(cite(amended, 'old-law-1', '2021-06-01').provisions).toHaveLength(1);
    expect(inForceOn(amended, ['old-law-1', 'other-law-1'], ['2021-03-01'])).toEqual(['other-law-1']);
  });

  it('keeps off every paper what is not surely in force', () => {
    const doubtful = readProvisions([{ ...lawFile, statusConfidence: 'C' }]);
    expect(() => cite(doubtful, 'old-law-1', '2021-01-01')).toThrow(/no paper may cite it/);
    expect(citeInForce(doubtful, ['old-law-1'], ['2021-01-01'])).toBeUndefined();
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

  it.each([
    ['complaint-measure-16-2', '2026-04-14', '2026-04-15', '市场监督管理投诉举报处理办法 46：2026年4月15日起施行'],
    ['no-reason-measure-10', '2020-10-22', '2020-10-23', '七日无理由退货暂行办法：所见文本为2020年修订'],
    ['prepaid-interpretation-1', '2025-04-30', '2025-05-01', '法释〔2025〕4号：2025年5月1日起施行'],
    ['consumer-regulation-12', '2024-06-30', '2024-07-01', '实施条例：2024年7月1日起施行'],
    ['civil-code-577', '2020-12-31', '2021-01-01', '民法典：2021年1月1日起施行'],
  ])('cites %s not for %s but from %s on (%s)', (id, before, from) => {
    expect(citeInForce(provisions, [id], [before])).toBeUndefined();
    expect(citeInForce(provisions, [id], [from])?.provisions).toHaveLength(1);
  });

  it('never cites 侵害消费者权益行为处罚办法, whose status is not settled', () => {
    const ids = [...provisions.values()].flatMap(({ id, law }) => (law === '侵害消费者权益行为处罚办法' ? [id] : []));
    expect(ids).not.toEqual([]);
    expect(citeInForce(provisions, ids, ['2026-11-18'])).toBeUndefined();
  });
});

const root = join(import.meta.dirname, '../..');
const reference = join(root, '../shared/reference/statutes.json');
const hasReference = existsSync(reference);

interface Statute {
  readonly law: string;
  readonly article: string;
  readonly docNo: string;
  readonly effective: string;
  readonly text: string;
  readonly verified: boolean;
}

/** These two are known from a copy that runs the paragraphs of an article together: a paragraph is a sentence there. */
const runTogether = ['市场监督管理投诉举报处理办法', '网络交易监督管理办法'];
const numerals = '一二三四五六七八九十';

function sourceFiles(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(root, folder, name));
}

const tables = [...builtInLawFiles].filter(([path]) => !path.startsWith('provisions/'));
const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');
const code = ['law', 'documents', 'checks', 'packet', 'audit', 'export', 'render']
  .filter((folder) => existsSync(join(root, 'electron/core', folder)))
  .flatMap((folder) => sourceFiles(`electron/core/${folder}`, '.ts'))
  .map((file) => withoutComments(readFileSync(file, 'utf8')));
const papers = sourceFiles('templates', '.hbs').map((file) => readFileSync(file, 'utf8'));
const everything = [...code, ...papers, JSON.stringify(tables)].join('\n');

describe('templates/law/provisions', () => {
  it('has no provision that nothing uses', () => {
    const used = new Set(everything.match(/(?<=['"])[a-z]+(?:-[a-z]+)*(?:-\d+)+(?=['"])/gu));
    // A paper may name a law in its own fixed words.
    const isNamed = (law: string, article: string) => papers.some((paper) => paper.includes(`《${law}》${article}`));
    const idle = [...provisions.values()].filter(({ id, law, article }) => !used.has(id) && !isNamed(law, article));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it('has every article that a text of the program names', () => {
    const articles = new Set([...provisions.values()].map(({ article }) => article));
    const named = everything.match(/第[一二三四五六七八九十百千零]+条/gu) ?? [];
    expect([...new Set(named)].filter((article) => !articles.has(article))).toEqual([]);
  });

  it('has every provision that the code names', () => {
    const laws = [...builtInLawFiles.keys()].flatMap((path) => /^provisions\/(.+)\.json$/.exec(path)?.[1] ?? []);
    const id = new RegExp(`(?<=['"])(?:${laws.join('|')})-\\d+(?:-\\d+)*(?=['"])`, 'gu');
    expect([...new Set(everything.match(id))].filter((named) => !provisions.has(named))).toEqual([]);
  });

  it('tells the number of no document that was not seen (总则编解释, 在线诉讼规则)', () => {
    const numbered = [...provisions.values()].filter(({ docNo }) => docNo !== undefined).map(({ short }) => short);
    expect(numbered).not.toContain('总则编解释');
    expect(numbered).not.toContain('在线诉讼规则');
  });

  it.skipIf(!hasReference)(
    `agrees with the verified reference${hasReference ? '' : ' (skipped: ../shared/reference/statutes.json is not here)'}`,
    () => {
      const statutes: Statute[] = JSON.parse(readFileSync(reference, 'utf8'));
      for (const { id, law, article, clause = '', docNo = '', inForceFrom, gist } of provisions.values()) {
        const found = statutes.find((statute) => statute.law === law && statute.article === article);
        expect(found?.verified, `${id}: verified`).toBe(true);
        expect(inForceFrom, `${id}: in force`).toBe(found?.effective);
        expect(found?.docNo.startsWith(docNo), `${id}: number of the document`).toBe(true);
        const wording = found?.text ?? '';
        const paragraphs = runTogether.includes(law)
          ? wording.split('。').length - 1
          : wording.split('\n').filter((line) => !/^[（(]|^\d/u.test(line)).length;
        expect(clause, `${id}: clause`).toMatch(
          /^$|^第[一二三四五六七八九十]+[款项](?:[、和]?第[一二三四五六七八九十]+[款项])*$/u,
        );
        for (const [, part = '', kind] of clause.matchAll(/第([一二三四五六七八九十])([款项])/gu)) {
          if (kind === '款') expect(paragraphs, `${id}: 第${part}款`).toBeGreaterThan(numerals.indexOf(part));
          else expect(wording, `${id}: 第${part}项`).toMatch(new RegExp(`[（(]${part}[）)]`, 'u'));
        }
        for (let from = 0; from + 18 <= gist.length; from += 1) {
          expect(wording, `${id}: gist repeats the statute`).not.toContain(gist.slice(from, from + 18));
        }
      }
    },
  );
});

describe('listLaw', () => {
  const listed = listLaw(builtInLaw);

  it('names every provision once, by full title and article, higher rank first', () => {
    expect(listed).toHaveLength(provisions.size);
    expect(new Set(listed.map(({ law, article, clause }) => `${law}${article}${clause ?? ''}`)).size).toBe(
      provisions.size,
    );
    for (const { article, clause } of listed) {
      expect(article).toMatch(/^第[一二三四五六七八九十百千零]+条$/u);
      expect(clause ?? '第一款').toMatch(/^第/u);
    }
  });

  it('puts the law before the regulation, the interpretation and the measure, and articles by their numbers', () => {
    const laws = [...new Set(listed.map(({ law }) => law))];
    const place = (law: string) => laws.indexOf(law);
    const order = [
      '中华人民共和国民事诉讼法',
      '诉讼费用交纳办法',
      '人民法院在线诉讼规则',
      '市场监督管理投诉举报处理办法',
    ];
    expect(order.filter((law) => laws.includes(law)).map(place)).toEqual(
      order
        .filter((law) => laws.includes(law))
        .map(place)
        .toSorted((one, other) => one - other),
    );
    const code = listed.filter(({ law }) => law === '中华人民共和国民法典').map(({ article }) => article);
    expect(code.indexOf('第二十条')).toBeLessThan(code.indexOf('第一百四十五条'));
    expect(code.indexOf('第五百七十七条')).toBeLessThan(code.indexOf('第六百一十五条'));
  });

  it('says of each where it comes from and how sure it is', () => {
    const article = listed.find(
      ({ law, article: number }) => law === '市场监督管理投诉举报处理办法' && number === '第十条',
    );
    expect(article).toEqual({
      law: '市场监督管理投诉举报处理办法',
      article: '第十条',
      docNo: '国家市场监督管理总局令第121号',
      inForceFrom: '2026-04-15',
      gist: expect.any(String),
      source: '国家市场监督管理总局令第121号公布文本',
      confidence: 'A',
    });
    const doubtful = listed.filter(({ statusConfidence }) => statusConfidence === 'C').map(({ law }) => law);
    expect(new Set(doubtful)).toEqual(new Set(['侵害消费者权益行为处罚办法']));
  });

  it('holds no repealed instrument and no day count before a renewal', () => {
    const texts = [...tables.map(([, json]) => JSON.stringify(json)), ...papers, ...listed.map(({ gist }) => gist)];
    const wrong = /投诉举报处理暂行办法|(?:续费|展期|扣[费款])[^。]{0,8}前\s*[五5]\s*日/u;
    expect(texts.flatMap((text) => wrong.exec(text)?.[0] ?? [])).toEqual([]);
  });
});
