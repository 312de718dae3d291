import { textWidth } from './text-width.ts';
import {
  barShape,
  breakShapes,
  type MarkShape,
  markShape,
  type PathShape,
  type TextShape,
  textShape,
} from './timeline-shapes.ts';

/** What the drawing above uses; only that is explained. */
export interface LegendContent {
  readonly precisions: ReadonlySet<MarkShape['kind']>;
  readonly hasIntervals: boolean;
  readonly hasOpenEnd: boolean;
  readonly hasOngoing: boolean;
  readonly hasBreak: boolean;
}

export interface Legend {
  readonly marks: readonly MarkShape[];
  readonly paths: readonly PathShape[];
  readonly texts: readonly TextShape[];
  readonly bottom: number;
}

interface Entry {
  readonly words: string;
  readonly signWidth: number;
  sign(x: number, y: number): { readonly marks?: MarkShape[]; readonly paths?: PathShape[] };
}

const size = 8.5;
const pitch = 15;
const gap = 14;

/** The explanation of signs, in as many lines as it takes, from `top` on. */
export function drawLegend(content: LegendContent, top: number, width: number): Legend {
  const marks: MarkShape[] = [];
  const paths: PathShape[] = [];
  const texts: TextShape[] = [];
  let [x, y] = [0, top + pitch / 2];
  for (const entry of entriesFor(content)) {
    const entryWidth = entry.signWidth + 4 + textWidth(entry.words, size);
    if (x > 0 && x + entryWidth > width) [x, y] = [0, y + pitch];
    const sign = entry.sign(x, y);
    marks.push(...(sign.marks ?? []));
    paths.push(...(sign.paths ?? []));
    texts.push(textShape(x + entry.signWidth + 4, y + size * 0.36, size, 'start', entry.words));
    x += entryWidth + gap;
  }
  return { marks, paths, texts, bottom: y + pitch / 2 };
}

function entriesFor(content: LegendContent): Entry[] {
  const bar = (kind: 'promised' | 'actual' | 'ongoing', isOpen: boolean) => (x: number, y: number) => ({
    paths: [barShape(kind, { left: x, right: x + 22, y: y - 4.5, height: 9 }, isOpen)],
  });
  const mark = (kind: MarkShape['kind'], words: string): Entry[] =>
    content.precisions.has(kind)
      ? [{ words, signWidth: 10, sign: (x, y) => ({ marks: [markShape(kind, x + 5, y)] }) }]
      : [];
  const when = (isUsed: boolean, entry: Entry): Entry[] => (isUsed ? [entry] : []);
  return [
    ...mark('exact', '准确时间'),
    ...mark('approximate', '大约时间（前后）'),
    ...mark('mixed', '合并标注，准确与大约的都有'),
    ...when(content.hasIntervals, { words: '承诺期间', signWidth: 22, sign: bar('promised', false) }),
    ...when(content.hasOpenEnd, { words: '承诺没有截止日', signWidth: 22, sign: bar('promised', true) }),
    ...when(content.hasIntervals, { words: '实际期间', signWidth: 22, sign: bar('actual', false) }),
    ...when(content.hasOngoing, { words: '此后仍在持续', signWidth: 22, sign: bar('ongoing', true) }),
    ...when(content.hasBreak, {
      words: '间隔较长，此处不按比例',
      signWidth: 12,
      sign: (x, y) => ({ paths: breakShapes(x + 6, y) }),
    }),
  ];
}
