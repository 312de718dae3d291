import { describe, expect, it } from 'vitest';
import { escapeHtml, inlineHtml } from '../../electron/core/render/inline-html.ts';

describe('inlineHtml', () => {
  it('places every kind of run', () => {
    expect(
      inlineHtml([
        { kind: 'text', text: '见' },
        { kind: 'link', text: '证据1（第3页）', href: '#evidence-1' },
        { kind: 'strong', text: '268.00元' },
        { kind: 'blank', label: '被告住所地' },
      ]),
    ).toBe(
      '见<a href="#evidence-1">证据1（第3页）</a><strong>268.00元</strong><span class="blank">〔待填写：被告住所地〕</span>',
    );
  });

  it('escapes what comes from a case, in every kind of run', () => {
    const hostile = `<img src=x onerror="alert('1')">&{{x}}`;
    const html = inlineHtml([
      { kind: 'text', text: hostile },
      { kind: 'strong', text: hostile },
      { kind: 'blank', label: hostile },
      { kind: 'link', text: hostile, href: hostile },
    ]);
    expect(html.match(/<[a-z]+/g)).toEqual(['<strong', '<span', '<a']);
    expect(html).not.toMatch(/onerror="/);
    expect(html.match(/&lt;img src=x onerror=&quot;alert\(&#39;1&#39;\)&quot;&gt;&amp;\{\{x\}\}/g)).toHaveLength(5);
  });
});

describe('escapeHtml', () => {
  it('leaves ordinary text as it is', () => {
    expect(escapeHtml('刘䶮 · 268.00元（大写）“终身”')).toBe('刘䶮 · 268.00元（大写）“终身”');
  });
});
