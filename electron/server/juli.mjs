#!/usr/bin/env node
// The `juli` command.
import { onNode24 } from './on-node-24.mjs';

await onNode24(import.meta.url, async (commandLine) => {
  const { run } = await import('./cli.ts');
  return run(commandLine);
});
