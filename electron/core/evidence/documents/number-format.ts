/**
 * Numbers of a workbook as a reader of it sees them, by the format of their cell (ECMA-376 part 1, 18.8.30 and 18.8.31).
 * Dates and times are written in one way, whatever order their format has: 2026-03-01 14:22:05.
 */
export function formattedNumber(value: number, format: string, isFrom1904: boolean): string {
  if (isDateFormat(format)) return dateText(value, format, isFrom1904) ?? plainNumber(value);
  const sections = format.split(';');
  const [positive = 'General', negative, zero] = sections;
  if (value < 0 && negative !== undefined) return byPattern(-value, negative) ?? plainNumber(value);
  if (value === 0 && zero !== undefined) return byPattern(value, zero) ?? plainNumber(value);
  return byPattern(value, positive) ?? plainNumber(value);
}

/** As a cell without a format shows it: a file holds 17 digits of which programs show 15, or 0.1 + 0.2 would look wrong. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** The formats that files call by number alone; those of dates as they are in China. */
export const builtInFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** What stands in quotes, after a backslash or in brackets is no letter of a format; `[h]` alone is. */
function lettersOf(format: string): string {
  return (format.split(';')[0] ?? '')
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
}

function isDateFormat(format: string): boolean {
  const letters = lettersOf(format);
  return !/general/i.test(letters) && /[ymdhs]/i.test(letters.replaceAll(/e[+-]/gi, ''));
}

const dayMs = 86_400_000;

function dateText(serial: number, format: string, isFrom1904: boolean): string | undefined {
  const letters = lettersOf(format).toLowerCase();
  if (/\[[hms]/.test(letters)) return elapsed(serial);
  // The calendar of 1900 holds a 29 February that never was; days before it are one further.
  const start = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = new Date(start + Math.round((serial * dayMs) / 1_000) * 1_000);
  if (serial < 0 || Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9_999) return undefined;
  const [day = '', time = ''] = moment.toISOString().slice(0, 19).split('T');
  const hasTime = /[hs]/.test(letters);
  const hasDay = /[yd]/.test(letters) || !hasTime;
  const clock = letters.includes('s') || !time.endsWith(':00') ? time : time.slice(0, 5);
  return [hasDay ? day : '', hasTime ? clock : ''].filter((part) => part !== '').join(' ');
}

function elapsed(serial: number): string {
  const seconds = Math.round((Math.abs(serial) * dayMs) / 1_000);
  const two = (number: number) => String(number).padStart(2, '0');
  const sign = serial < 0 ? '-' : '';
  return `${sign}${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Undefined where the pattern holds what is not read here: fractions, powers of ten, or no place for digits. */
function byPattern(value: number, pattern: string): string | undefined {
  const literal: string[] = [];
  const marked = pattern
    .replaceAll(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replaceAll(/\[[^\]]*\]|_.|\*./g, '')
    .replaceAll(/"([^"]*)"|\\(.)/g, (_, quoted: string | undefined, single: string | undefined) => {
      literal.push(quoted ?? single ?? '');
      return '\u0000';
    });
  if (/[/?Ee@]|general/i.test(marked)) return undefined;
  const [, before = '', digits = '', after = ''] = /^([^#0]*)([#0][#0,.]*)([^#0]*)$/.exec(marked) ?? [];
  if (digits === '') return undefined;
  const percents = marked.split('%').length - 1;
  const [, whole = '', scaling = ''] = /^(.*?)(,*)$/.exec(digits) ?? [];
  const [, decimals = ''] = whole.split('.');
  if (decimals.length > 15) return undefined;
  const scaled = Number(((value * 100 ** percents) / 1_000 ** scaling.length).toPrecision(15));
  const least = decimals.lastIndexOf('0') + 1;
  const text = scaled.toLocaleString('en-US', {
    useGrouping: whole.includes(','),
    minimumFractionDigits: least,
    maximumFractionDigits: decimals.length,
    minimumIntegerDigits: Math.min(21, Math.max(1, (whole.split('.')[0] ?? '').replaceAll(/[^0]/g, '').length)),
  });
  const filled = `${before}\u0001${after}`.replaceAll('\u0000', () => literal.shift() ?? '');
  return filled.replace('\u0001', () => text).trim();
}
