import type { Inline } from '../inline.ts';

/** What stands on one page of the appendix besides the evidence itself. Sizes in mm. */
export interface AppendixFrame {
  /** Anchor of the exhibit on its first page, of the page's own otherwise. */
  readonly anchor: string;
  readonly exhibit: number;
  readonly title: string;
  readonly page: number;
  readonly pages: number;
  readonly path: string;
  readonly segment: { readonly index: number; readonly total: number } | undefined;
  readonly orientation: 'portrait' | 'landscape';
  /** The picture to lay out, or why there is none. */
  readonly shown:
    | { readonly kind: 'picture'; readonly source: string; readonly width: number; readonly height: number }
    | { readonly kind: 'placeholder'; readonly size: number; readonly sha256: string; readonly reason: string };
}

/** 证据附件: one sheet for each page of evidence, stamped in the margin, outside the picture. */
export function buildAppendix(frames: readonly AppendixFrame[]) {
  return {
    sheets: frames.map((frame, index) => {
      const segment = frame.segment === undefined ? '' : `第${frame.segment.index}段/共${frame.segment.total}段`;
      return {
        isFirst: index === 0,
        anchor: frame.anchor,
        orientation: frame.orientation,
        number: `证据${frame.exhibit} · `,
        title: frame.title,
        pages: ` · 第${frame.page}/${frame.pages}页`,
        segment,
        picture:
          frame.shown.kind === 'picture'
            ? {
                source: frame.shown.source,
                size: `width:${millimetres(frame.shown.width)};height:${millimetres(frame.shown.height)}`,
                description: `${description(frame)}${segment === '' ? '' : `，${segment}`}（文件：${frame.path}）`,
              }
            : undefined,
        placeholder: frame.shown.kind === 'placeholder' ? placeholder(frame.path, frame.shown) : undefined,
      };
    }),
  };
}

function description({ exhibit, title, page, pages }: AppendixFrame): string {
  return `证据${exhibit} · ${title} · 第${page}/${pages}页`;
}

function placeholder(path: string, file: { size: number; sha256: string; reason: string }) {
  const rows: { label: string; value: Inline[] }[] = [
    { label: '文件', value: [{ kind: 'text', text: path }] },
    { label: '原因', value: [{ kind: 'text', text: file.reason }] },
  ];
  if (file.sha256 !== '') {
    rows.push({ label: '大小', value: [{ kind: 'text', text: `${file.size.toLocaleString('en-US')} 字节` }] });
    rows.push({ label: 'SHA-256', value: [{ kind: 'text', text: file.sha256 }] });
  }
  return { rows };
}

function millimetres(value: number): string {
  return `${value.toFixed(3)}mm`;
}
