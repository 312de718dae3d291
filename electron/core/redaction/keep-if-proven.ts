import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { secretKindWords } from '../../contract/case/words.ts';
import { AppError } from '../../contract/errors.ts';
import type { Redactor } from '../evidence/redaction/create-redactor.ts';
import type { Leak } from '../evidence/redaction/scan-leaks.ts';
import { maskOf } from './mask.ts';
import type { Redaction } from './redact-exhibits.ts';

/** Where a redacted packet is written until it is proven: in a hidden folder of its own beside its place. */
export function unprovenPlace(target: string): string {
  return join(dirname(target), `.${randomUUID()}.juli`, basename(target));
}

/**
 * Moves the files of a packet from their unproven places to where they belong, when nothing of the secrets can be read
 * in any of them; resolves to the new places. Throws REDACTION_LEAK otherwise. Either way nothing is left behind.
 */
export async function keepIfProven(
  written: readonly string[],
  { secrets, kept: keptNumbers }: Redaction,
  redactor: Redactor,
  signal: AbortSignal,
): Promise<string[]> {
  const leaks: Leak[] = [];
  for (const packet of written) leaks.push(...(await redactor.scan({ packet, secrets, kept: keptNumbers }, signal)));
  if (leaks.length > 0)
    throw new AppError('REDACTION_LEAK', { detail: leaks.slice(0, mostLeaks).map(told).join('；') });
  const kept: string[] = [];
  for (const packet of written) {
    const place = join(dirname(dirname(packet)), basename(packet));
    try {
      await rename(packet, place);
    } catch (cause) {
      // All volumes or none: some of them would pass for the whole.
      await Promise.all(kept.map((file) => rm(file, { force: true })));
      throw new AppError('WRITE_FAILED', { file: place }, { cause });
    }
    kept.push(place);
  }
  return kept;
}

export async function removeUnproven(place: string): Promise<void> {
  await rm(dirname(place), { recursive: true, force: true });
}

const mostLeaks = 12;

/** Where, and what kind; of the secret itself no more than a mask shows. */
function told({ secret, place }: Leak): string {
  const shown = secret.kind === 'other' ? `${secret.text.slice(0, 1)}…` : maskOf(secret.kind, secret.text);
  return `${place}：${secretKindWords[secret.kind]}（${shown}）`;
}
