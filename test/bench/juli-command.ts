import { fileURLToPath } from 'node:url';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import { readPacketResult } from './output-checks.ts';
import type { ProcessWatch } from './process-watch.ts';
import { runCommand } from './run-command.ts';

const juli = fileURLToPath(new URL('../../electron/server/juli.mjs', import.meta.url));

/** One `juli packet` from start to exit, as a user would type it. */
export async function runPacketCommand(
  caseFolder: string,
  target: string,
  watch: ProcessWatch | undefined,
  options: readonly string[] = [],
): Promise<{ wallMs: number; result: PacketResult }> {
  const words = ['packet', caseFolder, '-o', target, '--json', ...options];
  // By itself, for the options of Node that stand in its first line.
  const { wallMs, stdout } = await runCommand(juli, words, watch);
  return { wallMs, result: readPacketResult(stdout) };
}
