import { type ChildNode, Element, isTag, isText, type ParentNode, Text } from 'domhandler';
import { DomUtils, parseDocument } from 'htmlparser2';
import { type ClassStyles, lengthIn, readClassStyles } from './class-styles.ts';
import { textWidth } from './word-page.ts';

/** HTML and its style sheet in the words that docx/html understands. */
export interface WordHtml {
  readonly html: string;
  readonly stylesheet: string;
}

/** The Word styles of what docx/html cannot be told in CSS, by the class that marks it. */
export const wordStyleMap = { '.word-boxed': 'Boxed', '.word-kept': 'Kept' } as const;

/** Drawings, pictures and what is never printed have no place in a text to be edited. */
const leftOut = new Set(['svg', 'img', 'script', 'style', 'template', 'noscript', 'iframe', 'object', 'link', 'meta']);

/** Blank space that stands under a line: Word underlines it even where it ends a line, and it takes no word's place. */
const blankSpace = '\u00a0';
const blankSpaceWidth = 3;

/**
 * Says in plain HTML what the papers' templates say with CSS that Word has no counterpart for: hanging numbers,
 * lines to sign on, boxes around words, columns with widths. The text stays the same, to the letter.
 */
export function wordHtml(html: string, stylesheet: string): WordHtml {
  const document = parseDocument(html);
  rewriteChildren(document, readClassStyles(stylesheet));
  return { html: DomUtils.getOuterHTML(document), stylesheet: wordStylesheet(stylesheet) };
}

function rewriteChildren(parent: ParentNode, styles: ClassStyles): void {
  for (const child of [...parent.children]) {
    if (!isTag(child)) continue;
    if (isLeftOut(child, styles)) DomUtils.removeElement(child);
    else rewrite(child, styles);
  }
}

