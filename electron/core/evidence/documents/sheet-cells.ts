import { formattedNumber } from './number-format.ts';
import { readXml } from './read-xml.ts';
import { columnName, type RowAllowance, type SheetCell, type SheetRow } from './sheet-tables.ts';
import { unescaped, type WorkbookParts } from './workbook-parts.ts';

/** More columns than anybody reads; what stands further right is in the original, and the page says so. */
const mostColumns = 256;

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  inline: string;
  hasFormula: boolean;
}

/** The cells of one sheet as they are shown (ECMA-376 part 1, 18.3.1), and what is to be said of them. */
export function readSheetCells(
  xml: Uint8Array,
  workbook: WorkbookParts,
  allowance: RowAllowance,
): { readonly rows: SheetRow[]; readonly notes: string[] } {
  const rows: { number: number; cells: (SheetCell | undefined)[] }[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: string[] = [];
  const merged: string[] = [];
  let cell: OpenCell | undefined;
  let cells: (SheetCell | undefined)[] = [];
  let rowNumber = 0;
  let column = -1;
  let into: 'value' | 'inline' | undefined;
  let isFull = false;
  let isTooWide = false;
  let uncalculated = 0;

  readXml(xml, {
    open(name, attributes) {
      switch (name) {
        case 'col':
          if (isTrue(attributes.hidden)) hiddenColumns.push(...columnsNamed(attributes.min, attributes.max));
          return;
        case 'row':
          rowNumber = Number(attributes.r ?? rowNumber + 1);
          column = -1;
          cells = [];
          if (isTrue(attributes.hidden)) hiddenRows.push(rowNumber);
          return;
        case 'c':
          column = columnOf(attributes.r) ?? column + 1;
          cell = {
            column,
            type: attributes.t ?? 'n',
            style: Number(attributes.s ?? -1),
            value: undefined,
            inline: '',
            hasFormula: false,
          };
          return;
        case 'v':
          into = 'value';
          if (cell !== undefined) cell.value = '';
          return;
        case 't':
          into = cell?.type === 'inlineStr' ? 'inline' : undefined;
          return;
        case 'f':
          if (cell !== undefined) cell.hasFormula = true;
          return;
        case 'mergeCell':
          merged.push(attributes.ref ?? '');
      }
    },
    text(content) {
      if (cell === undefined || into === undefined) return;
      if (into === 'value') cell.value = (cell.value ?? '') + content;
      else cell.inline += content;
    },
    close(name) {
      if (name === 'v' || name === 't') into = undefined;
      if (name === 'c' && cell !== undefined) {
        if (cell.hasFormula && cell.value === undefined) uncalculated += 1;
        const shown = shownCell(cell, workbook);
        if (cell.column >= mostColumns) isTooWide ||= shown !== undefined;
        else if (shown !== undefined) cells[cell.column] = shown;
        cell = undefined;
      }
      if (name !== 'row' || cells.length === 0 || isFull) return;
      isFull = !allowance.take(cells.length);
      if (!isFull) rows.push({ number: rowNumber, cells });
    },
    isDone: () => isFull,
  });
  const byNumber = new Map(rows.map((row) => [row.number, row.cells]));
  for (const range of merged) spreadMerged(byNumber, range);
  const last = rows.at(-1)?.number ?? 0;
  return {
    rows,
    notes: [
      ...(hiddenRows.length === 0 ? [] : [`第 ${shortList(hiddenRows)} 行在原文件中是隐藏的`]),
      ...(hiddenColumns.length === 0 ? [] : [`${shortList(hiddenColumns)} 列在原文件中是隐藏的`]),
      ...(uncalculated === 0 ? [] : [`有 ${uncalculated} 个公式在文件里没有保存结果，显示为空`]),
      ...(isTooWide ? [`${columnName(mostColumns)} 列起的内容没有印出，见原件`] : []),
      ...(isFull ? [`表格过长，这里印到第 ${last} 行，其余见原件`] : []),
    ],
  };
}

function shownCell({ type, style, value, inline }: OpenCell, workbook: WorkbookParts): SheetCell | undefined {
  const text = (content: string | undefined): SheetCell | undefined =>
    content === undefined || content === '' ? undefined : { text: content, isNumber: false };
  switch (type) {
    case 's':
      return text(workbook.sharedTexts[Number(value)]);
    case 'inlineStr':
      return text(unescaped(inline));
    case 'b':
      return text(value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value);
    case 'n': {
      const number = Number(value);
      if (value === undefined || value.trim() === '') return undefined;
      if (Number.isNaN(number)) return text(value);
      const format = workbook.formats[style] ?? 'General';
      return { text: formattedNumber(number, format, workbook.isFrom1904), isNumber: true };
    }
    default:
      // Results of formulas, errors such as #DIV/0!, dates in ISO 8601: as they are written.
      return text(value === undefined ? undefined : unescaped(value));
  }
}

/** A merged range shows its first cell; it goes over the columns of its own row, and the rows below stay empty. */
function spreadMerged(rows: ReadonlyMap<number, (SheetCell | undefined)[]>, range: string): void {
  const [, from = '', row = '', to = ''] = /^([A-Z]+)(\d+):([A-Z]+)\d+$/.exec(range) ?? [];
  const first = columnOf(from);
  const last = columnOf(to);
  const cells = rows.get(Number(row));
  if (first === undefined || last === undefined || last <= first || cells === undefined) return;
  const cell = cells[first];
  if (cell !== undefined) cells[first] = { ...cell, columns: Math.min(last, mostColumns - 1) - first + 1 };
}

/** From 0; undefined for what names no column. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Nothing for what a damaged file says instead of columns. */
function columnsNamed(min = '1', max = min): string[] {
  const [first, last] = [Number(min) - 1, Math.min(Number(max), 16_384) - 1];
  if (!(Number.isInteger(first) && Number.isInteger(last) && first >= 0 && first <= last)) return [];
  return [first === last ? columnName(first) : `${columnName(first)}—${columnName(last)}`];
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function shortList(items: readonly (string | number)[]): string {
  return `${items.slice(0, 12).join('、')}${items.length > 12 ? ` 等 ${items.length} ` : ''}`;
}
