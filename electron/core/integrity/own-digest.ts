import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** What a packet says of itself, held against what it is. */
export interface OwnDigest {
  /** Of the whole file. */
  readonly sha256: string;
  /** Whether every byte is as it was when the file was written. */
  readonly isAsWritten: boolean;
}

/** The trailer as `writePdf` writes it: its identifier is the beginning of the SHA-256 of all before the table. */
const trailer =
  /trailer\n<<\n\/Size (\d+)\n\/Root (\d+) 0 R\n\/ID \[ <([0-9a-f]{32})> <\3> \]\n\/Info (\d+) 0 R\n>>\nstartxref\n(\d+)\n%%EOF\n$/u;
const trailerRoom = 1024;
const entryLength = 20;

/**
 * Recomputes the identifier of a packet from its body. It finds what happened to the file by accident, in a mail
 * program, on a bad disk, in an editor that saved it again. It does not find a forger, who can compute it anew.
 */
export async function readOwnDigest(path: string, signal: AbortSignal): Promise<OwnDigest> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const found = trailer.exec(await textAt(file, Math.max(0, size - trailerRoom), trailerRoom));
    const [, count = '', root = '', identifier, info = '', start = ''] = found ?? [];
    const body = found === null ? size : Number(start);
    const digests = await digestsOf(path, body, signal);
    const isBodySame = found !== null && digests.body.startsWith(identifier ?? ' ');
    const tail = { start: body, count: Number(count), length: size - body - (found?.[0].length ?? 0) };
    const isAsWritten =
      isBodySame && (await isTableWhole(file, tail, { root: Number(root), info: Number(info) }, signal));
    return { sha256: digests.whole, isAsWritten };
  } finally {
    await file.close();
  }
}

async function digestsOf(path: string, body: number, signal: AbortSignal): Promise<{ whole: string; body: string }> {
  const whole = createHash('sha256');
  let ofBody = '';
  let done = 0;
  for await (const block of createReadStream(path, { highWaterMark: 1024 * 1024, signal })) {
    const rest = body - done;
    if (rest >= 0 && rest <= block.length && ofBody === '') {
      whole.update(block.subarray(0, rest));
      ofBody = whole.copy().digest('hex');
      whole.update(block.subarray(rest));
    } else whole.update(block);
    done += block.length;
  }
  return { whole: whole.digest('hex'), body: ofBody };
}

interface Table {
  readonly start: number;
  readonly count: number;
  /** Bytes up to the trailer. */
  readonly length: number;
}

/** The body does not cover the table behind it: each entry must lead to the object of its number (ISO 32000-1, 7.5.4). */
async function isTableWhole(
  file: FileHandle,
  { start, count, length }: Table,
  { root, info }: { readonly root: number; readonly info: number },
  signal: AbortSignal,
): Promise<boolean> {
  const head = `xref\n0 ${count}\n`;
  if (length !== head.length + count * entryLength) return false;
  const table = await textAt(file, start, length);
  if (!table.startsWith(head)) return false;
  for (let number = 0; number < count; number += 1) {
    signal.throwIfAborted();
    const entry = table.slice(head.length + number * entryLength, head.length + (number + 1) * entryLength);
    const used = /^(\d{10}) 00000 n \n$/u.exec(entry);
    if (used === null) {
      if (entry !== (number === 0 ? '0000000000 65535 f \n' : '0000000000 00000 f \n')) return false;
      continue;
    }
    const object = await textAt(file, Number(used[1]), number === root || number === info ? 4096 : 16);
    if (!object.startsWith(`${number} 0 obj\n`)) return false;
    const [own = ''] = object.split('\nendobj');
    if (number === root && !own.includes('/Type /Catalog')) return false;
    if (number === info && !own.includes('/Producer ')) return false;
  }
  return true;
}

async function textAt(file: FileHandle, offset: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.toString('latin1', 0, bytesRead);
}