function isLeftOut(element: Element, styles: ClassStyles): boolean {
  const { name, attribs } = element;
  if (leftOut.has(name) || attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true;
  // The rows that close the frame of a printed form at a page break hold nothing.
  if ((name === 'thead' || name === 'tfoot') && DomUtils.textContent(element).trim() === '') return true;
  if (styles(element, 'display') === 'none') return true;
  // What is said of a drawing says nothing without it.
  if (/(?:^|\s)drawing-note(?:\s|$)/.test(attribs.class ?? '')) return true;
  return element.children.some((child) => isTag(child) && child.name === 'svg');
}

function rewrite(element: Element, styles: ClassStyles): void {
  if (element.name === 'a') {
    element.name = 'span';
    delete element.attribs.href;
  }
  if (element.name === 'colgroup') giveWidths(element, styles);
  else if (isLineToSign(element, styles)) drawLine(element, styles);
  else if (element.name === 'span' && hasBorder(element, styles)) addClass(element, 'word-boxed');
  if (isKept(element, styles)) keep(element);
  if (element.name === 'tbody' && styles(element, 'break-inside') === 'avoid') keepTogether(element);
  pushRight(element, styles);
  rewriteChildren(element, styles);
  if (isHangingNumber(element, styles)) hangNumber(element);
  if (isPlainList(element, styles)) {
    for (const item of element.children) if (isTag(item) && item.name === 'li') item.name = 'word-li';
    element.name = `word-${element.name}`;
  }
}

function addClass(element: Element, name: string): void {
  element.attribs.class = `${element.attribs.class ?? ''} ${name}`.trim();
}

/** docx/html takes the widths of columns from `<col width>` and only when all have one. */
function giveWidths(group: Element, styles: ClassStyles): void {
  const columns = DomUtils.getElementsByTagName('col', group);
  const widths = columns.map((column) => lengthIn(column.attribs.style) ?? lengthIn(styles(column, 'width')));
  const known = widths.filter((width) => width !== undefined);
  if (known.length === 0) return;
  const rest = (textWidth - known.reduce((sum, width) => sum + width, 0)) / Math.max(columns.length - known.length, 1);
  for (const [index, column] of columns.entries()) {
    column.attribs.width = String(Math.round(((widths[index] ?? rest) * 96) / 72));
  }
}

/** The head of a group stays with what follows it. Headings do so by their own style, captions anyway. */
function isKept(element: Element, styles: ClassStyles): boolean {
  return ['p', 'tr'].includes(element.name) && styles(element, 'break-after') === 'avoid';
}

/** Rows that stand on one page, such as a declaration and the signature under it. */
function keepTogether(body: Element): void {
  const rows = body.children.filter(isTag);
  for (const row of rows) {
    row.attribs.style = 'break-inside: avoid';
    if (row !== rows.at(-1)) keep(row);
  }
}

/** Word keeps a row with the next one by the paragraphs in its cells. */
function keep(element: Element): void {
  if (element.name === 'p') addClass(element, 'word-kept');
  for (const cell of element.name === 'tr' ? element.children.filter(isTag) : []) {
    const paragraphs = cell.children.filter((child) => isTag(child) && child.name === 'p');
    if (paragraphs.length > 0) {
      for (const paragraph of paragraphs.filter(isTag)) addClass(paragraph, 'word-kept');
    } else if (!cell.children.some((child) => isTag(child) && isBlock(child))) {
      const kept = new Element('p', { class: 'word-kept' });
      replaceChildren(kept, cell.children);
      replaceChildren(cell, [kept]);
    }
  }
}

function isBlock({ name }: Element): boolean {
  return ['div', 'ol', 'ul', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(name);
}

/** A block of its own width at the right edge, for signatures: `margin-left: auto` of CSS. */
function pushRight(element: Element, styles: ClassStyles): void {
  const width = lengthIn(styles(element, 'width'));
  const margin = styles(element, 'margin') ?? styles(element, 'margin-left');
  if (element.name !== 'div' || width === undefined || margin?.split(/\s+/).at(-1) !== 'auto') return;
  element.attribs.style = `margin-left: ${Math.max(textWidth - width, 0)}pt`;
}

function hasBorder(element: Element, styles: ClassStyles): boolean {
  const border = styles(element, 'border');
  return border !== undefined && !/^(?:none|0(?![.\d]))/.test(border);
}

/** An empty run with a rule under it: where a name or date is written by hand. */
function isLineToSign(element: Element, styles: ClassStyles): boolean {
  return (
    element.name === 'span' &&
    styles(element, 'border-bottom') !== undefined &&
    DomUtils.textContent(element).trim() === ''
  );
}

function drawLine(element: Element, styles: ClassStyles): void {
  const width = lengthIn(styles(element, 'width')) ?? lengthIn(styles(element, 'flex')) ?? 120;
  element.name = 'u';
  replaceChildren(element, [new Text(blankSpace.repeat(Math.round(width / blankSpaceWidth)))]);
}

/** A numbered line as the papers set it: the number in a span, and what it numbers in the one element beside it. */
function isHangingNumber(element: Element, styles: ClassStyles): boolean {
  const [first, second, ...rest] = contentOf(element);
  if (first === undefined || second === undefined || rest.length > 0 || !isTag(first) || !isTag(second)) return false;
  const isRow = element.name === 'li' || styles(element, 'display') === 'flex';
  return isRow && first.name === 'span' && ['span', 'div', 'p'].includes(second.name) && !isSigned(second);
}

function isSigned(element: Element): boolean {
  return element.name === 'u' || DomUtils.existsOne((node) => node.name === 'u', element.children);
}

/** Number, tab, text in one paragraph that hangs by two characters; later paragraphs stand under its text. */
function hangNumber(element: Element): void {
  const [number, content] = contentOf(element).filter(isTag);
  if (number === undefined || content === undefined) return;
  number.attribs.style = 'white-space: pre';
  DomUtils.appendChild(number, new Text('\t'));
  const blocks = content.name === 'div' ? contentOf(content) : [content];
  const [first, ...later] = blocks;
  const line = new Element('p', first !== undefined && isTag(first) ? { ...first.attribs } : {});
  line.attribs.style = 'text-indent: -2em';
  const text = first !== undefined && isTag(first) && first.name !== 'span' ? first.children : blocks.slice(0, 1);
  replaceChildren(line, [number, ...text]);
  element.attribs.style = 'padding-left: 2em';
  replaceChildren(element, [line, ...later]);
}

/** Children without the white space that the template is laid out with. */
function contentOf(element: Element): ChildNode[] {
  return element.children.filter((child) => !isText(child) || child.data.trim() !== '');
}

function replaceChildren(parent: Element, children: readonly ChildNode[]): void {
  parent.children = [];
  for (const child of children) DomUtils.appendChild(parent, child);
}

/** Lists whose markers the styles take away are blocks in Word, too; their numbers are text. */
function isPlainList(element: Element, styles: ClassStyles): boolean {
  if (element.name !== 'ol' && element.name !== 'ul') return false;
  const marker = styles(element, 'list-style') ?? styles(element, 'list-style-type') ?? 'none';
  return /\bnone\b/.test(marker);
}

/** The style sheet for the elements as they are called now, and with the widths that docx/html can compute. */
function wordStylesheet(stylesheet: string): string {
  const renamed = stylesheet
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/calc\(100% - [^)]*\)/g, '100%')
    .replaceAll(/[^{}]+(?=\{)/g, (selector) =>
      selector.replaceAll(/(?<![\w.#-])(ol|ul|li)(?![\w-])/g, (_, name: string) => `:is(${name}, word-${name})`),
    );
  // Without a word on borders docx would draw them all.
  return `table { border: 0 none; }\n${renamed}\nword-ol, word-ul, word-li { display: block; }`;
}
