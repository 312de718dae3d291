import type { Case } from '../../../contract/case/case-file.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { isMinor } from '../../law/representation.ts';
import { numberedParty } from '../party-words.ts';

/** A line to sign on. Several signers find their own by the name in it: "投诉人一 言知理（签名）". */
export interface SignatureLine {
  readonly label: string;
}

export interface SignatureBlock {
  readonly lines: SignatureLine[];
  readonly date: string;
}

/** One line for each claimant, a guardian signing for a minor (民事诉讼法 60); `word` is 申请人, 投诉人, 具状人. */
export function signatureBlock(file: Case, word: string): SignatureBlock {
  const { claimants, date } = file;
  return {
    lines: claimants.map((claimant, index) => {
      const party = numberedParty(word, index, claimants.length);
      const signer = claimants.length === 1 || claimant.name === undefined ? party : `${party} ${claimant.name}`;
      return { label: isMinor(claimant, date) ? `${signer}的法定代理人（签名）` : `${signer}（签名）` };
    }),
    date: formatDay(date),
  };
}

/** A list at the foot of a paper: what goes with it. */
export interface Attachment {
  readonly number: number;
  readonly text: string;
}

export function attachments(texts: readonly (string | undefined)[]): Attachment[] {
  return texts.filter((item) => item !== undefined).map((item, index) => ({ number: index + 1, text: item }));
}

/** The evidence among what is enclosed; `undefined` where there is none. */
export function enclosedEvidence({ evidence }: Case): string | undefined {
  return evidence.length === 0 ? undefined : `证据材料${evidence.length}项（见《证据目录》和证据附件）`;
}
