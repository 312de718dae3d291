import { z } from 'zod';

/**
 * A `.juli` file: a zip laid out like a case folder (case.json, and the evidence at the paths it names) with a list in
 * front that says what every file has to be.
 */
export const manifestName = 'juli-archive.json';
export const caseFileName = 'case.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.int().min(0);

export const juliArchiveManifest = z.strictObject({
  format: z.literal('juli.archive/1'),
  case: z.strictObject({ size, sha256 }),
  /** How its files came in; see integrity/intake-log.ts. Cases of before there was one have none. */
  intakeLog: z.strictObject({ size, sha256 }).exactOptional(),
  /** Its time stamps, a few files each; see integrity/timestamps/kept-timestamps.ts. */
  timestamps: z.array(z.strictObject({ path: z.string(), size, sha256 })).exactOptional(),
  /** By path. */
  files: z.array(
    z.strictObject({
      path: z.string(),
      size,
      sha256,
      /** The name it came with. */
      originalName: z.string(),
      /** When it was taken in; an instant, ISO. */
      takenAt: z.iso.datetime({ offset: true }),
      /** The original was already gone when the case was saved; what it was is still known. */
      isMissing: z.literal(true).optional(),
    }),
  ),
});
export type JuliArchiveManifest = z.output<typeof juliArchiveManifest>;

/** A case has a few hundred screenshots, sometimes hours of recordings. */
export const juliArchiveLimits = { mostEntries: 10_000, mostBytes: 50 * 1024 ** 3 } as const;
/** As for a case.json in a folder. */
export const largestCaseFile = 5 * 1024 * 1024;
export const largestManifest = 10 * 1024 * 1024;
export const largestIntakeLog = 50 * 1024 * 1024;
