import { z } from 'zod';

const megabyte = 1024 ** 2;

/** What no setting lets in. */
export const largestFiles = { bytes: 2 * 1024 * megabyte, recordingBytes: 4 * 1024 * megabyte - 1 } as const;

/**
 * What of evidence is taken in and opened at most; each may be set. More than 4 GB do not fit on the memory
 * sticks and into the mail boxes that evidence travels by, and more pixels not into the memory of an old computer.
 */
export const evidenceLimits = z.strictObject({
  /** Bytes of a file that is opened to be printed: picture, PDF, document, mail, archive. */
  bytes: z.int().min(megabyte).max(largestFiles.bytes),
  /** Bytes of a recording, which is never read whole. */
  recordingBytes: z.int().min(megabyte).max(largestFiles.recordingBytes),
  /** Pages of one file. */
  pages: z.int().min(1).max(20_000),
  /** Pixels of one picture. */
  pixels: z.int().min(1_000_000).max(500_000_000),
  /** Files in an archive, attachments of a mail. */
  entries: z.int().min(1).max(9_000),
});
export type EvidenceLimits = z.output<typeof evidenceLimits>;

/** 120 million pixels are a 1080-wide screenshot of 110,000 rows; beyond that a picture is a bomb or a mistake. */
export const defaultLimits: EvidenceLimits = {
  bytes: 512 * megabyte,
  recordingBytes: largestFiles.recordingBytes,
  pages: 5_000,
  pixels: 120_000_000,
  entries: 1_000,
};
