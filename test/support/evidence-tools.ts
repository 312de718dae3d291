import { defaultLimits } from '../../electron/contract/evidence-limits.ts';
import type { EvidenceTools } from '../../electron/core/evidence/evidence-tools.ts';
import { memoise } from '../../electron/core/memoise.ts';
import type { House } from '../../electron/core/packet/packet-content.ts';
import { createPagePrinter } from '../../electron/core/page-printer.ts';
import type { PrintSession } from '../../electron/core/ports.ts';

/** What evidence is read with where nothing has to be printed for it: whoever prints all the same is told. */
export function evidenceTools(workFolder: string): EvidenceTools {
  return {
    workFolder,
    limits: () => defaultLimits,
    printPages: () => Promise.reject(new Error('this test brings no printer')),
  };
}

/** The same with a real printer. */
export function printingTools(workFolder: string, house: House, session: PrintSession): EvidenceTools {
  return {
    workFolder,
    limits: () => defaultLimits,
    printPages: createPagePrinter(
      () => Promise.resolve(house),
      memoise(() => Promise.resolve(session)),
    ),
  };
}
