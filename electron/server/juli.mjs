#!/usr/bin/env node
// The `juli` command. Juli needs Node 24, which runs TypeScript as it is; npm installs one beside the program,
// and this file hands over to it when it was started by an older one.
import { spawn } from 'node:child_process';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const oldest = 24;

if (Number.parseInt(process.versions.node, 10) >= oldest) {
  module.enableCompileCache();
  const { run } = await import('./cli.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', () => {
    process.stderr.write(`据理需要 Node ${oldest} 或更新的版本，现在是 ${process.versions.node}。请先运行 npm ci。\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
