import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { auditPacket } from '../../electron/core/audit/audit-packet.ts';
import { readCharacterMap } from '../../electron/core/audit/character-map.ts';
import { matchText } from '../../electron/core/audit/match-text.ts';
import { readPageText } from '../../electron/core/audit/page-text.ts';
import type { PageText } from '../../electron/core/audit/read-packet-text.ts';
import { readSectionText } from '../../electron/core/audit/section-text.ts';
import { cleanCase } from '../support/clean-case.ts';
import { composedForAudit } from '../support/text-pages.ts';
import { useWorkFolder } from '../support/work-folder.ts';

describe('readCharacterMap (ISO 32000-1, 9.10.3)', () => {
  it('reads single codes, ranges, lists and characters beyond the first plane', () => {
    const map = readCharacterMap(`
      2 beginbfchar <0001> <0031> <0002> <D842DFB7> endbfchar
      2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<5143> <0066006C>] endbfrange`);
    expect([...map]).toEqual([
      [1, '1'],
      [2, '𠮷'],
      [16, 'A'],
      [17, 'B'],
      [18, 'C'],
      [32, '元'],
      [33, 'fl'],
    ]);
  });
});

describe('readPageText', () => {
  const fonts = new Map([
    [
      'F1',
      new Map([
        [1, '2'],
        [2, '6'],
        [3, '8'],
        [4, '元'],
        [5, ' '],
      ]),
    ],
    [
      'F2',
      new Map([
        [1, '第'],
        [2, '1'],
        [3, '页'],
      ]),
    ],
  ]);

  it('joins what is marked as one, whatever its font, and tells the foot from it', () => {
    const content = `BT /F2 12 Tf <000100020003> Tj ET
      /P <</MCID 0 >>BDC BT /F1 12 Tf 1 0 0 1 5 5 Tm <00010002> Tj ET 1 0 0 RG 5 5 5 5 re f
      BT /F1 12 Tf [<0003> -20 <0005>] TJ 0 -14 Td <0004> Tj ET EMC
      /P <</MCID 1 >>BDC /Span <</Lang (zh-CN)>> BDC BT /F1 9 Tf <0001> Tj ET EMC /Span BMC BT <0003> Tj ET EMC EMC`;
    expect(readPageText(content, fonts)).toEqual([
      { text: '第1页', isContent: false },
      { text: '268元', isContent: true },
      { text: '28', isContent: true },
    ]);
  });

  it('does not enter what is drawn as a form: pages of evidence', () => {
    expect(readPageText('/Figure <</MCID 3 >>BDC q /X5 Do Q EMC', fonts)).toEqual([]);
  });

  it('keeps a code without a character, so that a figure cannot vanish', () => {
    expect(readPageText('/P <</MCID 0 >>BDC /F1 9 Tf <00010099> Tj EMC', fonts)).toEqual([
      { text: '2\ufffd', isContent: true },
    ]);
  });

  it('refuses text that is not written as codes', () => {
    expect(() => readPageText('/P <</MCID 0 >>BDC /F1 9 Tf (268) Tj EMC', fonts)).toThrow('brackets');
  });
});

describe('readSectionText', () => {
  it('takes each text between tags, entities as characters, nothing that is not painted', () => {
    const html =
      '<p>甲&amp;乙 <strong>２６８.00 元</strong></p><p hidden>9</p><style>p{top:1px}</style><svg><title>图5</title><text>10月</text><text>2日</text></svg>';
    expect(readSectionText(html).texts).toEqual([
      { text: '甲&乙', parts: ['甲&乙'] },
      { text: '268.00元', parts: ['268.00元'] },
      { text: '10月2日', parts: ['10月', '2日'] },
    ]);
  });
});

const page = (number: number, ...texts: readonly string[]): PageText => ({
  number,
  runs: texts.map((text) => ({ text, isContent: true })),
});

describe('matchText', () => {
  const section = readSectionText(
    '<table><thead><tr><th>第1栏</th></tr></thead><tr><td>订单JL20261003000001</td><td>268.00元</td><td>共1份</td></tr></table>',
  );

  it('finds a text that goes on over a page, and the head of its table again', () => {
    const pages = [page(4, '第1栏', '订单JL20261003', '268.00元'), page(5, '第1栏', '000001', '共1份')];
    expect(matchText(pages, section)).toEqual({
      texts: [
        { page: 4, text: '第1栏' },
        { page: 4, text: '订单JL20261003000001' },
        { page: 4, text: '268.00元' },
        { page: 5, text: '第1栏' },
        { page: 5, text: '共1份' },
      ],
      changed: [],
      lost: [],
    });
  });

  it.each([
    ['a digit', [page(4, '第1栏', '订单JL20261003000001', '263.00元', '共1份')], '263.00元', ['268.00元']],
    [
      'a digit after the page',
      [page(4, '第1栏', '订单JL20261003'), page(5, '000002', '268.00元', '共1份')],
      '订单JL20261003',
      ['订单JL20261003000001'],
    ],
    [
      'a digit of the repeated head',
      [page(4, '第1栏', '订单JL20261003000001'), page(5, '第7栏', '268.00元', '共1份')],
      '第7栏',
      [],
    ],
    [
      'two figures that changed places',
      [page(4, '第1栏', '订单JL20261003000001', '共1份', '286.00元')],
      '286.00元',
      ['268.00元'],
    ],
  ])('shows %s', (_, pages, changed, lost) => {
    const matched = matchText(pages, section);
    expect(matched.changed.map(({ text }) => text)).toContain(changed);
    expect(matched.lost).toEqual(lost);
  });

  it('shows a figure that is gone', () => {
    const matched = matchText([page(4, '第1栏', '订单JL20261003000001', '共1份')], section);
    expect(matched).toMatchObject({ changed: [], lost: ['268.00元'] });
  });

  it('knows a long text by its beginning where the line had no room for the rest, and no other by that', () => {
    const long = readSectionText('<p>证据1</p><p>10月3日付款128.00元的订单</p><p>共1份</p>');
    const shown = (...texts: readonly string[]) => matchText([page(4, '证据1', ...texts, '共1份')], long);

    expect(shown('10月3日付款…')).toMatchObject({ changed: [], lost: [] });
    expect(shown('10月8日付款…')).toMatchObject({ changed: [{ text: '10月8日付款…' }] });
    expect(shown('10月3日付款')).toMatchObject({ changed: [{ text: '10月3日付款' }] });
  });

  it('minds figures alone where a font copies a character as another', () => {
    const pages = [page(4, '第1栏', '订単JL20261003000001', '268.00元', '共1份')];
    expect(matchText(pages, section)).toMatchObject({ changed: [], lost: [] });
  });
});

describe('auditPacket', () => {
  const work = useWorkFolder();

  it('says so when it cannot read a packet', async () => {
    const { content, composed } = composedForAudit(cleanCase());
    const target = work.path('other.pdf');
    await writeFile(target, '%PDF-1.7\nstartxref\n9\n%%EOF\n');
    const findings = await auditPacket([target], content, composed, new AbortController().signal);
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([['audit.unread', 'error']]);
  });
});
