import type { Inline } from '../inline.ts';
import type { InsertedSheetModel } from './inserted-sheets.ts';

/** What stands on one sheet of the appendix besides the evidence itself. Sizes in mm. */
export interface AppendixSheet {
  /** Anchor of the exhibit on its first page, of the page's own otherwise. */
  readonly anchor: string;
  readonly exhibit: number;
  readonly title: string;
  readonly page: number;
  readonly pages: number;
  readonly orientation: 'portrait' | 'landscape';
  /** Sheets that stand before it. */
  readonly before: readonly InsertedSheetModel[];
  readonly cells: readonly {
    readonly path: string;
    readonly mark: string | undefined;
    /** Below a picture that shares its sheet. */
    readonly caption: string | undefined;
    readonly notice: string | undefined;
    readonly shown: AppendixShown;
  }[];
}

/** The picture to lay out, or why there is none. */
export type AppendixShown =
  | { readonly kind: 'picture'; readonly source: string; readonly width: number; readonly height: number }
  | { readonly kind: 'placeholder'; readonly size: number; readonly sha256: string; readonly reason: string };

/**
 * 证据附件: one sheet for each page of evidence, stamped in the margin, outside the picture. `isContinued` where it began in
 * a document before.
 */
export function buildAppendix(sheets: readonly AppendixSheet[], isStamped: boolean, isContinued = false) {
  return {
    sheets: sheets.map((sheet, index) => ({
      before: sheet.before,
      isStamped,
      isFirst: index === 0 && !isContinued,
      anchor: sheet.anchor,
      orientation: sheet.orientation,
      number: `证据${sheet.exhibit} · `,
      title: sheet.title,
      pages: ` · 第${sheet.page}/${sheet.pages}页`,
      mark: sheet.cells.length === 1 ? (sheet.cells[0]?.mark ?? '') : '',
      isShared: sheet.cells.length > 1,
      cells: sheet.cells.map(({ path, mark, caption, notice, shown }) => ({
        caption: [caption, sheet.cells.length > 1 ? mark : undefined].filter((text) => text !== undefined).join(' · '),
        notice: notice ?? '',
        picture:
          shown.kind === 'picture'
            ? {
                source: shown.source,
                size: `width:${millimetres(shown.width)};height:${millimetres(shown.height)}`,
                description: `${description(sheet)}${mark === undefined ? '' : `，${mark}`}（文件：${path}）`,
              }
            : undefined,
        placeholder: shown.kind === 'placeholder' ? placeholder(path, shown) : undefined,
      })),
    })),
  };
}

function description({ exhibit, title, page, pages }: AppendixSheet): string {
  return `证据${exhibit} · ${title} · 第${page}/${pages}页`;
}

function placeholder(path: string, file: { size: number; sha256: string; reason: string }) {
  const rows: { label: string; value: Inline[] }[] = [
    { label: '文件', value: [{ kind: 'text', text: path }] },
    { label: '原因', value: [{ kind: 'text', text: file.reason }] },
  ];
  const isRead = file.sha256 !== '';
  if (isRead) {
    rows.push({ label: '大小', value: [{ kind: 'text', text: `${file.size.toLocaleString('en-US')} 字节` }] });
    rows.push({ label: 'SHA-256', value: [{ kind: 'text', text: file.sha256 }] });
  }
  const advice = isRead
    ? '原件未作任何改动，由提交人保存在案件文件夹中，随本材料另行提交。'
    : '没有读到原件。请找到它并放回案件文件夹，然后重新生成；用不到的，请从证据中移出。';
  return { rows, advice };
}

function millimetres(value: number): string {
  return `${value.toFixed(3)}mm`;
}
