import { type FileHandle, open } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFObjectParser,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import { UnreadablePacket } from './unreadable-packet.ts';

/**
 * A written packet, read object by object at the places its cross-reference table names (ISO 32000-1, 7.5.4). A packet
 * may hold hundreds of megabytes of evidence; only what is asked for passes through memory. It reads what
 * core/packet/write-pdf.ts writes: one table, no object streams. Anything else throws an UnreadablePacket.
 */
export interface PacketFile {
  readonly root: PDFRef;
  /** The object itself, or what a reference leads to; `undefined` where there is none. */
  resolve(object: PDFObject | undefined): Promise<PDFObject | undefined>;
  close(): Promise<void>;
}

const tailLength = 1_024;

export async function openPacketFile(path: string): Promise<PacketFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const tail = (await readRange(file, Math.max(0, size - tailLength), size)).toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    const root = /\/Root (\d+) 0 R/.exec(tail)?.[1];
    if (Number.isNaN(start) || root === undefined) throw new UnreadablePacket('no trailer in the packet');
    const ends = objectEnds((await readRange(file, start, size)).toString('latin1'), start);
    const context = PDFContext.create();
    const known = new Map<number, Promise<PDFObject>>();
    const read = async (number: number): Promise<PDFObject> => {
      const place = ends.get(number);
      if (place === undefined) throw new UnreadablePacket(`no object ${number} in the packet`);
      const bytes = await readRange(file, place.from, place.to);
      const header = /^\d+ \d+ obj\n/.exec(bytes.subarray(0, 32).toString('latin1'))?.[0];
      if (header === undefined) throw new UnreadablePacket(`object ${number} is not where the table says`);
      return PDFObjectParser.forBytes(bytes.subarray(header.length), context).parseObject();
    };
    return {
      root: PDFRef.of(Number(root)),
      async resolve(object) {
        if (!(object instanceof PDFRef)) return object;
        const found = known.get(object.objectNumber) ?? read(object.objectNumber);
        known.set(object.objectNumber, found);
        return found;
      },
      close: () => file.close(),
    };
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/** Where each object begins and the next one, or the table itself, follows. */
function objectEnds(table: string, tableStart: number): Map<number, { readonly from: number; readonly to: number }> {
  if (!table.startsWith('xref\n0 ')) throw new UnreadablePacket('no cross-reference table in the packet');
  const entries = [...table.matchAll(/(\d{10}) \d{5} ([nf])/g)];
  const offsets = entries.flatMap(([, offset, kind], number) =>
    kind === 'n' ? [{ number, from: Number(offset) }] : [],
  );
  const ordered = offsets.toSorted((first, second) => first.from - second.from);
  return new Map(
    ordered.map(({ number, from }, index) => [number, { from, to: ordered[index + 1]?.from ?? tableStart }]),
  );
}

async function readRange(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(to - from);
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done);
    if (bytesRead === 0) throw new UnreadablePacket('the packet ends before its objects do');
    done += bytesRead;
  }
  return bytes;
}

/** The bytes of a stream as they were before compression, one character a byte; "" for anything but a stream. */
export function streamText(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) return '';
  const isDeflated =
    stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'));
  // Every stream of text is deflated, and Node inflates it many times faster.
  const bytes = isDeflated ? inflateSync(stream.contents) : Buffer.from(decodePDFRawStream(stream).decode());
  return bytes.toString('latin1');
}

/** An object as a dictionary; an empty one where it is none. */
export function dictionaryOf(object: PDFObject | undefined): ReadonlyMap<string, PDFObject> {
  return object instanceof PDFDict
    ? new Map(object.entries().map(([name, value]) => [name.decodeText(), value]))
    : new Map();
}
