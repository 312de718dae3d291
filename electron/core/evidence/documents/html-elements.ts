/** What becomes of an element of a web page: the tag it is printed as, and which of its attributes go along. */
export interface ShownElement {
  readonly tag: string;
  readonly isVoid?: true;
}

const same = (tag: string): [string, ShownElement] => [tag, { tag }];

/** Elements that are printed. All others let their content through and are gone themselves. */
export const shownElements: ReadonlyMap<string, ShownElement> = new Map([
  ...['p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'pre', 'blockquote', 'figure', 'figcaption'].map(same),
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'].map(same),
  ...['strong', 'em', 'u', 's', 'del', 'ins', 'sub', 'sup', 'code', 'small', 'q'].map(same),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(same),
  ...['div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'details', 'summary'].map(
    (name): [string, ShownElement] => [name, { tag: 'div' }],
  ),
  ...['form', 'fieldset', 'legend', 'center', 'hgroup', 'dialog', 'search'].map((name): [string, ShownElement] => [
    name,
    { tag: 'div' },
  ]),
  ['b', { tag: 'strong' }],
  ['i', { tag: 'em' }],
  ['strike', { tag: 's' }],
  ['kbd', { tag: 'code' }],
  ['samp', { tag: 'code' }],
  ['tt', { tag: 'code' }],
  ['br', { tag: 'br', isVoid: true }],
  ['hr', { tag: 'hr', isVoid: true }],
]);

/** Elements that are left out with all that is in them, and what they are called where that is said. */
export const droppedElements: ReadonlyMap<string, string | undefined> = new Map([
  // No reader ever sees the text of these.
  ['style', undefined],
  ['title', undefined],
  ['template', undefined],
  ['noframes', undefined],
  ['datalist', undefined],
  ['script', '脚本'],
  ['iframe', '嵌入的其他网页'],
  ['frame', '嵌入的其他网页'],
  ['object', '嵌入的内容'],
  ['embed', '嵌入的内容'],
  ['applet', '嵌入的内容'],
  ['svg', '矢量图'],
  ['math', '公式'],
  ['canvas', '由脚本画出的内容'],
  ['audio', '声音'],
  ['video', '视频'],
  ['select', '选择框'],
  ['textarea', '输入框'],
  ['input', '输入框'],
]);

/** The attributes that shape a table or a list; each is a number within bounds. */
export const numericAttributes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  th: { colspan: 100, rowspan: 1_000 },
  td: { colspan: 100, rowspan: 1_000 },
  ol: { start: 100_000 },
  li: { value: 100_000 },
};
