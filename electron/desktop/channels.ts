/** What preload and main say to each other; nothing else is listened to. */
export const channels = {
  /** With the port that carries the questions. */
  connect: 'juli:connect',
  /** A file that lies on the disk, by its path. */
  admitPath: 'juli:admit-path',
  /** A file that lies nowhere, such as a pasted picture, by its bytes. */
  admitBytes: 'juli:admit-bytes',
  dragOut: 'juli:drag-out',
} as const;

export const portMessage = 'juli-port';
