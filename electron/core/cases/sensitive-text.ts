/**
 * Text that must not travel further than the field it was typed into: whole card keys, identity numbers,
 * phone and payment numbers. Error messages and logs go through `concealSensitive`.
 */

const groupedRun = /(?<![A-Za-z0-9*-])[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){2,}(?![A-Za-z0-9*-])/g;
const solidRun = /(?<![A-Za-z0-9*-])[A-Za-z0-9]{16,40}(?![A-Za-z0-9*-])/g;
const namedRun =
  /(?:卡密|激活码|兑换码|序列号|充值码|密钥|CDK|CDKEY)[^A-Za-z0-9。；\n]{0,6}([A-Za-z0-9]{10,40}(?![A-Za-z0-9*-]))/giu;
const cardNumber = /(?<![A-Za-z0-9*-])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?:[ -]?\d{1,3})?(?![A-Za-z0-9*-])/g;
const calledCard = /(?:银行卡|储蓄卡|借记卡|信用卡|卡号)[^0-9。；\n]{0,8}$/u;
const identityNumber =
  /(?<![A-Za-z0-9*-])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![A-Za-z0-9*-])/g;
/** A birthday this early is no day of a trade, which order numbers also carry in their middle. */
const earlyBirthday = /^\d{6}(?:19\d\d|200\d|201[0-5])/;
const mobileNumber = /(?<![A-Za-z0-9*.-])1[3-9]\d(?:[ -]?\d{4}){2}(?![A-Za-z0-9*-]|\.\d)/g;
const calledPassword = /密码(?:是|为|：|:)\s*[“"]?([A-Za-z0-9@#$%^&_.!-]{6,})/gu;
const longNumber = /\d{9,}[Xx]?/g;

/** The parts of a text that look like a whole, unmasked card key (`XXXXX-XXXXX-XXXXX`, or 16 mixed characters and more). */
export function cardKeysIn(text: string): string[] {
  const grouped = (text.match(groupedRun) ?? []).filter(isGroupedKey);
  const solid = (text.match(solidRun) ?? []).filter(isSolidKey);
  return [...grouped, ...solid];
}

/** What stands after the words 卡密, 激活码, 兑换码 and the like and is long enough to be used. */
export function namedKeysIn(text: string): string[] {
  return [...text.matchAll(namedRun)]
    .map((match) => match[1] ?? '')
    .filter((run) => /\d/.test(run) && /[A-Za-z]/.test(run) && !isMasked(run));
}

/** What stands after the word 密码, as long as passwords are. */
export function passwordsIn(text: string): string[] {
  return [...text.matchAll(calledPassword)].map((match) => match[1] ?? '');
}

/**
 * 15 to 19 digits, solid or in groups of four, that a card issuer could have given: first digit and check digit fit,
 * or the text calls it a card.
 */
export function bankCardsIn(text: string): string[] {
  return [...text.matchAll(cardNumber)].flatMap(({ 0: run, index }) => {
    const digits = digitsOf(run);
    const isCard = hasLuhnDigit(digits) || calledCard.test(text.slice(Math.max(0, index - 16), index));
    return digits.length >= 15 && isCard ? [digits] : [];
  });
}

/** 居民身份证 numbers: area, birthday, serial; a late birthday needs a check character that fits (GB 11643). */
export function identityNumbersIn(text: string): string[] {
  return (text.match(identityNumber) ?? []).filter((number) => earlyBirthday.test(number) || hasIdentityCheck(number));
}

/** Mobile numbers as bare digits, however they were grouped. */
export function mobilesIn(text: string): string[] {
  return (text.match(mobileNumber) ?? []).map(digitsOf);
}

/** The text with everything that looks like a card key or a long number replaced by what it is. */
export function concealSensitive(text: string): string {
  let concealed = text;
  for (const key of cardKeysIn(text)) concealed = concealed.replaceAll(key, '（形似卡密的内容）');
  return concealed.replace(longNumber, (run) => `${run.slice(0, 2)}…（共${run.length}位）`);
}

/** Groups of one length; digits mixed with letters, or at least four groups, so that a phone number is none. */
function isGroupedKey(run: string): boolean {
  const groups = run.split('-');
  if (new Set(groups.map((group) => group.length)).size !== 1 || isMasked(run)) return false;
  const isMixed = /\d/.test(run) && /[A-Za-z]/.test(run);
  return isMixed || (groups.length >= 4 && (/^[\d-]+$/.test(run) || /^[A-Z-]+$/.test(run)));
}

/** Letters and digits that alternate; an order number has a prefix of letters and then digits only. */
function isSolidKey(run: string): boolean {
  const switches = run.match(/(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d/g) ?? [];
  return switches.length >= 3 && !isMasked(run);
}

/** ABCDE-XXXXX-XXXXX: someone has already covered it. */
function isMasked(run: string): boolean {
  return /X{4,}/i.test(run);
}

function digitsOf(run: string): string {
  return run.replaceAll(/\D/g, '');
}

/** ISO/IEC 7812: every second digit from the right counts double, and the sum ends in 0. */
function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function hasIdentityCheck(number: string): boolean {
  const sum = identityWeights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return '10X98765432'[sum % 11] === number.slice(-1).toUpperCase();
}
