import { z } from 'zod';
import { findingSchema } from './finding.ts';

/** What `juli packet --json` prints. Pages are pages of the packet, counted from 1; 0 pages means not in it. */
export const packetResultSchema = z.strictObject({
  /** The file, the first of them where there are several volumes. */
  packet: z.string(),
  /** The files it is bound in, one after the other; page numbers run on. At least one. */
  volumes: z.array(z.strictObject({ packet: z.string(), firstPage: z.int(), pages: z.int() })).min(1),
  pages: z.int(),
  durationMs: z.int(),
  parts: z.array(z.strictObject({ id: z.string(), title: z.string(), firstPage: z.int(), pages: z.int() })),
  evidence: z.array(
    z.strictObject({
      id: z.string(),
      number: z.int(),
      title: z.string(),
      files: z.array(
        z.strictObject({
          path: z.string(),
          sha256: z.string(),
          status: z.enum(['included', 'image', 'placeholder']),
          reason: z.string().optional(),
          firstPage: z.int(),
          pages: z.int(),
        }),
      ),
    }),
  ),
  findings: z.array(findingSchema),
});
export type PacketResult = z.output<typeof packetResultSchema>;
