import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import pMap from 'p-map';
import { PDFDocument } from 'pdf-lib';
import { type ExhibitSources, planAppendix } from '../../electron/core/packet/appendix-plan.ts';
import { attachManifest } from '../../electron/core/packet/attach-manifest.ts';
import { setDocumentProperties } from '../../electron/core/packet/document-properties.ts';
import { fillSlots } from '../../electron/core/packet/fill-slots.ts';
import { addOutline } from '../../electron/core/packet/outline.ts';
import { writePdf } from '../../electron/core/packet/write-pdf.ts';

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

/** As core/app.ts reads them. */
const readsAtOnce = 4;

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
  const exhibits: ExhibitSources[] = known
    ? deserialize(await readFile(join(folder, sourcesFile)))
    : await readSources(folder, plan);
  const document = await PDFDocument.load(await readFile(join(folder, printedFile)), { updateMetadata: false });
  const { signal } = new AbortController();
  const pages = planAppendix(exhibits);
  await fillSlots(document, pages, signal);
  addOutline(document, [
    {
      title: '证据附件',
      page: plan.firstPage,
      children: pages
        .filter(({ page }) => page === 1)
        .map(({ exhibit, title, index }) => ({
          title: `证据${exhibit}　${title}`,
          page: plan.firstPage + index,
          children: [],
        })),
    },
  ]);
  setDocumentProperties(document, plan);
  attachManifest(document, {
    format: 'juli.manifest/1',
    date: plan.date,
    files: exhibits.flatMap(({ id, number, sources }) =>
      sources.map(({ path, size, sha256 }) => ({ evidence: id, number, path, size, sha256 })),
    ),
  });
  await writePdf(document.context, target, signal);
}

async function readSources(folder: string, { exhibits }: AssemblyPlan): Promise<ExhibitSources[]> {
  // Loaded only here, because the app has it loaded when the evidence is known.
  const { createEvidenceReader } = await import('../../electron/core/evidence/read-evidence.ts');
  const workFolder = await mkdtemp(join(folder, 'work-'));
  const reader = createEvidenceReader({
    workFolder,
    printPages: () => Promise.reject(new Error('pictures need no printing')),
  });
  const { signal } = new AbortController();
  try {
    const files = exhibits.flatMap(({ id, files: paths }) => paths.map((path) => ({ id, path })));
    const sources = await pMap(
      files,
      async ({ id, path }) => ({ id, source: await reader.read(join(folder, path), { path }, signal) }),
      { concurrency: readsAtOnce },
    );
    return exhibits.map(({ id, number, title }) => ({
      id,
      number,
      title,
      sources: sources.filter((entry) => entry.id === id).map(({ source }) => source),
    }));
  } finally {
    await reader.close();
    await rm(workFolder, { recursive: true });
  }
}
