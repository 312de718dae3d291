import { join } from 'node:path';
import type { VerifyResult } from '../../../contract/verify-result.ts';
import { sha256Of } from '../originals-list.ts';
import { readFolderTimestamps } from './folder-timestamps.ts';
import { verifyTimestamp } from './verify-timestamp.ts';

/**
 * Checks the time stamps that are kept beside the originals, or beside the folder that holds them, each against the list
 * that is kept with it. One whose list is not `listNow` was given before evidence came or went.
 */
export async function checkKeptTimestamps(
  folder: string,
  listNow: string,
  roots: Uint8Array | undefined,
): Promise<NonNullable<VerifyResult['keptTimestamps']>> {
  for (const place of [folder, join(folder, '..')]) {
    const kept = await readFolderTimestamps(place);
    if (kept.length === 0) continue;
    const checked: NonNullable<VerifyResult['keptTimestamps']> = [];
    for (const { stem, list, request, reply } of kept) {
      if (reply === null) continue;
      const sent = request.length === 0 ? undefined : request;
      const result = await verifyTimestamp({ sha256: sha256Of(list), request: sent, reply, roots });
      checked.push({ file: join(place, `${stem}.tsr`), of: list === listNow ? 'originals' : 'other-list', result });
    }
    return checked;
  }
  return [];
}
