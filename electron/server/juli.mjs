#!/usr/bin/env -S node --max-semi-space-size=16
// The `juli` command. Left to itself V8 lets the heap of short-lived objects grow to 128 MB, which makes nothing faster
// here and a packet of two thousand pages a quarter larger in memory.
import { onNode24 } from './on-node-24.mjs';

await onNode24(import.meta.url, async (commandLine) => {
  const { run } = await import('./cli.ts');
  return run(commandLine);
});
