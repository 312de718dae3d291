import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphsOf, parseProse, referencesIn } from '../../electron/core/cases/prose.ts';

describe('parseProse', () => {
  it('cuts a paragraph at its references', () => {
    expect(parseProse('商家拒绝{证据:聊天-3}，平台未答复。')).toEqual([
      { kind: 'text', text: '商家拒绝' },
      { kind: 'reference', id: '聊天-3' },
      { kind: 'text', text: '，平台未答复。' },
    ]);
  });

  it('takes a full-width colon and references side by side', () => {
    expect(parseProse('{证据：甲}{证据:乙}')).toEqual([
      { kind: 'reference', id: '甲' },
      { kind: 'reference', id: '乙' },
    ]);
  });

  it.each(['{证据}', '{证据:}', '{证据: 甲}', '{订单:甲}', '{{证据:甲', '{证据:甲 乙}', '{}'])(
    'leaves "%s" as text',
    (text) => {
      expect(parseProse(text)).toEqual([{ kind: 'text', text }]);
    },
  );

  it('loses no character', () => {
    const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('{证据:甲}', '{证据：', '}', '{'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const paragraph = pieces.join('').replaceAll('：', ':');
        const joined = parseProse(paragraph).map((part) => (part.kind === 'text' ? part.text : `{证据:${part.id}}`));
        expect(joined.join('')).toBe(paragraph);
      }),
    );
  });

  it('makes no empty segments', () => {
    expect(parseProse('')).toEqual([]);
    expect(parseProse('{证据:甲}')).toEqual([{ kind: 'reference', id: '甲' }]);
  });
});

describe('paragraphsOf', () => {
  it('splits at line breaks, trims, and drops empty lines', () => {
    expect(paragraphsOf(' 一 \n\n\t二\r\n三')).toEqual(['一', '二', '三']);
  });
});

describe('referencesIn', () => {
  it('names every reference in order, repeats included', () => {
    expect(referencesIn('{证据:甲}和{证据：乙}，又见{证据:甲}')).toEqual(['甲', '乙', '甲']);
  });
});
