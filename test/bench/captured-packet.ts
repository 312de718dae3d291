import { fileURLToPath } from 'node:url';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import { createApp } from '../../electron/core/app.ts';
import { type PacketSelection, wholePacket } from '../../electron/core/packet/parts.ts';
import type { Printer } from '../../electron/core/ports.ts';

export const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

/** A packet as it was built, with what went to the browser last and what came back: frames without evidence. */
export interface CapturedPacket {
  readonly result: PacketResult;
  readonly html: string;
  readonly printed: Uint8Array;
}

export async function capturePacket(
  printer: Printer,
  caseFolder: string,
  target: string,
  selection: PacketSelection = wholePacket,
): Promise<CapturedPacket> {
  let last: { html: string; printed: Uint8Array } | undefined;
  const listening: Printer = {
    assetUrl: printer.assetUrl,
    async open(signal) {
      const session = await printer.open(signal);
      return {
        close: session.close,
        async print(html, printSignal) {
          const printed = await session.print(html, printSignal);
          last = { html, printed: Uint8Array.from(printed) };
          return printed;
        },
      };
    },
  };
  const app = createApp({ printer: listening, clock: { now: () => new Date() } }, { templatesFolder });
  try {
    const request = { case: caseFolder, target, selection, strict: false };
    const result = await app.buildPacket(request, { signal: new AbortController().signal, progress: () => undefined });
    if (last === undefined) throw new Error('the packet was built without printing');
    return { result, ...last };
  } finally {
    await app.close();
  }
}
