import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { paperIds } from '../../electron/contract/case/case-kinds.ts';
import type { PacketForm } from '../../electron/contract/packet-form.ts';
import { readCaseFolder } from '../../electron/core/cases/read-case-folder.ts';
import { createEvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { type BuildOptions, type BuiltPacket, buildPacket } from '../../electron/core/packet/build-packet.ts';
import {
  type House,
  type PacketContent,
  packetContent,
  unreadExhibits,
} from '../../electron/core/packet/packet-content.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { unknownPlaces } from '../../electron/core/packet/places.ts';
import { readExhibits } from '../../electron/core/packet/read-exhibits.ts';
import type { PrintSession } from '../../electron/core/ports.ts';
import { readFonts } from '../../electron/core/render/fonts.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { builtInLaw } from './built-in-law.ts';
import { printingTools } from './evidence-tools.ts';

const builtInTemplates = join(import.meta.dirname, '../../templates');
const running = { signal: new AbortController().signal, progress: () => undefined };

/** A packet with what it was made from: more than the app tells. */
export interface PrintedCase {
  readonly content: PacketContent;
  readonly built: BuiltPacket;
  readonly target: string;
}

export async function readHouse(templatesFolder = builtInTemplates): Promise<House> {
  const [templates, fonts] = await Promise.all([readTemplates(templatesFolder), readFonts()]);
  return { templates, fonts, law: builtInLaw, assetUrl: (path) => pathToFileURL(path).href };
}

/** Every paper there is. */
export const everyPaper = { ...wholePacket, papers: paperIds };

/** Builds the packet of a case with all papers, as the app does. */
export async function printCase(
  caseFolder: string,
  target: string,
  session: PrintSession,
  house: House,
  { form, ...options }: Partial<BuildOptions> & { readonly form?: PacketForm } = {},
): Promise<PrintedCase> {
  const work = await mkdtemp(join(tmpdir(), 'juli-printed-'));
  const reader = createEvidenceReader(printingTools(work, house, session));
  try {
    const { case: file, folder } = await readCaseFolder(caseFolder);
    const exhibits = await readExhibits(
      unreadExhibits(file),
      file.evidence,
      (path) => join(folder, path),
      reader,
      running,
    );
    const content = packetContent(file, everyPaper, exhibits, house, form);
    return {
      content,
      built: await buildPacket(content, session, target, { ...running, guess: unknownPlaces, ...options }),
      target,
    };
  } finally {
    await reader.close();
    await rm(work, { recursive: true, force: true });
  }
}
