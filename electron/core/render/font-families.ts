import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * The faces a packet is printed and shown with. All static: a variable font, or a weight with no face of its own,
 * prints as Type 3. Each family comes in slices by Unicode range, of which the browser loads only what a page uses.
 */
export const families = [
  { name: 'Noto Serif SC', package: '@fontsource/noto-serif-sc' },
  { name: 'Noto Sans SC', package: '@fontsource/noto-sans-sc' },
] as const;
export const weights = [400, 700] as const;

/**
 * 䶮 and thousands more stand in no slice of the families above, and people bear them as names. LXGW WenKai has
 * them. It is one large file a weight, so it is offered only for the characters that need it.
 */
export const fallback = {
  package: '@fontsource/lxgw-wenkai',
  400: 'lxgw-wenkai-latin-500-normal',
  700: 'lxgw-wenkai-latin-700-normal',
} as const;

/**
 * Emoji in one colour, for what people write in chats. Cut so that each sequence of emoji lies within one slice; digits
 * and signs of text lie there, too, for the sake of such sequences.
 */
export const emoji = {
  package: '@fontsource/noto-emoji',
  /** Signs of text that LXGW WenKai draws as such, and that would be pictures here. */
  alsoInFallback: new Set('‼⁉↕◻◼⚪⚫〽🅾🅿🈁🈂🈯🈳🈸🈹🈺'),
} as const;

const packages = createRequire(import.meta.url);

/** Where a package of fonts is on disk. */
export const packageFolder = (name: string) => dirname(packages.resolve(`${name}/package.json`));
