import { fileURLToPath } from 'node:url';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import { type App, createApp, type PacketRequest, type Ports } from '../../electron/core/app.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import type { Printer, Running } from '../../electron/core/ports.ts';
import { createChromiumMedia } from '../../electron/server/chromium-media.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

/** The folder of one of the samples that people see first. */
export function sampleFolder(name: 'software-key' | 'game-credit' | 'lifetime-membership'): string {
  return `${templatesFolder}/samples/${name}`;
}

/** An app as the hosts make it, printing with the real Chromium; its clock stands still. */
export function openApp(
  now = '2026-11-18T10:00:00+08:00',
  printer: Printer = createChromiumPrinter(),
  office?: Ports['office'],
): App {
  const clock = { now: () => new Date(now) };
  return createApp({ printer, media: createChromiumMedia(), office, clock }, { templatesFolder });
}

function running(): Running {
  return { signal: new AbortController().signal, progress: () => undefined };
}

/** Builds a whole packet of `caseFolder` at `target`, but for what `changes` says. */
export function build(
  app: App,
  caseFolder: string,
  target: string,
  changes: Partial<PacketRequest> = {},
): Promise<PacketResult> {
  return app.buildPacket({ case: caseFolder, target, selection: wholePacket, strict: false, ...changes }, running());
}

/** What became of one evidence file, by its path in the case. */
export function fileIn({ evidence }: PacketResult, path: string): PacketResult['evidence'][number]['files'][number] {
  const file = evidence.flatMap(({ files }) => files).find((candidate) => candidate.path === path);
  if (file === undefined) throw new RangeError(`not in the result: ${path}`);
  return file;
}
