import { z } from 'zod';

/** A backup: a zip laid out like the data folder, with a list in front. */
export const backupManifestName = 'juli-backup.json';
export const databaseName = 'juli.db';

const known = { size: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) };

export const backupManifest = z.strictObject({
  format: z.literal('juli.backup/1'),
  /** Instant, ISO. */
  madeAt: z.iso.datetime({ offset: true }),
  database: z.strictObject(known),
  /** One's own templates, by path. */
  templates: z.array(z.strictObject({ path: z.string().startsWith('templates/'), ...known })),
  /** Originals carry their hash as their name. */
  originals: z.strictObject({ count: z.int().min(0), bytes: z.int().min(0) }),
});
export type BackupManifest = z.output<typeof backupManifest>;

/** Legal-aid offices have thousands of cases; what a data folder may hold has no other limit than its disk. */
export const backupLimits = { mostEntries: 2_000_000, mostBytes: 16 * 1024 ** 4 } as const;
export const largestBackupManifest = 10 * 1024 * 1024;

function originalName(sha256: string): string {
  return `originals/${sha256.slice(0, 2)}/${sha256}`;
}

/** The hash that an entry must have by its name; undefined for what is no original. */
export function hashOfOriginal(name: string): string | undefined {
  const sha256 = /^originals\/[0-9a-f]{2}\/(?<sha256>[0-9a-f]{64})$/.exec(name)?.groups?.sha256;
  return sha256 !== undefined && originalName(sha256) === name ? sha256 : undefined;
}
