import { type ChildProcess, spawn } from 'node:child_process';
import type { ProcessWatch } from './process-watch.ts';

/** A program that ran to its end and succeeded. */
export interface CommandRun {
  /** From the moment of starting it to its exit. */
  readonly wallMs: number;
  readonly stdout: string;
}

/** Runs a program as a script would. Rejects, with the end of what it said, when it fails. */
export async function runCommand(
  command: string,
  args: readonly string[],
  watch?: ProcessWatch | undefined,
): Promise<CommandRun> {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid !== undefined) watch?.follow(child.pid);
  const output = collect(child);
  const { promise: exited, resolve, reject } = Promise.withResolvers<{ code: number | null; at: number }>();
  child.once('error', reject);
  child.once('exit', (code) => resolve({ code, at: performance.now() }));
  const { code, at } = await exited;
  const { stdout, stderr } = await output;
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr.slice(-2_000)}`);
  return { wallMs: at - started, stdout };
}

async function collect({ stdout, stderr }: ChildProcess): Promise<{ stdout: string; stderr: string }> {
  const [output, errors] = await Promise.all([textOf(stdout), textOf(stderr)]);
  return { stdout: output, stderr: errors };
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
