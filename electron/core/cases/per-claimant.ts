import type { Case } from '../../contract/case/case-file.ts';
import { type ClaimantCase, caseForClaimant } from './claimant-case.ts';

/** One packet of `--per-claimant`. */
export interface PerClaimant extends ClaimantCase {
  /** From 1, as the claimants stand in the case. */
  readonly number: number;
  readonly name: string | undefined;
  /** `<title>-<number>-<name>.pdf`, a name that every file system takes. */
  readonly fileName: string;
}

/** The case of each claimant alone, with the name of its packet. */
export function perClaimant(file: Case): PerClaimant[] {
  const width = String(file.claimants.length).length;
  return file.claimants.map(({ name }, index) => {
    const number = index + 1;
    const padded = String(number).padStart(width, '0');
    const end = `-${padded}-${fileNamePart(name ?? '', mostBytesOfName) || '未具名'}.pdf`;
    const start = fileNamePart(file.title, mostBytesOfFileName - byteLength(end)) || '案件';
    return { ...caseForClaimant(file, index), number, name, fileName: `${start}${end}` };
  });
}

/** ext4 takes 255 bytes; the writer sets a suffix of its own behind the name until the file is whole. */
const mostBytesOfFileName = 200;
const mostBytesOfName = 60;

const encoder = new TextEncoder();
const byteLength = (text: string) => encoder.encode(text).length;

// What Windows refuses in a name; the others take more. Characters that show nothing could hide or turn what a
// name says. The dot and the blank it drops at the end come off everywhere.
const refused = /[\\/:*?"<>|]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu;
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/** Text as a part of a file name, at most `bytes` long, never through a character; "" where nothing is left. */
export function fileNamePart(text: string, bytes: number): string {
  const plain = trimmed(text.normalize('NFC').replaceAll(refused, '_')).replace(deviceName, '_$&');
  let part = '';
  for (const character of plain) {
    if (byteLength(part) + byteLength(character) > bytes) break;
    part += character;
  }
  return trimmed(part);
}

function trimmed(text: string): string {
  return text.replaceAll(/^[\s.]+|[\s.]+$/gu, '');
}
