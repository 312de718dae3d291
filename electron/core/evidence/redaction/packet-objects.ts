import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PDFContext, type PDFObject, PDFObjectParser } from 'pdf-lib';

/** A finished packet, object by object: only one of them is in memory at a time. */
export interface PacketObjects {
  /** Bytes of the file. */
  readonly size: number;
  readonly numbers: readonly number[];
  /** Undefined where there is none. Throws a RangeError for one that is not where the table says. */
  read(number: number): PDFObject | undefined;
  /** The bytes from `from` to `to`, one character each. */
  bytes(from: number, to: number): string;
  /** The trailer's dictionary. */
  readonly trailer: PDFObject;
  close(): void;
}

const tailLength = 1_024;

/**
 * Opens what packet/write-pdf.ts has written: one cross-reference table, no object streams, nothing encrypted. Throws a
 * RangeError for anything else, because what cannot be read cannot be vouched for. For workers: it reads synchronously.
 */
export function openPacketObjects(path: string): PacketObjects {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const read = (from: number, to: number): Buffer => {
    const bytes = Buffer.allocUnsafe(Math.max(0, to - from));
    for (let done = 0; done < bytes.length; ) {
      const count = readSync(file, bytes, done, bytes.length - done, from + done);
      if (count === 0) throw new RangeError('the packet ends before its objects do');
      done += count;
    }
    return bytes;
  };
  try {
    const tail = read(Math.max(0, size - tailLength), size).toString('latin1');
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
    if (Number.isNaN(start)) throw new RangeError('no table in the packet');
    const table = read(start, size).toString('latin1');
    const trailerAt = table.indexOf('trailer');
    if (!/^xref\s+0 /.test(table) || trailerAt < 0) throw new RangeError('no table in the packet');
    const context = PDFContext.create();
    const parse = (bytes: Buffer): PDFObject => PDFObjectParser.forBytes(bytes, context).parseObject();
    const places = placesIn(table.slice(0, trailerAt), start);
    return {
      size,
      numbers: [...places.keys()],
      read(number) {
        const place = places.get(number);
        if (place === undefined) return;
        const bytes = read(place.from, place.to);
        const header = new RegExp(`^${number} \\d+ obj\\s`).exec(bytes.subarray(0, 40).toString('latin1'))?.[0];
        if (header === undefined) throw new RangeError(`object ${number} is not where the table says`);
        return parse(bytes.subarray(header.length));
      },
      bytes: (from, to) => read(from, Math.min(to, size)).toString('latin1'),
      trailer: parse(Buffer.from(table.slice(trailerAt + 'trailer'.length), 'latin1')),
      close: () => closeSync(file),
    };
  } catch (cause) {
    closeSync(file);
    throw cause;
  }
}

/** Where each object begins and the next one, or the table itself, follows. */
function placesIn(table: string, tableStart: number): Map<number, { readonly from: number; readonly to: number }> {
  const entries = [...table.matchAll(/(\d{10}) \d{5} ([nf])/g)];
  const used = entries.flatMap(([, offset, kind], number) => (kind === 'n' ? [{ number, from: Number(offset) }] : []));
  const inOrder = used.toSorted((first, second) => first.from - second.from);
  return new Map(
    inOrder.map(({ number, from }, index) => [number, { from, to: inOrder[index + 1]?.from ?? tableStart }]),
  );
}
