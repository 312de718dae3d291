import type { Settings } from '../../contract/rpc/house-procedures.ts';
import type { FileRow } from '../store/store.ts';
import { isOfficeFile } from './documents/office-files.ts';
import { unprintedKind } from './unprinted-kind.ts';

/** What keeps a file off paper as things are set now; what was found when it was taken in may not hold any more. */
export function problemNow(
  { mime, problem }: Pick<FileRow, 'mime' | 'problem'>,
  { usesOffice }: Pick<Settings, 'usesOffice'>,
): string | undefined {
  return usesOffice && isOfficeFile(mime) && problem === unprintedKind(mime) ? undefined : problem;
}
