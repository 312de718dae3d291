import type { PacketForm } from '../../contract/packet-form.ts';
import type { OpenCase } from '../prepared-case.ts';
import { maskCase } from './masked-case.ts';

/** The case as others may read it. Everything that is made of it, the papers, the checks, the audit, sees no other. */
function redactedCase(opened: OpenCase): OpenCase {
  const { case: masked, secrets, kept, paths, reworded } = maskCase(opened.case);
  return {
    ...opened,
    case: masked,
    fileOf: (path) => opened.fileOf(paths.get(path) ?? path),
    key: `${opened.key}#redacted`,
    redaction: { secrets, kept, reworded },
  };
}

/** The case as it is to be printed: whole, or as others may read it. */
export function asPrinted(opened: OpenCase, form: PacketForm | undefined): OpenCase {
  return form?.isRedacted === true ? redactedCase(opened) : opened;
}

/** The name of a packet, told apart from that of the full version. */
export function redactedName(fileName: string): string {
  return fileName.replace(/(?:\.pdf)?$/i, '（遮盖版）.pdf');
}
