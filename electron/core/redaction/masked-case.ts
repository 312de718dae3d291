import type { Case } from '../../contract/case/case-file.ts';
import { foundBy, inAnyGroups, maskedAround } from '../cases/kept-numbers.ts';
import { mobilesIn } from '../cases/sensitive-text.ts';
import { keysInLabel } from '../documents/card-key-mask.ts';
import { maskOf } from './mask.ts';
import { type Secret, secretsIn } from './secret.ts';

/** A case as others may read it, and what was masked in it. */
export interface MaskedCase {
  readonly case: Case;
  readonly secrets: readonly Secret[];
  /** Numbers that stay whole although they may contain what is masked elsewhere. */
  readonly kept: readonly string[];
  /** The evidence files whose path was masked: the masked path, and the one they really have. */
  readonly paths: ReadonlyMap<string, string>;
  /** Masked paths of the files of which name, carrier or transcript was masked. */
  readonly reworded: ReadonlySet<string>;
}

/**
 * Masks in every text of a case, paragraphs by hand and transcripts included: numbers of identity papers, phones, bank
 * cards, card keys and passwords. Names, addresses and e-mail addresses stay, because an answer must find its way, and
 * so do the phones of the other side and the numbers by which an order is found.
 */
export function maskCase(file: Case): MaskedCase {
  const others = file.respondents.flatMap(({ phone }) => (phone === undefined || phone === '' ? [] : [phone]));
  const kept = [...foundBy(file), ...others];
  const found = new Map(ownNumbers(file).map((secret) => [secret.text, secret]));
  const isOthers = new Set(others.flatMap(mobilesIn));
  const mask = (written: string): string =>
    maskedAround(kept, written, (part) => {
      for (const secret of secretsIn(part)) {
        if (!isOthers.has(secret.text) && !found.has(secret.text)) found.set(secret.text, secret);
      }
      return maskedPart(found.values(), part);
    });
  // What one text gives away is masked in all of them, so the first pass only collects.
  eachText(file, '', mask);
  const masked = eachText(file, '', mask) as Case;
  const { evidence, paths } = withDistinctPaths(file, masked);
  const reworded = rewordedFiles(file.evidence, evidence);
  return { case: { ...masked, evidence }, secrets: [...found.values()], kept, paths, reworded };
}

/** Masks known secrets in what else is printed of a case. */
export function maskSecrets({ secrets, kept }: Pick<MaskedCase, 'secrets' | 'kept'>, written: string): string {
  return maskedAround(kept, written, (part) => maskedPart(secrets, part));
}

function maskedPart(secrets: Iterable<Secret>, part: string): string {
  return longestFirst(secrets).reduce(
    (left, { kind, text }) => left.replaceAll(inAnyGroups(text), (written) => maskOf(kind, written)),
    part,
  );
}

/** Fields of a person's own numbers: secret whatever they look like. */
function ownNumbers({ claimants, keys }: Case): Secret[] {
  return [
    ...claimants.flatMap(({ idNumber, phone, agent, serviceAddress }) => [
      ...numberOf('identity-number', idNumber, agent?.idNumber),
      ...numberOf('phone', phone, agent?.phone, serviceAddress?.phone, serviceAddress?.mobile),
    ]),
    ...keys.flatMap(({ label = '' }) => numberOf('card-key', ...keysInLabel(label))),
  ];
}

/** Shorter, it would be found in every other number. */
const shortestNumber = 6;

function numberOf(kind: Secret['kind'], ...numbers: readonly (string | undefined)[]): Secret[] {
  return numbers.flatMap((number) => {
    const text = (kind === 'phone' ? number?.replaceAll(/[\s-]/gu, '') : number?.trim()) ?? '';
    return text.length < shortestNumber ? [] : [{ kind, text }];
  });
}

function longestFirst(secrets: Iterable<Secret>): Secret[] {
  return [...secrets].sort((one, other) => other.text.length - one.text.length);
}

/** Fields that name a row, a kind or a day of the program's own, or a number by which the other side finds an order. */
const untouched =
  /^(?:id|claimant|order|against|holder|representatives|kind|stage|format|group|form|creditCode|postcode|number|transactionNumber|reference|day|iso|time|at|paper|drawnOn)$/;
/** Words and references of rows: `evidence` is a list of ids everywhere but at the top. */
const isReferenceList = (path: string) => /[^.]\.evidence$/.test(path);

/** The value with every text that somebody wrote put through `mask`. */
function eachText(value: unknown, path: string, mask: (text: string) => string): unknown {
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (untouched.test(key) || isReferenceList(path)) return value;
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => eachText(entry, path, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, eachText(child, path === '' ? name : `${path}.${name}`, mask)]),
  );
}

/** Two paths that differ only in what is masked stay two. */
function withDistinctPaths(file: Case, masked: Case): Pick<MaskedCase, 'paths'> & Pick<Case, 'evidence'> {
  const paths = new Map<string, string>();
  const maskedOf = new Map<string, string>();
  const maskedPath = (original: string, shown: string): string => {
    const known = maskedOf.get(original);
    if (known !== undefined) return known;
    let free = shown;
    for (let count = 2; paths.has(free); count += 1) free = `${shown}（${count}）`;
    maskedOf.set(original, free);
    paths.set(free, original);
    return free;
  };
  const evidence = masked.evidence.map((item, row) => ({
    ...item,
    files: item.files.map((own, index) => ({
      ...own,
      path: maskedPath(file.evidence[row]?.files[index]?.path ?? own.path, own.path),
    })),
  }));
  return { evidence, paths };
}

/** What the pages of a file may tell of it, other than its content. */
function rewordedFiles(whole: Case['evidence'], masked: Case['evidence']): Set<string> {
  const told = ({ carrier, files }: Case['evidence'][number], place: number) =>
    JSON.stringify([carrier, { ...files[place], redactions: [] }]);
  return new Set(
    masked.flatMap((item, row) => {
      const original = whole[row];
      return item.files.flatMap(({ path }, place) =>
        original === undefined || told(original, place) !== told(item, place) ? [path] : [],
      );
    }),
  );
}
