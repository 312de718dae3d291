import type { Progress } from '../core/ports.ts';

/** Where the CLI speaks: people read stderr, programs read stdout. */
export interface Terminal {
  /** A line that replaces itself; only on a terminal. */
  readonly progress: Progress;
  /** Text for people. */
  say(text: string): void;
  /** Text that is itself the result, on stdout. */
  print(text: string): void;
  /** One JSON object on stdout with --json, else `text` for people. */
  result(data: object, text: string): void;
}

export function createTerminal(json: boolean): Terminal {
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
  };
}
