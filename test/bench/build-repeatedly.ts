// A process that stays, as the app does: builds the packet once for every line it reads, and answers each with
// the milliseconds that took, as JSON. Arguments: case folder, target.
import { createInterface } from 'node:readline';
import { createApp } from '../../electron/core/app.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { templatesFolder } from './captured-packet.ts';

const [caseFolder, target] = process.argv.slice(2);
if (caseFolder === undefined || target === undefined) throw new Error('usage: build-repeatedly.ts CASE-FOLDER TARGET');

const app = createApp({ printer: createChromiumPrinter(), clock: { now: () => new Date() } }, { templatesFolder });
const running = { signal: new AbortController().signal, progress: () => undefined };
try {
  for await (const _ of createInterface({ input: process.stdin })) {
    const started = performance.now();
    const { pages } = await app.buildPacket(
      { case: caseFolder, target, selection: wholePacket, strict: false },
      running,
    );
    console.log(JSON.stringify({ wallMs: performance.now() - started, pages }));
  }
} finally {
  await app.close();
}
