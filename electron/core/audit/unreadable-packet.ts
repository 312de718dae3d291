/** A packet whose text cannot be read back: it is not written as core/packet/write-pdf.ts and Chromium write. */
export class UnreadablePacket extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnreadablePacket';
  }
}
