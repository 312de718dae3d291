import { cardKeysIn } from '../cases/sensitive-text.ts';
import type { Inline } from './inline.ts';

/** In a field that holds nothing but a key: any groups, and a run of twelve and more. */
const keyInLabel = /(?<![A-Za-z0-9*-])(?:[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){2,}|[A-Za-z0-9]{12,})(?![A-Za-z0-9*-])/g;

/**
 * A paper goes to several readers and never needs the whole card key: whoever reads it could use it. What counts as
 * a key in free text is decided where the check on unmasked keys decides it too.
 */
export function maskInline(runs: readonly Inline[]): Inline[] {
  return runs.map((run) => (run.kind === 'text' ? { kind: 'text', text: maskKeys(run.text) } : run));
}

/** Whole card keys in free text become their last four characters. */
export function maskKeys(text: string): string {
  return cardKeysIn(text).reduce((masked, key) => masked.replaceAll(key, maskKey(key)), text);
}

/** What a paper calls a key: by its label, masked. */
export function keyName(label: string | undefined): string {
  return label === undefined ? '涉案卡密' : `涉案卡密（${maskKeyLabel(label)}）`;
}

/** The whole keys that a label gives away. */
export function keysInLabel(label: string): string[] {
  return (label.match(keyInLabel) ?? []).filter((key) => maskKey(key) !== key);
}

function maskKeyLabel(label: string): string {
  return label.replaceAll(keyInLabel, maskKey);
}

/** The last four characters tell keys apart. XXXX in it says that it was masked before. */
function maskKey(key: string): string {
  return /X{4,}/i.test(key) ? key : `****${key.slice(-4)}`;
}
