// Juli needs Node 24, which runs TypeScript as it is; npm installs one beside the program, and whatever was started by
// an older one hands over to it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startQuickly } from './quick-start.mjs';

const oldest = 24;

/** Runs `program` when this Node is new enough, else the whole of `script` again on the one that is. */
export async function onNode24(script, program) {
  if (Number.parseInt(process.versions.node, 10) >= oldest) {
    startQuickly();
    process.exitCode = await program(process.argv.slice(2));
    return;
  }
  const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  const words = [...process.execArgv, fileURLToPath(script), ...process.argv.slice(2)];
  const child = spawn(node, words, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', () => {
    process.stderr.write(`据理需要 Node ${oldest} 或更新的版本，现在是 ${process.versions.node}。请先运行 npm ci。\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
