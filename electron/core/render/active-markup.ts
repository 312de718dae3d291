/** Something in a text that could load, run or lead out of the packet, and where it begins. */
export interface ActiveMarkup {
  readonly index: number;
  /** From 1. */
  readonly line: number;
  readonly detail: string;
}

type Found = Omit<ActiveMarkup, 'line'>;

function inOrder(text: string, found: readonly Found[]): ActiveMarkup[] {
  return found
    .toSorted((first, second) => first.index - second.index)
    .map((one) => ({ ...one, line: text.slice(0, one.index).split('\n').length }));
}

/** Stands for what a template puts in: escaped text, which can neither open nor close a tag. */
export const placed = '\ue000';

const forbidden =
  'script|noscript|template|iframe|frame|frameset|object|embed|applet|portal|link|meta|base|style|form|input|button|' +
  'audio|video|source|track|picture|foreignobject|animate|animatemotion|animatetransform|set|image|feimage';
const forbiddenElement = new RegExp(`<[/\\s]*(?<name>${forbidden})(?![\\w-])`, 'gi');
// What looks like a tag within a tag is looked at as one of its own, so that no text is gone through again and again.
const tag = /<(?<name>[a-z\ue000][^\s/>]*)(?<attributes>(?:[^"'<>]|<(?![a-z\ue000])|"[^"]*"|'[^']*')*)>/gi;
const attribute = /(?<name>[^\s"'>/=]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+)))?/g;

/** Attributes whose value is an address. */
const addresses = new Set([
  ...['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'background', 'poster', 'data', 'cite', 'ping'],
  ...['longdesc', 'usemap', 'manifest', 'codebase', 'classid', 'profile', 'imagesrcset'],
]);

/**
 * Finds in HTML what a paper never needs: elements that load or run something, handlers of events, and addresses
 * outside the packet. The printer would refuse most of it as well; here it gets a name.
 */
export function activeMarkup(html: string): ActiveMarkup[] {
  const elements = [...html.matchAll(forbiddenElement)].map(({ index, groups }) => ({
    index,
    detail: `不能使用 <${groups?.name?.toLowerCase()}>`,
  }));
  const attributes = [...html.matchAll(tag)].flatMap(({ index, groups }) => tagMarkup(index, groups ?? {}));
  const comments = [...html.matchAll(/<!--|<!\[CDATA\[|<\?/g)].map(({ index }) => ({
    index,
    detail: '不能使用 HTML 注释，注释请写成 {{! … }}',
  }));
  return inOrder(html, [...elements, ...attributes, ...comments]);
}

function tagMarkup(index: number, { name = '', attributes = '' }: Readonly<Record<string, string>>): Found[] {
  if (name.includes(placed)) return [{ index, detail: '标签名不能由字段拼成' }];
  return [...attributes.matchAll(attribute)].flatMap(({ groups }): Found[] => {
    const key = (groups?.name ?? '').toLowerCase();
    const value = groups?.double ?? groups?.single ?? groups?.bare ?? '';
    if (key.includes(placed) && key !== placed) return [{ index, detail: '属性名不能由字段拼成' }];
    if (key.startsWith('on')) return [{ index, detail: `不能使用 ${key} 一类的事件属性` }];
    if (key === 'srcdoc') return [{ index, detail: '不能使用 srcdoc 属性' }];
    if (addresses.has(key) && !isInside(value)) {
      return [{ index, detail: `${key} 只能指向卷内（以 # 开头），不能指向 ${value.slice(0, 60)}` }];
    }
    return key === 'style' ? activeStyle(value).map(({ detail }) => ({ index, detail })) : [];
  });
}

/** A place in the packet, a picture that is in the text itself, or what the model gives. */
function isInside(value: string): boolean {
  const address = value.trim();
  return address === '' || address.startsWith('#') || address === placed || /^data:image\/(?:png|jpeg);/i.test(address);
}

const activeRules: readonly (readonly [pattern: RegExp, detail: string])[] = [
  [/@import/gi, '样式不能用 @import 引入其他文件，请直接写在文件里'],
  [/\burl\(\s*(?!["']?data:image\/(?:png|jpeg);)/gi, '样式中的 url() 不能指向文件或网络'],
  [/\b(?:image-set|src|image|cross-fade)\(/gi, '样式不能从别处装入图片'],
  [/<\/|<!--/g, '样式里不能有 HTML'],
  // The printing browser has no other faces, and paints nothing where one is named that lacks Chinese.
  [
    /(?<![\w-])font(?:-family)?\s*:(?![^;{}]*(?:Noto (?:Serif|Sans) SC|\binherit\b|\bunset\b|\bvar\(|\ue000))/gi,
    '可用的字体只有 "Noto Serif SC" 和 "Noto Sans SC"，写别的字体中文会印成空白；请写上其中之一',
  ],
  [/@(?:font-face|namespace|charset)/gi, '样式不能引入字体或其他文件；可用的字体是 Noto Serif SC 和 Noto Sans SC'],
];

/** Finds in CSS what would load something, whatever escapes it is written with. */
export function activeStyle(css: string): ActiveMarkup[] {
  const text = css
    .replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/\\(?:([0-9a-f]{1,6}) ?|([^\n]))/gi, (_, code: string | undefined, character = '') =>
      code === undefined ? String(character) : characterOf(code),
    );
  const found = activeRules.flatMap(([pattern, detail]) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ index, detail })),
  );
  return inOrder(text, found);
}

function characterOf(code: string): string {
  const point = Number.parseInt(code, 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
}
