import { sha256Of } from '../originals-list.ts';
import { type KeptTimestamp, timestampFiles, timestampsIn } from './kept-timestamps.ts';
import { verifyTimestamp } from './verify-timestamp.ts';

/** A time stamp whose reply is for the list that is kept with it, and with which nothing is wrong. */
export interface StandingTimestamp {
  /** Where the list and the reply for it lie in the folder or the archive that the case leaves in. */
  readonly list: string;
  readonly reply: string;
  /** The instant that the reply states, in Beijing's time. */
  readonly at: string;
  /** As its certificate names it; nobody has checked whether it is to be trusted. */
  readonly authority: string | undefined;
  /** SHA-256 of the originals on the list. */
  readonly listed: ReadonlySet<string>;
}

/** Those of a case that may be spoken of in its packet, the oldest first. */
export async function standingTimestamps(kept: readonly KeptTimestamp[]): Promise<StandingTimestamp[]> {
  const standing: StandingTimestamp[] = [];
  for (const { stem, list, request, reply } of timestampsIn(timestampFiles(kept))) {
    if (reply === null) continue;
    const sent = request.length === 0 ? undefined : request;
    const { ok, stamp } = await verifyTimestamp({ sha256: sha256Of(list), request: sent, reply });
    if (!ok || stamp === undefined) continue;
    const listed = new Set(list.match(/^[0-9a-f]{64}(?= {2})/gmu) ?? []);
    standing.push({ list: `${stem}.sha256`, reply: `${stem}.tsr`, at: stamp.at, authority: stamp.authority, listed });
  }
  return standing;
}
