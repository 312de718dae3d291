import type { PacketForm } from '../contract/packet-form.ts';
import { fileNamePart } from './cases/per-claimant.ts';
import { copyWord } from './documents/bound/inserted-sheets.ts';
import { redactedName } from './redaction/redacted-case.ts';

const mostBytesOfPacketName = 200;

/** The file name of a packet that was given none: the case's title without what file systems refuse, and what it is. */
export function packetName(title: string, form?: Pick<PacketForm, 'isRedacted' | 'isCopy'>): string {
  return formName(`${fileNamePart(title, mostBytesOfPacketName) || '立案材料'}.pdf`, form);
}

/** The name of a packet in this form: "材料.pdf" becomes "材料（遮盖版）（副本）.pdf". */
export function formName(fileName: string, form?: Pick<PacketForm, 'isRedacted' | 'isCopy'>): string {
  const redacted = form?.isRedacted === true ? redactedName(fileName) : fileName;
  return form?.isCopy === true ? redacted.replace(/(?:\.pdf)?$/i, `（${copyWord}）.pdf`) : redacted;
}
