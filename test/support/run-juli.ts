import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { z } from 'zod';

const program = fileURLToPath(new URL('../../electron/server/juli.mjs', import.meta.url));

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Called with the running process, to send it a signal. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs `juli` as people and scripts do: a process of its own, with its streams and its exit code. */
export function runJuli(
  commandLine: readonly string[],
  { cwd, environment = {}, onStart }: RunOptions = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...commandLine], {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    onStart?.(child);
  });
}

/** Stdout must be one JSON object and a line feed, nothing before it and nothing after. */
export function onlyObject(stdout: string): unknown {
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout);
}

/** What --json prints when a command fails. */
export const errorSchema = z.strictObject({
  error: z.looseObject({ code: z.string(), file: z.string().optional(), problems: z.array(z.unknown()).optional() }),
});
