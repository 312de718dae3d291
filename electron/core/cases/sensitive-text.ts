/**
 * Text that must not travel further than the field it was typed into: whole card keys, identity numbers,
 * phone and payment numbers. Error messages and logs go through `concealSensitive`.
 */

const groupedRun = /(?<![A-Za-z0-9*-])[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){2,}(?![A-Za-z0-9*-])/g;
const solidRun = /(?<![A-Za-z0-9*-])[A-Za-z0-9]{16,40}(?![A-Za-z0-9*-])/g;
const longNumber = /\d{9,}[Xx]?/g;

/** The parts of a text that look like a whole, unmasked card key (`XXXXX-XXXXX-XXXXX`, or 16 mixed characters and more). */
export function cardKeysIn(text: string): string[] {
  const grouped = (text.match(groupedRun) ?? []).filter(isGroupedKey);
  const solid = (text.match(solidRun) ?? []).filter(isSolidKey);
  return [...grouped, ...solid];
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
  return switches.length >= 4 && !isMasked(run);
}

/** ABCDE-XXXXX-XXXXX: someone has already covered it. */
function isMasked(run: string): boolean {
  return /X{4,}/i.test(run);
}
