import { join } from 'node:path';
import type { Law, LawFiles } from '../../electron/core/law/law.ts';
import { parseLaw, readLawTexts } from '../../electron/core/law/read-law-files.ts';
import { resolveOverlay } from '../../electron/core/render/overlay.ts';

const texts = await readLawTexts(await resolveOverlay(join(import.meta.dirname, '../../templates')));

/** The files of templates/law as parsed JSON, and the tables as the program reads them. */
export const builtInLawFiles: LawFiles = new Map([...texts].map(([path, text]) => [path, JSON.parse(text)]));
export const builtInLaw: Law = parseLaw(texts);
