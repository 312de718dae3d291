import { describe, expect, it } from 'vitest';
import { formatYuanInCapitals } from '../../electron/contract/case/money.ts';
import { readChineseAmount, readChineseNumber } from '../../electron/core/audit/chinese-numbers.ts';
import { readFigures } from '../../electron/core/audit/read-figures.ts';
import { seededRandom } from '../bench/seeded-random.ts';

const figuresOf = (text: string) => readFigures(text).map(({ kind, text: shown, value }) => [kind, shown, value]);

describe('numbers in Chinese characters', () => {
  it.each([
    ['五百七十七', 577],
    ['一千零二十四', 1024],
    ['十', 10],
    ['二十六', 26],
    ['二〇二六', 2026],
    ['两万', 20_000],
    ['一亿零三十', 100_000_030],
    ['壹万零伍拾', 10_050],
  ])('%s', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });

  it('is no number where other words stand', () => {
    expect(readChineseNumber('其他')).toBeNaN();
    expect(readChineseNumber('')).toBeNaN();
  });

  it('reads back every sum that money.ts writes in capitals', () => {
    const random = seededRandom(7);
    const sums = [0, 1, 10, 100, 105, 1_000_000, 10_050_00, 100_000_003, 12_345_678_90];
    for (let count = 0; count < 400; count += 1) sums.push(random.between(0, 10 ** (1 + (count % 13))));
    for (const sum of sums) expect(readChineseAmount(formatYuanInCapitals(sum)), String(sum)).toBe(sum);
  });
});

describe('readFigures', () => {
  it.each([
    ['退还货款268.00元', 'amount', '268.00元', '26800'],
    ['合计１２３４．５０元', 'amount', '1234.50元', '123450'],
    ['合计1,234.5元', 'amount', '1,234.5元', '123450'],
    ['价款5万元', 'amount', '5万元', '5000000'],
    ['标价¥168', 'amount', '¥168', '16800'],
    ['不足五百元的', 'amount', '五百元', '50000'],
    ['人民币贰佰陆拾捌元整', 'amount', '贰佰陆拾捌元整', '26800'],
    ['2026年10月2日', 'date', '2026年10月2日', '2026-10-02'],
    ['2026年10月2日 20:15', 'date', '2026年10月2日20:15', '2026-10-02T20:15'],
    ['２０２６年１０月２日', 'date', '2026年10月2日', '2026-10-02'],
    ['20时18分收到', 'date', '20时18分', 'T20:18'],
    ['10月2日答复', 'date', '10月2日', '--10-02'],
    ['2026年10月份', 'date', '2026年10月', '2026-10'],
    ['2026-10-02', 'date', '2026-10-02', '2026-10-02'],
    ['按33%计算', 'percentage', '33%', '3300'],
    ['按百分之五十计算', 'percentage', '百分之五十', '5000'],
    ['订单号JL20261003000001，', 'number', 'JL20261003000001', 'JL20261003000001'],
    ['电话19900000001', 'number', '19900000001', '19900000001'],
    ['共1,204,881字节', 'number', '1,204,881', '1204881'],
    ['（法释〔2019〕19号）', 'number', '〔2019〕19号', '〔2019〕19号'],
    ['《证据目录》', 'statute', '《证据目录》', '证据目录'],
    ['第3/12页', 'count', '3/12', '3/12'],
    ['第10/115页', 'count', '10/115', '10/115'],
    ['共13项', 'count', '13', '13'],
  ])('%s', (text, kind, shown, value) => {
    expect(figuresOf(text)).toEqual([[kind, shown, value]]);
  });

  it('keeps an order number and the sum after a Chinese comma apart', () => {
    expect(figuresOf('订单号70250930214500186402，598.00元')).toEqual([
      ['number', '70250930214500186402', '70250930214500186402'],
      ['amount', '598.00元', '59800'],
    ]);
  });

  it('knows from which statute an article is cited, and which part of it', () => {
    const cited = readFigures(
      '（《中华人民共和国消费者权益保护法》第二十条第一款、第二十六条第二款、第三款，《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第二百零九条）',
    ).filter(({ kind }) => kind === 'article');
    expect(cited.map(({ law, value, clause }) => [law, value, clause])).toEqual([
      ['中华人民共和国消费者权益保护法', '20', '第一款'],
      ['中华人民共和国消费者权益保护法', '26', '第二款、第三款'],
      ['最高人民法院关于适用《中华人民共和国民事诉讼法》的解释', '209', ''],
    ]);
  });
});
