import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { byteRange } from './byte-range.ts';
import type { ServedFile } from './files.ts';

/** Evidence can be a page with scripts in it. It is shown in an origin of its own and may load and run nothing. */
const foreignPolicy = "sandbox; default-src 'none'; frame-ancestors 'self'";
/** Browsers refuse to show a PDF in a sandbox; their readers give it no access to the page around it. */
const pdfPolicy = "frame-ancestors 'self'";

/** A file of the workspace as a response: whole or in part, and never able to act as part of the window. */
export async function sendFile(file: ServedFile, method: string, rangeHeader: string | undefined): Promise<Response> {
  if (file.content.kind === 'bytes') return answer(file, method, rangeHeader, bytesSource(file.content.bytes));
  const source = await fileSource(file.content.path);
  return source === undefined ? new Response(null, { status: 404 }) : answer(file, method, rangeHeader, source);
}

interface Source {
  readonly size: number;
  /** The bytes from first to last, both included. */
  part(first: number, last: number): Uint8Array<ArrayBuffer> | ReadableStream;
  close(): Promise<void>;
}

async function answer(
  file: ServedFile,
  method: string,
  rangeHeader: string | undefined,
  source: Source,
): Promise<Response> {
  const { size } = source;
  const headers = { ...headersOf(file), 'accept-ranges': 'bytes' };
  const range = byteRange(rangeHeader, size);
  if (range === 'unsatisfiable') {
    await source.close();
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  const status = range === undefined ? 200 : 206;
  const partHeaders = {
    ...headers,
    'content-length': String(last - first + 1),
    ...(range === undefined ? {} : { 'content-range': `bytes ${first}-${last}/${size}` }),
  };
  if (method === 'HEAD' || size === 0) {
    await source.close();
    return new Response(null, { status, headers: partHeaders });
  }
  return new Response(source.part(first, last), { status, headers: partHeaders });
}

function headersOf({ mime, isImmutable, downloadName, contentSecurityPolicy }: ServedFile): Record<string, string> {
  return {
    'content-type': harmless(mime),
    'content-security-policy': contentSecurityPolicy ?? (mime === 'application/pdf' ? pdfPolicy : foreignPolicy),
    'x-frame-options': 'SAMEORIGIN',
    // Fonts are nobody's secret; what belongs to a case is not left behind in the cache of a browser.
    'cache-control': isImmutable && mime.startsWith('font/') ? 'private, max-age=31536000, immutable' : 'no-store',
    ...(downloadName === undefined ? {} : { 'content-disposition': attachment(downloadName) }),
  };
}

/** No file of a case may count as a script of the window, whatever it calls itself. */
function harmless(mime: string): string {
  return /script|wasm/i.test(mime) ? 'text/plain; charset=utf-8' : mime;
}

/** RFC 6266 with the name in UTF-8 (RFC 8187), and a plain one beside it. */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function bytesSource(bytes: Uint8Array): Source {
  return {
    size: bytes.byteLength,
    part: (first, last) => new Uint8Array(bytes.subarray(first, last + 1)),
    close: async () => undefined,
  };
}

/** Opened once, so that size and bytes are those of the same file. */
async function fileSource(path: string): Promise<Source | undefined> {
  const handle = await open(path).catch(() => undefined);
  if (handle === undefined) return undefined;
  const stats = await handle.stat();
  if (!stats.isFile()) {
    await handle.close();
    return undefined;
  }
  return {
    size: stats.size,
    part: (start, end) => Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream,
    close: () => handle.close(),
  };
}
