import { parse } from 'csv-parse/sync';
import { UnusableFile } from '../unusable-file.ts';
import { caption } from './html-text.ts';
import type { PrintableDocument } from './printable-document.ts';
import { encodingRemark, readText } from './read-text.ts';
import { rowAllowance, type SheetCell, type SheetRow, sheetTables } from './sheet-tables.ts';

const delimiters = [',', '\t', ';', '|'] as const;
const delimiterNames: Readonly<Record<string, string>> = { ',': '逗号', '\t': '制表符', ';': '分号', '|': '竖线' };

/** A table of text, each of its values in a cell of its own. */
export function csvTable(bytes: Uint8Array, name: string): PrintableDocument {
  const decoded = readText(bytes);
  const delimiter = delimiterOf(decoded.text);
  const values = rowsOf(decoded.text, delimiter);
  const allowance = rowAllowance();
  const rows: SheetRow[] = [];
  for (const [index, row] of values.entries()) {
    if (!allowance.take(row.length)) break;
    if (row.some((value) => value !== '')) rows.push({ number: index + 1, cells: withoutEmptyEnd(row).map(cellOf) });
  }
  const last = rows.at(-1)?.number ?? 0;
  const isCut = last < values.length && values.slice(last).some((row) => row.some((value) => value !== ''));
  const end = isCut ? [`表格共 ${values.length} 行，这里印到第 ${last} 行，其余见原件`] : [];
  const [first, ...others] = sheetTables([{ heading: undefined, rows, notes: end }]);
  const facts = [`共 ${values.length} 行`, `${delimiterNames[delimiter]}分隔`, `${decoded.encoding} 编码`];
  const head = caption(`表格文件“${name}”`, ...facts);
  return {
    parts: first === undefined ? [] : [{ ...first, body: `${head}${first.body}` }, ...others],
    remarks: [...encodingRemark(decoded), ...end],
  };
}

function rowsOf(text: string, delimiter: string): string[][] {
  const common = { delimiter, relax_column_count: true } as const;
  try {
    return parse(text, common);
  } catch {
    try {
      // A quotation mark in the middle of a value, as people type it, is a letter like any other.
      return parse(text, { ...common, relax_quotes: true });
    } catch (cause) {
      throw new UnusableFile('表格文件的引号不成对，读不出各列，请打开后另存为 .xlsx 或 PDF，再添加一份', { cause });
    }
  }
}

/** The delimiter that parts most of the first lines into equally many values; a comma where none does. */
function delimiterOf(text: string): (typeof delimiters)[number] {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 30);
  const score = (delimiter: string) => {
    const counts = lines.filter((line) => line !== '').map((line) => outsideQuotes(line).split(delimiter).length - 1);
    const usual = counts.toSorted((first, second) => first - second)[Math.floor(counts.length / 2)] ?? 0;
    return usual === 0 ? 0 : counts.filter((count) => count === usual).length * 100 + Math.min(usual, 99);
  };
  return delimiters.toSorted((first, second) => score(second) - score(first))[0] ?? ',';
}

function outsideQuotes(line: string): string {
  return line.replaceAll(/"(?:[^"]|"")*"/g, '');
}

/** Long rows of digits are numbers of orders and accounts, not amounts. */
function cellOf(text: string): SheetCell | undefined {
  if (text === '') return undefined;
  return { text, isNumber: /^-?[\d,]{1,12}(?:\.\d+)?%?$/.test(text) };
}

function withoutEmptyEnd(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((value) => value !== '') + 1);
}
