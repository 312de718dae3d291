import type { ChosenFile } from './chosen-file.ts';
import { desktopFiles } from './desktop-bridge.ts';
import { windowAddress } from './file-address.ts';
import { shownErrorOf } from './shown-error.ts';

interface Admitting {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** More at once would starve the window's other requests: a browser opens six connections to one host. */
const atOnce = 3;

/** One-use tickets for files, in their order, to be named in `evidence.take`, `cases.import` and the like. */
export async function admitFiles(
  chosen: readonly ChosenFile[],
  { signal, onProgress }: Admitting = {},
): Promise<string[]> {
  const tickets: string[] = [];
  const waiting = chosen.entries();
  let done = 0;
  async function work(): Promise<void> {
    for (const [index, each] of waiting) {
      signal?.throwIfAborted();
      tickets[index] = await admitFile(each, { signal });
      done += 1;
      onProgress?.(done, chosen.length);
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, chosen.length) }, work));
  return tickets;
}

/** The ticket of one file. `onSent` is told of bytes as they leave, where they have to be sent. */
export async function admitFile(
  { file, relativePath }: ChosenFile,
  { signal, onSent }: { readonly signal?: AbortSignal | undefined; readonly onSent?: (bytes: number) => void } = {},
): Promise<string> {
  const desktop = desktopFiles();
  if (desktop !== undefined) return ticketOf(await desktop.admit(file, relativePath));
  const { status, answer } = await send(file, relativePath, signal, onSent);
  if (status < 200 || status > 299) throw new UploadError(answer, status);
  return ticketOf(answer, status);
}

/** fetch would not tell how much has left. */
function send(
  file: File,
  relativePath: string,
  signal: AbortSignal | undefined,
  onSent: ((bytes: number) => void) | undefined,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal?.addEventListener('abort', stop, { once: true });
    request.open('POST', windowAddress('upload'));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-juli-name', encodeURIComponent(file.name));
    request.setRequestHeader('x-juli-relative-path', encodeURIComponent(relativePath));
    request.setRequestHeader('x-juli-modified', String(file.lastModified));
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
    request.onload = () => resolve({ status: request.status, answer: read(request.responseText) });
    // As fetch would say it.
    request.onerror = () => reject(new TypeError('nobody answers'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onloadend = () => signal?.removeEventListener('abort', stop);
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ticketOf(answer: unknown, status?: number): string {
  if (typeof answer === 'object' && answer !== null && 'ticket' in answer && typeof answer.ticket === 'string') {
    return answer.ticket;
  }
  throw new UploadError(answer, status);
}

/** Carries what the host said, so that it can be shown like any other failure. */
export class UploadError extends Error {
  /** Of HTTP, where it went that way. */
  readonly status: number | undefined;
  readonly code: string;
  readonly text: string;

  constructor(answer: unknown, status?: number) {
    const { code, text } = shownErrorOf(answer);
    super(code);
    this.status = status;
    this.code = code;
    this.text = text;
  }
}
