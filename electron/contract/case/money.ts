/**
 * Money is a whole number of 分. Case files write it in 元 as a decimal string ("128.00"),
 * because a binary fraction cannot hold 0.10 exactly.
 */
export type Fen = number;

/** What a case file may write: up to nine digits of 元, then at most two decimals. No sign, no separators. */
export const yuanPattern = /^(0|[1-9]\d{0,8})(\.\d{1,2})?$/;

/** "128.5" → 12850. The text must already match `yuanPattern`. */
export function parseYuan(text: string): Fen {
  const [whole = '0', decimals = ''] = text.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

/** 12850 → "128.50元": digits with 元, always two decimals so that columns line up. */
export function formatYuan(amount: Fen): string {
  const sign = amount < 0 ? '-' : '';
  const positive = Math.abs(amount);
  return `${sign}${Math.floor(positive / 100)}.${String(positive % 100).padStart(2, '0')}元`;
}

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const places = ['', '拾', '佰', '仟'];
const sections = ['', '万', '亿'];
/** 万亿元 in 分: the sections above have no word for it. */
const firstAmountWithoutName = 1e14;

/**
 * 12850 → "壹佰贰拾捌元伍角". The capital digits used for totals in court papers and cheques
 * (支付结算办法, 附一《正确填写票据和结算凭证的基本规定》: 元 or 角 at the end takes 整, 分 does not;
 * a run of zeros is read as one 零).
 */
export function formatYuanInCapitals(amount: Fen): string {
  if (!Number.isInteger(amount) || amount < 0 || amount >= firstAmountWithoutName) {
    throw new RangeError(`formatYuanInCapitals: expected a whole number of 分 from 0 to under 万亿元, found ${amount}`);
  }
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor((amount % 100) / 10);
  const fen = amount % 10;
  if (amount === 0) return '零元整';
  const whole = yuan === 0 ? '' : `${wholeInCapitals(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${whole}整`;
  const tenths = jiao > 0 ? `${digits[jiao]}角` : whole === '' ? '' : '零';
  return fen === 0 ? `${whole}${tenths}整` : `${whole}${tenths}${digits[fen]}分`;
}

function wholeInCapitals(value: number): string {
  let text = '';
  let zero = false;
  for (let section = sections.length - 1; section >= 0; section -= 1) {
    const group = Math.floor(value / 10_000 ** section) % 10_000;
    if (group === 0) {
      zero = text !== '';
      continue;
    }
    if (text !== '' && (zero || group < 1000)) text += '零';
    text += `${groupInCapitals(group)}${sections[section]}`;
    zero = false;
  }
  return text;
}

function groupInCapitals(group: number): string {
  let text = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text += `${zero ? '零' : ''}${digits[digit]}${places[place]}`;
    zero = false;
  }
  return text;
}
