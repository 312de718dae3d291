import type { Provisions } from '../../electron/core/law/provisions.ts';

/**
 * What no paper may print, whatever the case: gaps that a template left, punctuation that meets itself, wording that
 * promises or threatens, law that was repealed, and articles that the law table does not hold. `text` is a paper as a
 * reader sees it. Empty when nothing is wrong.
 */
export function faultsIn(text: string, provisions: Provisions): string[] {
  return [
    ...faults.flatMap(({ name, pattern }) => matches(text, pattern).map((found) => `${name}: ${found}`)),
    ...unknownCitations(text, provisions),
  ];
}

const faults = [
  { name: 'not a word', pattern: /undefined|null|NaN|\[object/g },
  { name: 'empty brackets', pattern: /（[，、；\s]*）|“”|《》|〔\s*〕|\(\)/g },
  { name: 'punctuation twice', pattern: /[，。；、：]{2,}|。”。|[（，；、：]。|见[。，；]/g },
  {
    name: 'promise of an outcome',
    pattern: /必须(?:全额|立即)?退款|一定胜诉|必须先行赔付|强制退款|48小时内必须|必赢|必胜/g,
  },
  { name: 'unsettled law as settled', pattern: /一律(?:不)?适用(?:七|7)[日天]无理由/g },
  { name: 'threat', pattern: /曝光|否则.{0,8}举报/g },
  {
    name: 'repealed or invented law',
    pattern: /投诉举报处理暂行办法|续费(?:日)?前(?:五|5)[日天]|侵害消费者权益行为处罚办法/g,
  },
];

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((found) => text.slice(Math.max(0, found.index - 12), found.index + 12));
}

const citation =
  /《([^《》]+)》((?:第[一二三四五六七八九十百千零]+[条款项])+(?:、(?:第[一二三四五六七八九十百千零]+[条款项])+)*)/gu;

/** "《…民法典》第五百七十七条" where the table has no such article of that law. */
function unknownCitations(text: string, provisions: Provisions): string[] {
  const known = new Set(
    [...provisions.values()].flatMap(({ law, article, clause = '' }) =>
      [article, ...clause.split('、').map((part, index) => (index === 0 ? `${article}${part}` : part))].map(
        (part) => `${inner(law)} ${part}`,
      ),
    ),
  );
  return [...text.matchAll(citation)].flatMap(([, law = '', articles = '']) =>
    articles
      .split('、')
      .flatMap((article) => (known.has(`${inner(law)} ${article}`) ? [] : [`unknown: ${law} ${article}`])),
  );
}

function inner(law: string): string {
  return law.replaceAll('《', '〈').replaceAll('》', '〉').replaceAll(/\s/g, '');
}
