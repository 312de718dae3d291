import { z } from 'zod';

/** How a packet is bound and printed, whatever its papers are. Every choice has a value that needs no thought. */
export const packetFormSchema = z.strictObject({
  /** The version for others: boxes and secrets are blacked out, and proven to be gone. Numbers are those of the full one. */
  isRedacted: z.boolean().default(false),
  /** Ordinary phone screenshots on one sheet of the appendix. */
  perSheet: z.literal([1, 2, 4]).default(1),
  /** A sheet with number and title before each exhibit. */
  separators: z.boolean().default(false),
  /**
   * For printing on both sides: every part begins on a right-hand page, exhibits too where they have separators, and the
   * binding margin changes sides.
   */
  duplex: z.boolean().default(false),
  /** Number and title of the exhibit at the head of each page of the appendix. */
  stamps: z.boolean().default(true),
  /** "第3页 共40页" at the foot of each page. */
  pageNumbers: z.boolean().default(true),
  /** Marked 副本, for the other side. */
  isCopy: z.boolean().default(false),
  /** Split into volumes of at most so many pages or megabytes, each with its own contents; page numbers run on. */
  volumes: z
    .strictObject({
      pages: z.int().min(20).max(5_000).optional(),
      megabytes: z.number().min(1).max(4_000).optional(),
    })
    .optional(),
  /** The whole file in at most so many megabytes (10^6 bytes), for uploading: pictures are compressed as far as that needs. */
  budget: z.number().min(0.5).max(4_000).optional(),
});
export type PacketForm = z.output<typeof packetFormSchema>;

/** One bound volume with everything on it, as a court takes it. */
export const plainForm: PacketForm = packetFormSchema.parse({});

/** Sets of choices that fit together: handed over on paper to a court, or uploaded where files may not be large. */
export const packetProfiles = ['court', 'upload'] as const;
export type PacketProfile = (typeof packetProfiles)[number];

export function profileForm(profile: PacketProfile): PacketForm {
  switch (profile) {
    case 'court':
      return plainForm;
    case 'upload':
      // What most places that take files allow for one of them.
      return { ...plainForm, budget: 10 };
  }
}
