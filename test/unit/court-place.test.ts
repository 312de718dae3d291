import { describe, expect, it } from 'vitest';
import { courtRegion } from '../../electron/core/documents/blocks/court-place.ts';
import { renderPaper } from '../support/rendered-paper.ts';

const elsewhere = { name: '据例数码科技有限公司', roles: ['merchant'], address: '他省他市他区虚构大道88号' };
const placeOf = (changes: Record<string, unknown> = {}) => {
  const { text, missing } = renderPaper('small-claims', { respondents: [elsewhere], ...changes });
  return { said: /关于管辖：.*?(?=综上，)/u.exec(text)?.[0] ?? '', text, missing };
};
const membership = [{ name: '据例会员', kind: 'membership', unitPrice: '268.00' }];
const general =
  '关于管辖：合同纠纷可以由被告住所地或者合同履行地人民法院管辖（《中华人民共和国民事诉讼法》第二十四条）。';
const interpretation = '《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》';

describe('courtRegion', () => {
  it.each([
    ['据例市示例区人民法院', '据例市示例区'],
    ['例县基层人民法院', '例县'],
    ['某地互联网法院', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %s is %s', (court, region) => expect(courtRegion(court)).toBe(region));
});

describe('why this court', () => {
  it("takes the buyer's place for a sale made and delivered online (民诉法解释 20)", () => {
    expect(placeOf().said).toBe(
      `${general}涉案合同以信息网络方式订立并交付标的，以买受人住所地为合同履行地（${interpretation}第二十条），原告的住所地在据例市示例区。`,
    );
  });

  it.each([
    ['a service', { 'orders[0].items': membership }],
    ['a deal struck in a private chat', { 'orders[0].channel': 'private-chat' }],
  ])('only puts forward the place of whoever receives the money for %s (民诉法解释 18 第二款)', (_, changes) => {
    const { said } = placeOf(changes);
    expect(said).toContain(`原告请求返还款项，主张以接收货币一方所在地为合同履行地（${interpretation}第十八条第二款）`);
    expect(said).toContain('请人民法院依法审查。');
    expect(said).not.toContain('第二十条');
  });

  it("takes the defendant's place (民事诉讼法 24)", () => {
    const { said } = placeOf({ 'addressees.court': '他市他区人民法院' });
    expect(said).toBe(`${general}被告住所地在他市他区。`);
  });

  it('says nothing where no address is in the region of the court', () => {
    expect(placeOf({ 'addressees.court': '无关市人民法院' }).said).toBe('');
    expect(placeOf({ 'addressees.court': undefined }).said).toBe('');
  });

  it.each([
    ['2025-11-18', true],
    ['2025-11-19', false],
  ])('counts a home lived in since %s as 经常居住地: %s (民诉法解释 4)', (since, counts) => {
    const habitualResidence = { address: '新省新市新区1号', since };
    const { said } = placeOf({
      'claimants[0].habitualResidence': habitualResidence,
      'addressees.court': '新市新区人民法院',
    });
    expect(said.includes('原告的经常居住地（自')).toBe(counts);
    const old = placeOf({ 'claimants[0].habitualResidence': habitualResidence }).said;
    expect(old.includes('原告的住所地在据例市示例区')).toBe(!counts);
  });

  it('puts an agreed place of performance first (民诉法解释 18 第一款)', () => {
    const { said } = placeOf({ terms: { performancePlace: '他市他区' }, 'addressees.court': '他市他区人民法院' });
    expect(said).toContain(`合同约定的履行地点为他市他区（${interpretation}第十八条第一款）。`);
    expect(placeOf({ terms: { performancePlace: '他市他区' } }).said).toBe('');
  });

  const clause = { text: '争议由他市他区人民法院管辖', court: '他市他区人民法院' };
  const clauseOf = (jurisdiction: object, changes: Record<string, unknown> = {}) =>
    placeOf({ terms: { jurisdiction }, ...changes });

  it('answers a clause that was not pointed out as void, as a view (民诉法解释 31)', () => {
    expect(clauseOf({ ...clause, wasPointedOut: false }).said).toContain(
      `合同文本载有管辖条款：“争议由他市他区人民法院管辖”。该条款系经营者提供的格式条款，订立合同时没有以合理方式提请原告注意，原告主张其无效（${interpretation}第三十一条）。`,
    );
  });

  it('leaves one that was pointed out to the court, and rests on one that chose this court (民事诉讼法 35)', () => {
    const shown = clauseOf({ ...clause, wasPointedOut: true }).said;
    expect(shown).toContain('是否有实际联系，请人民法院依法审查（《中华人民共和国民事诉讼法》第三十五条）');
    expect(shown).not.toContain('无效');
    const own = clauseOf(clause, { 'addressees.court': clause.court });
    expect(own.said).toContain('原告依该约定向人民法院起诉');
    expect(own.missing).toEqual([]);
  });

  it('says nothing of a clause for the place of the seller to who sues there (民事诉讼法 24)', () => {
    const sellers = { text: '争议由卖家所在地法院处理', wasPointedOut: false };
    const here = [{ name: '据例公司', roles: ['merchant'], address: '远市远区虚构路1号' }];
    const at = (court: string) => clauseOf(sellers, { respondents: here, 'addressees.court': court }).said;
    expect(at('远市远区人民法院')).toContain('被告住所地在远市远区');
    expect(at('远市远区人民法院')).not.toContain('管辖条款');
    expect(at('据例市示例区人民法院')).toContain('主张其无效');
  });

  it('asks whether it was pointed out', () => {
    const { missing } = clauseOf(clause);
    expect(missing.map(({ path }) => path)).toEqual(['terms.jurisdiction.wasPointedOut']);
  });
});
