import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { defaultLimits } from '../../electron/contract/evidence-limits.ts';
import type { ExhibitSources } from '../../electron/core/packet/appendix-plan.ts';

/** What is known before the assembly begins: the exhibits, and where the appendix stands in the printed document. */
export interface AssemblyPlan {
  readonly title: string;
  readonly date: string;
  readonly firstPage: number;
  readonly exhibits: readonly { id: string; number: number; title: string; files: readonly string[] }[];
}

const planFile = 'plan.json';
const printedFile = 'printed.pdf';
const sourcesFile = 'sources.bin';

/** Writes into the case folder what `assemblePictures` starts from: plan, printed document, and what reading the evidence finds. */
export async function prepareAssembly(folder: string, plan: AssemblyPlan, printed: Uint8Array): Promise<void> {
  await writeFile(join(folder, planFile), JSON.stringify(plan));
  await writeFile(join(folder, printedFile), printed);
  await writeFile(join(folder, sourcesFile), serialize(await readSources(folder, plan)));
}

/**
 * Everything between the last print and the finished file: reads, hashes and verifies the evidence (unless
 * `known`), puts it into the printed frames, adds bookmarks, properties and manifest, and writes.
 */
export async function assemblePictures(folder: string, target: string, known: boolean): Promise<void> {
  const plan: AssemblyPlan = JSON.parse(await readFile(join(folder, planFile), 'utf8'));
  // As in core/packet-builder.ts, what writes a packet is loaded while the evidence is read.
  const [exhibits, { writeAppendix }] = await Promise.all([
    known
      ? readFile(join(folder, sourcesFile)).then((bytes): ExhibitSources[] => deserialize(bytes))
      : readSources(folder, plan),
    import('./write-appendix.ts'),
  ]);
  await writeAppendix(await readFile(join(folder, printedFile)), exhibits, plan, target);
}

async function readSources(folder: string, { exhibits }: AssemblyPlan): Promise<ExhibitSources[]> {
  // Loaded only here, because the app has it loaded when the evidence is known.
  const [{ createEvidenceReader }, { readExhibits }] = await Promise.all([
    import('../../electron/core/evidence/read-evidence.ts'),
    import('../../electron/core/packet/read-exhibits.ts'),
  ]);
  const workFolder = await mkdtemp(join(folder, 'work-'));
  const reader = createEvidenceReader({
    workFolder,
    limits: () => defaultLimits,
    printPages: () => Promise.reject(new Error('pictures need no printing')),
  });
  const unread = exhibits.map(({ files, ...exhibit }) => ({ ...exhibit, sources: files.map(unreadSource) }));
  const running = { signal: new AbortController().signal, progress: () => undefined };
  try {
    return await readExhibits(unread, [], (path) => join(folder, path), reader, running);
  } finally {
    await reader.close();
    await rm(workFolder, { recursive: true });
  }
}

function unreadSource(path: string): ExhibitSources['sources'][number] {
  return { path, size: 0, sha256: '', content: { kind: 'unusable', missing: true, reason: '' } };
}
