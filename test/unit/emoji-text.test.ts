import { expect, it } from 'vitest';
import { memoise } from '../../electron/core/memoise.ts';
import { createPagePrinter } from '../../electron/core/page-printer.ts';
import { inOneColor } from '../../electron/core/render/emoji-text.ts';
import { readFonts } from '../../electron/core/render/fonts.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { cleanCase } from '../support/clean-case.ts';
import { composeParts } from '../support/composed-parts.ts';

/** What the program asks the browser to print for the body of a page of evidence. */
async function printedBody(body: string): Promise<string> {
  const templates = await readTemplates(new URL('../../templates', import.meta.url).pathname);
  const house = { templates, fonts: await readFonts(), law: builtInLaw, assetUrl: (path: string) => path };
  let printed = '';
  const session = memoise(async () => ({
    print: (html: string) => {
      printed = html;
      return Promise.resolve(new Uint8Array());
    },
    close: () => Promise.resolve(),
  }));
  const print = createPagePrinter(() => Promise.resolve(house), session);
  await print({ title: '聊天', body, orientation: 'portrait' }, new AbortController().signal);
  return /<body[^>]*>\s*(?<body>[\s\S]*?)\s*<\/body>/.exec(printed)?.groups?.body ?? '';
}

it('what asks for emoji in colour is taken out of the text, and nothing else', () => {
  expect(inOneColor('❤️1️⃣1️2☑︎👩‍💻')).toBe('❤1⃣12☑︎👩‍💻');
});

it('pages of evidence keep emoji, and give by its number only what nothing draws', async () => {
  expect(await printedBody('❤️👍🏻👩‍💻，1️⃣')).toBe('❤👍🏻👩‍💻，1⃣');
  expect(await printedBody('👪和\u{31350}')).toBe('〔U+1F46A〕和〔U+31350〕');
  expect(await printedBody('甲🏻')).toBe('甲〔U+1F3FB〕');
  expect(await printedBody('😀‍🐶')).toBe('😀🐶');
});

it('papers ask for no colour either', () => {
  const { html } = composeParts(cleanCase({ title: '退款❤️❤️' }));
  expect(html).toContain('退款❤❤');
  expect(html).not.toContain('\ufe0f');
});
