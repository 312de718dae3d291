import { Parser } from 'htmlparser2';
import { droppedElements, numericAttributes, shownElements } from './html-elements.ts';
import { htmlText, note } from './html-text.ts';
import { printedAtMost } from './printable-document.ts';

/** A picture that the document wants at this place. */
export interface PictureWanted {
  /** As it is written; nothing has looked for it. */
  readonly address: string;
  readonly alternative: string;
  /** CSS pixels, as the document wants it. */
  readonly width: number | undefined;
}

export interface HtmlPieces {
  /** HTML of our own, and between it the pictures that are still to be found. */
  readonly pieces: readonly (string | PictureWanted)[];
  readonly title: string;
  /** How many characters are shown, other than blanks. */
  readonly characters: number;
  readonly remarks: readonly string[];
}

interface OpenElement {
  readonly closing: string;
  /** Leaves out all that is in it. */
  readonly isDropped: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** Deeper nesting is shown flat: browsers lay out a few hundred levels, and no reader sees more than a few. */
const deepest = 60;

/** Nobody writes what is nested deeper, and the parser takes ever longer for each level: reading ends there. */
const deepestRead = 30_000;

/** Characters that are parsed at a time. */
const stretch = 65_536;

/** A page of nothing but line breaks takes paper, too. */
const elementCost = 10;

/** Takes HTML apart into what is on the lists of html-elements.ts, and counts what is left out. */
export function takeHtmlApart(source: string): HtmlPieces {
  const pieces: (string | PictureWanted)[] = [];
  const open: OpenElement[] = [];
  const links: { readonly address: string; readonly from: number }[] = [];
  const leftOut = new Map<string, number>();
  const titles: string[] = [];
  let isInTitle = false;
  let dropping = 0;
  let showing = 0;
  let preformatted = 0;
  let characters = 0;
  let spent = 0;
  let hidden = 0;
  let isCut = false;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'title') isInTitle = titles.length === 0;
      isCut ||= open.length >= deepestRead;
      const isDropped = droppedElements.has(name) || isHidden(attributes);
      if (isDropped && dropping === 0 && !isCut) countLeftOut(name, attributes);
      if (isDropped) dropping += 1;
      open.push({ isDropped, closing: dropping > 0 || isCut ? '' : openingOf(name, attributes) });
    },
    ontext(text) {
      if (isInTitle) titles.push(text);
      if (dropping > 0 || isCut) return;
      const room = printedAtMost.characters - spent;
      const whole = preformatted > 0 ? text : text.replaceAll(/[\t\n\f\r ]+/g, ' ');
      isCut = whole.length > room;
      const shown = isCut ? whole.slice(0, Math.max(0, room)) : whole;
      spent += shown.length;
      characters += shown.trim().length;
      pieces.push(htmlText(shown));
    },
    onclosetag(name) {
      if (name === 'title') isInTitle = false;
      const element = open.pop();
      if (element?.isDropped) dropping -= 1;
      else if (element !== undefined && dropping === 0) close(name, element);
    },
  });

  function openingOf(name: string, attributes: Attributes): string {
    if (name === 'img') pieces.push(pictureWanted(attributes));
    if (name === 'a') links.push({ address: attributes.href?.trim() ?? '', from: pieces.length });
    const shown = shownElements.get(name);
    isCut ||= spent > printedAtMost.characters;
    if (shown === undefined || showing >= deepest || isCut) return '';
    spent += elementCost;
    pieces.push(`<${shown.tag}${numbersOf(shown.tag, attributes)}>`);
    if (shown.isVoid) return '';
    showing += 1;
    if (name === 'pre') preformatted += 1;
    return `</${shown.tag}>`;
  }

  function close(name: string, { closing }: OpenElement): void {
    if (name === 'a' && !isCut) closeLink();
    if (closing === '') return;
    pieces.push(closing);
    showing -= 1;
    if (name === 'pre') preformatted -= 1;
  }

  /** Where a link leads is part of what a page says; on paper it can only be read. */
  function closeLink(): void {
    const { address, from } = links.pop() ?? { address: '', from: 0 };
    if (address === '' || address.startsWith('#')) return;
    const said = pieces.slice(from).filter((piece) => typeof piece === 'string');
    if (bareAddress(said.join('')) === bareAddress(htmlText(address))) return;
    pieces.push(`<span class="link-address">〔${htmlText(shortened(address))}〕</span>`);
  }

  function countLeftOut(name: string, attributes: Attributes): void {
    const word = droppedElements.get(name);
    if (name === 'input' && attributes.type?.toLowerCase() === 'hidden') return;
    if (word !== undefined) leftOut.set(word, (leftOut.get(word) ?? 0) + 1);
    else if (!droppedElements.has(name)) hidden += 1;
  }

  // Nothing is read behind what is printed.
  for (let at = 0; at < source.length && !isCut; ) {
    const end = source.indexOf('>', at + stretch) + 1 || source.length;
    parser.write(source.slice(at, end));
    at = end;
  }
  parser.end();
  const cut = '文件过长，这里只印出前面的一部分，其余见原件';
  if (isCut) pieces.push(note(cut));
  const words = [...leftOut].map(([word, count]) => `${word} ${count} 处`);
  return {
    pieces,
    title: titles.join('').replaceAll(/\s+/g, ' ').trim(),
    characters,
    remarks: [
      ...(words.length === 0 ? [] : [`没有印出其中的${words.join('、')}`]),
      ...(hidden === 0 ? [] : [`有 ${hidden} 处内容在原文件中设为不显示，没有印出`]),
      ...(isCut ? [cut] : []),
    ],
  };
}

function isHidden({ hidden, style = '' }: Attributes): boolean {
  return hidden !== undefined || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i.test(style);
}

function pictureWanted({ src = '', alt = '', width }: Attributes): PictureWanted {
  const pixels = Number.parseInt(width ?? '', 10);
  const isWidth = pixels > 0 && pixels <= 2_000 && !width?.includes('%');
  return { address: src, alternative: alt.trim(), width: isWidth ? pixels : undefined };
}

/** The attributes that shape a table or a list, as numbers within bounds. */
function numbersOf(tag: string, attributes: Attributes): string {
  return Object.entries(numericAttributes[tag] ?? {})
    .map(([name, most]) => {
      const number = Number.parseInt(attributes[name] ?? '', 10);
      return number > 0 ? ` ${name}="${Math.min(number, most)}"` : '';
    })
    .join('');
}

function bareAddress(text: string): string {
  return text
    .replaceAll(/\s+/g, '')
    .replace(/^mailto:/i, '')
    .replace(/\/$/, '');
}

function shortened(address: string): string {
  return address.length > 300 ? `${address.slice(0, 300)}…` : address;
}
