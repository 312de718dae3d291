import { access } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { previewAsset } from '../../electron/core/preview/preview-assets.ts';

const styles = async () => '.paper { color: #000; }';

describe('preview assets', () => {
  it('give a frame without scripts, with its own policy, styles and fonts', async () => {
    const frame = await previewAsset('preview/frame.html', styles);
    const html = frame?.content.kind === 'bytes' ? new TextDecoder().decode(frame.content.bytes) : '';

    expect(frame?.mime).toBe('text/html; charset=utf-8');
    expect(frame?.isImmutable).toBe(false);
    expect(frame?.contentSecurityPolicy).toContain("default-src 'none'");
    expect(frame?.contentSecurityPolicy).not.toContain('script-src');
    expect(html).toContain('.paper { color: #000; }');
    expect(html).not.toMatch(/<script|https?:/);
    expect(html.match(/unicode-range/g)?.length).toBeGreaterThan(300);
    expect(html).not.toContain('url(./');
  });

  it('give every font that the frame names', async () => {
    const frame = await previewAsset('preview/frame.html?v=2', styles);
    const html = frame?.content.kind === 'bytes' ? new TextDecoder().decode(frame.content.bytes) : '';
    const fonts = [...html.matchAll(/url\('([^']+)'\)/g)].map((match) => match[1] ?? '');

    expect(fonts.length).toBeGreaterThan(300);
    const emoji = fonts.filter((font) => font.includes('emoji'));
    const rare = fonts.filter((font) => font.includes('wenkai'));
    expect(fonts.slice(0, emoji.length + rare.length)).toEqual([...emoji, ...rare]);
    for (const font of [...emoji.slice(0, 2), ...rare.slice(0, 2), ...fonts.slice(-3)]) {
      const file = await previewAsset(`preview/${font}`, styles);
      expect(file).toMatchObject({ mime: 'font/woff2', isImmutable: true });
      await access(file?.content.kind === 'path' ? file.content.path : '');
    }
  });

  it.each([
    'preview/fonts/../../../package.json',
    'preview/fonts/%2e%2e/package.json',
    'preview/fonts/no-such-font.woff2',
    'preview/fonts/',
    'preview/other.html',
    'preview/frame.html/x',
  ])('give nothing for %s', async (address) => {
    expect(await previewAsset(address, styles)).toBeUndefined();
  });
});
