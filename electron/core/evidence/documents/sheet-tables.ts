import { htmlText, note } from './html-text.ts';
import { type PrintablePart, printedAtMost } from './printable-document.ts';
import { widthOf } from './text-width.ts';

export interface SheetCell {
  readonly text: string;
  /** Stands at the right of its cell. */
  readonly isNumber: boolean;
  /** Over how many columns it goes, where more than one. */
  readonly columns?: number;
}

/** A row as it is numbered in the file; what has nothing in it is not there. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly (SheetCell | undefined)[];
}

export interface Sheet {
  readonly heading: string | undefined;
  readonly rows: readonly SheetRow[];
  /** What is to be said of it before the table. */
  readonly notes: readonly string[];
}

/** Millimetres. */
const roomOf = { portrait: 160.5, landscape: 248.5 } as const;
const rowNumberWidth = 11;
const narrowest = 12;
const widest = 45;
/** Of a Chinese character of 9 points, and of the padding and rules of a cell. */
const characterWidth = 3.2;
const padding = 3.6;
/** A table that is wider by less is set a little closer. */
const leeway = 1.05;

/**
 * Tables as spreadsheet programs show them, with letters over the columns and numbers before the rows. One that is too
 * wide for a sheet is turned, one that is too wide even so goes on, columns after columns, on further sheets.
 */
export function sheetTables(sheets: readonly Sheet[]): PrintablePart[] {
  const parts: PrintablePart[] = [];
  for (const sheet of sheets) {
    const part = sheetPart(sheet);
    const last = parts.at(-1);
    if (last?.orientation === part.orientation) parts[parts.length - 1] = { ...last, body: last.body + part.body };
    else parts.push(part);
  }
  return parts;
}

function sheetPart({ heading, rows, notes }: Sheet): PrintablePart {
  const title = heading === undefined ? '' : `<h2>${htmlText(heading)}</h2>`;
  const said = notes.length === 0 ? '' : note(notes.join('；'));
  const widths = columnWidths(rows);
  if (widths.length === 0) return { orientation: 'portrait', body: `${title}${said}${note('这个表格是空的')}` };
  const total = widths.reduce((sum, width) => sum + width, rowNumberWidth);
  const orientation = total > roomOf.portrait * leeway ? 'landscape' : 'portrait';
  const room = roomOf[orientation] - rowNumberWidth;
  const groups = columnGroups(widths, room);
  const tables = groups.map(([from, to]) => {
    const group = note(`此表共 ${widths.length} 列，以下是 ${columnName(from)}—${columnName(to - 1)} 列`);
    return `${groups.length === 1 ? '' : group}${tableHtml(rows, widths, from, to, room)}`;
  });
  return { orientation, body: `<section class="sheet-part">${title}${said}${tables.join('')}</section>` };
}

/** In mm: as wide as what stands in a column wants it, within bounds. */
function columnWidths(rows: readonly SheetRow[]): number[] {
  const widths: number[] = [];
  const last = Math.max(0, ...rows.map(({ cells }) => cells.length)) - 1;
  for (const { cells } of rows) {
    for (const [column, cell] of cells.entries()) {
      const isAlone = cell?.columns !== undefined || (column < last && runsOver(cells, column));
      const wanted = cell === undefined || isAlone ? narrowest : wantedWidth(cell);
      widths[column] = Math.min(widest, Math.max(widths[column] ?? narrowest, wanted));
    }
  }
  return widths;
}

function wantedWidth({ text }: SheetCell): number {
  return Math.max(...text.split('\n').map(widthOf)) * characterWidth + padding;
}

/** As in spreadsheet programs, long text runs over the empty cells at the end of its row, as the heads of bills do. */
function runsOver(cells: SheetRow['cells'], column: number): boolean {
  const cell = cells[column];
  return cell !== undefined && !cell.isNumber && column === cells.length - 1 && wantedWidth(cell) > narrowest * 2;
}

/** As many columns on one sheet as it has room for, at least one: each from its first column up to before its last. */
function columnGroups(widths: readonly number[], room: number): [from: number, to: number][] {
  const groups: [number, number][] = [];
  let from = 0;
  let taken = 0;
  for (const [column, width] of widths.entries()) {
    if (column > from && taken + width > room * leeway) {
      groups.push([from, column]);
      from = column;
      taken = 0;
    }
    taken += width;
  }
  return [...groups, [from, widths.length]];
}

function tableHtml(
  rows: readonly SheetRow[],
  widths: readonly number[],
  from: number,
  to: number,
  room: number,
): string {
  const shown = widths.slice(from, to);
  // Rows are numbered: one that has nothing in these columns is not missed.
  const here = rows.filter(({ cells }) => cells.slice(from, to).some((cell) => cell !== undefined));
  const wanted = shown.reduce((sum, width) => sum + width, 0);
  // Shares of a narrow table would stretch it over the sheet.
  const scale = wanted > room * 0.85 ? room / wanted : 1;
  const columns = [rowNumberWidth, ...shown.map((width) => width * scale)];
  const total = columns.reduce((sum, width) => sum + width, 0);
  return [
    `<table class="sheet-table" style="width:${total.toFixed(1)}mm">`,
    `<colgroup>${columns.map((width) => `<col style="width:${width.toFixed(1)}mm">`).join('')}</colgroup>`,
    `<thead><tr><th></th>${shown.map((_, index) => `<th>${columnName(from + index)}</th>`).join('')}</tr></thead>`,
    `<tbody>${here.map((row) => rowHtml(row, widths, from, to)).join('')}</tbody></table>`,
  ].join('');
}

function rowHtml({ number, cells }: SheetRow, widths: readonly number[], from: number, to: number): string {
  const shown: string[] = [];
  for (let column = from; column < to; column += 1) {
    const cell = cells[column];
    const room = to - column;
    const isWider = cell !== undefined && runsOver(cells, column) && wantedWidth(cell) > (widths[column] ?? 0);
    const columns = isWider ? room : Math.min(cell?.columns ?? 1, room);
    const attributes = `${cell?.isNumber ? ' class="number"' : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
    shown.push(`<td${attributes}>${htmlText(cell?.text ?? '')}</td>`);
    column += columns - 1;
  }
  return `<tr><th scope="row">${number}</th>${shown.join('')}</tr>`;
}

/** A, B, … Z, AA, as spreadsheet programs call their columns; the first is 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** Holds the tables of a file to what is printed at most, row by row. */
export interface RowAllowance {
  /** Whether a row with so many cells is still printed. */
  take(cells: number): boolean;
}

export function rowAllowance(): RowAllowance {
  let rows: number = printedAtMost.rows;
  let cells: number = printedAtMost.cells;
  return {
    take(wanted) {
      if (rows < 1 || cells < wanted) return false;
      rows -= 1;
      cells -= wanted;
      return true;
    },
  };
}
