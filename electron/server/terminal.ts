import { AppError, errorTable } from '../contract/errors.ts';
import type { Progress } from '../core/ports.ts';
import { errorReport } from './cli-reports.ts';

/** Where the CLI speaks: people read stderr, programs read stdout. */
export interface Terminal {
  /** A line that replaces itself; only on a terminal. */
  readonly progress: Progress;
  /** Text for people. */
  say(text: string): void;
  /** Text that is itself the result, on stdout. */
  print(text: string): void;
  /** JSON on stdout with --json, else `text` for people. */
  result(data: object, text: string): void;
  /** The same where the text is what was asked for, to be copied or saved: it goes to stdout too. */
  output(data: object, text: string): void;
}

/**
 * Whoever reads may close early (`juli law list | head`); that is no failure, and there is nobody left to tell. A disk
 * that is full is one.
 */
export function createTerminal(json: boolean): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const failure = new AppError('WRITE_FAILED', { detail: '结果写不到标准输出' }, { cause: error });
    process.stderr.write(errorReport(failure, undefined));
    process.exitCode = errorTable.WRITE_FAILED.exit;
  });
  process.stderr.on('error', () => undefined);
  const isTerminal = process.stderr.isTTY === true;
  const clear = () => {
    if (isTerminal) process.stderr.write('\r\u001b[K');
  };
  return {
    progress({ label, done, total }) {
      if (isTerminal) process.stderr.write(`\r\u001b[K${label} ${done}/${total}`);
    },
    say(text) {
      clear();
      process.stderr.write(text);
    },
    print(text) {
      process.stdout.write(text);
    },
    result(data, text) {
      clear();
      if (json) process.stdout.write(`${JSON.stringify(data)}\n`);
      else process.stderr.write(text);
    },
    output(data, text) {
      clear();
      process.stdout.write(json ? `${JSON.stringify(data)}\n` : text);
    },
  };
}
