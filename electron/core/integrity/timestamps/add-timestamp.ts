import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../contract/errors.ts';
import type { TimestampResult } from '../../../contract/timestamp-result.ts';
import { sha256Of } from '../originals-list.ts';
import { readFolderTimestamps } from './folder-timestamps.ts';
import { type KeptTimestamp, timestampFiles } from './kept-timestamps.ts';
import { readTimestampRequest } from './timestamp-request.ts';
import { verifyTimestamp } from './verify-timestamp.ts';

export interface TimestampToAdd {
  readonly reply: Uint8Array;
  /** The request it answers, as its owner says. */
  readonly request: Uint8Array | undefined;
  /** One that was found beside the reply; it counts only where it is for the same list. */
  readonly nearby: Uint8Array | undefined;
  readonly roots: Uint8Array | undefined;
}

export interface AddedTimestamp {
  /** Where the reply was put; unset where something is wrong with it, and nothing was kept. */
  readonly kept?: string;
  readonly result: TimestampResult;
}

/**
 * Keeps a reply beside the case.json of `folder`, when it is one for the list of its originals: the list as it is now, or
 * an older one that was kept with its request. Throws WRITE_FAILED.
 */
export async function addTimestamp(folder: string, listNow: string, added: TimestampToAdd): Promise<AddedTimestamp> {
  const { reply, roots } = added;
  const kept = await readFolderTimestamps(folder);
  const open = kept.filter((one) => one.reply === null || Buffer.from(one.reply).equals(reply));
  const lists = new Set([listNow, ...kept.map(({ list }) => list)]);
  const candidates = [
    ...open.map(({ list, request }) => ({ list, request: added.request ?? filled(request) })),
    ...[...lists].map((list) => ({ list, request: added.request ?? requestFor(list, added.nearby) })),
  ];
  let first: TimestampResult | undefined;
  for (const { list, request } of candidates) {
    const result = await verifyTimestamp({ sha256: sha256Of(list), request, reply, roots });
    if (result.ok && result.stamp !== undefined) {
      const stamp = { askedAt: result.stamp.at, list, request: request ?? new Uint8Array(), reply };
      return { kept: await keep(folder, kept, stamp), result };
    }
    // What is wrong is best told of the list that it was given for, else of the one there is now.
    const fits = result.checks.some(({ id, outcome }) => id === 'imprint' && outcome === 'passed');
    if (first === undefined || fits || list === listNow) first = result;
  }
  if (first === undefined) throw new Error('there is at least the list as it is now');
  return { result: first };
}

function filled(request: Uint8Array): Uint8Array | undefined {
  return request.length === 0 ? undefined : request;
}

function requestFor(list: string, nearby: Uint8Array | undefined): Uint8Array | undefined {
  return nearby !== undefined && readTimestampRequest(nearby)?.sha256 === sha256Of(list) ? nearby : undefined;
}

/** Writes what is not there yet, and nothing over anything. A request that waited gets its reply. */
async function keep(folder: string, kept: readonly KeptTimestamp[], stamp: KeptTimestamp): Promise<string> {
  const reply = Buffer.from(stamp.reply ?? []);
  const isSame = (one: KeptTimestamp) => one.list === stamp.list && Buffer.from(one.request).equals(stamp.request);
  const place = kept.findIndex((one) => one.reply !== null && one.list === stamp.list && reply.equals(one.reply));
  const waiting = place === -1 ? kept.findIndex((one) => one.reply === null && isSame(one)) : place;
  const after =
    waiting === -1 ? [...kept, stamp] : kept.with(waiting, { ...stamp, askedAt: kept[waiting]?.askedAt ?? '' });
  const before = new Set(timestampFiles(kept).map(({ path }) => path));
  try {
    for (const { path, bytes } of timestampFiles(after)) {
      if (before.has(path)) continue;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes, { flag: 'wx' });
    }
  } catch (cause) {
    throw new AppError('WRITE_FAILED', { file: folder }, { cause });
  }
  const file = timestampFiles(after).find(({ path, bytes }) => path.endsWith('.tsr') && reply.equals(bytes));
  return join(folder, file?.path ?? '');
}
