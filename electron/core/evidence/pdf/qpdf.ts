import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import createModule, { type QpdfInstance } from '@neslinesli93/qpdf-wasm';

export interface QpdfRun {
  /** 0 clean, 2 failed, 3 done with warnings (qpdf manual, "Exit Status"). */
  readonly exitCode: number;
  readonly messages: readonly string[];
  /** The file written to `/out.pdf`, when there is one. */
  readonly output: Uint8Array | undefined;
}

const packages = createRequire(import.meta.url);

/**
 * Runs qpdf on a file (a path, or its bytes) with a fresh instance: one bad file cannot harm the next. In `args` the input is
 * `/in.pdf` and the output `/out.pdf`. Runs where it is called; callers use a worker for files they do not know.
 */
export async function runQpdf(file: string | Uint8Array, args: readonly string[]): Promise<QpdfRun> {
  const messages: string[] = [];
  const qpdf = await createListening((message) => messages.push(message));
  const fileSystem = qpdf.FS as typeof qpdf.FS & { writeFile(path: string, bytes: Uint8Array): void };
  fileSystem.writeFile('/in.pdf', typeof file === 'string' ? await readFile(file) : file);
  const exitCode = qpdf.callMain([...args]);
  return { exitCode, messages, output: readOutput(qpdf.FS) };
}

/**
 * The build takes its output functions from `console` at the moment it is created and offers no option for
 * them. They are lent to it for that moment, so that what qpdf says does not end up on the user's terminal.
 */
function createListening(listen: (message: string) => void): Promise<QpdfInstance> {
  const { log, error } = globalThis.console;
  globalThis.console.log = listen;
  globalThis.console.error = listen;
  try {
    return createModule({ locateFile: () => packages.resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm') });
  } finally {
    globalThis.console.log = log;
    globalThis.console.error = error;
  }
}

function readOutput(fileSystem: { readFile(path: string): Uint8Array }): Uint8Array | undefined {
  try {
    return fileSystem.readFile('/out.pdf');
  } catch {
    return undefined; // qpdf wrote nothing: the exit code and its messages say why
  }
}
