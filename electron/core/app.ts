import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pMap from 'p-map';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { Finding } from '../contract/finding.ts';
import type { PacketResult } from '../contract/packet-result.ts';
import type { VerifyResult } from '../contract/verify-result.ts';
import { caseFileSchema } from './cases/case-file.ts';
import { readCaseFolder } from './cases/read-case-folder.ts';
import { runChecks } from './checks/run-checks.ts';
import { orderExhibits } from './documents/exhibit-order.ts';
import type { PaperId } from './documents/paper.ts';
import { createEvidenceReader, type EvidenceReader } from './evidence/read-evidence.ts';
import { readProvisions } from './law/provisions.ts';
import { type ExhibitSources, planAppendix } from './packet/appendix-plan.ts';
import { buildPacket, fileStatus } from './packet/build-packet.ts';
import { type ComposedPacket, composePacket, type PacketContent } from './packet/compose-packet.ts';
import { type PacketSelection, selectParts, wholePacket } from './packet/parts.ts';
import { type Places, unknownPlaces } from './packet/places.ts';
import { verifyPacket } from './packet/verify-packet.ts';
import type { Clock, Printer, Progress } from './ports.ts';
import { type Fonts, readFonts } from './render/fonts.ts';
import { readTemplates, type Templates } from './render/templates.ts';

export interface Ports {
  readonly printer: Printer;
  readonly clock: Clock;
}

export interface Configuration {
  /** The folder with documents, partials, styles and law. */
  readonly templatesFolder: string;
}

export interface PacketRequest {
  readonly caseFolder: string;
  /** Where the packet goes; its folder is made when it is not there. Without it, beside the caller: see `packetName`. */
  readonly target: string | undefined;
  readonly selection: PacketSelection;
  /** Refuse with FACTS_INCOMPLETE, writing nothing, when a chosen paper lacks a fact. */
  readonly strict: boolean;
}

export interface Running {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What Juli can do, whatever host it runs in. One app lives as long as its host; `close` frees browser and work folder. */
export interface App {
  buildPacket(request: PacketRequest, running: Running): Promise<PacketResult>;
  checkCase(caseFolder: string, papers: readonly PaperId[], running: Running): Promise<Finding[]>;
  verifyPacket(packet: string, evidenceFolder: string, signal: AbortSignal): Promise<VerifyResult>;
  /** JSON Schema (draft 2020-12) of case.json. */
  caseSchema(): object;
  close(): Promise<void>;
}

/** How many evidence files are read at once: enough to keep two cores and the disk busy. */
const readsAtOnce = 4;

export function createApp({ printer, clock }: Ports, { templatesFolder }: Configuration): App {
  const guesses = new Map<string, Places>();
  const house = memoise(() => readHouse(templatesFolder));
  const workFolder = memoise(() => mkdtemp(join(tmpdir(), 'juli-')));
  const evidence = memoise(async () => createEvidenceReader(await workFolder.get()));
  const session = memoise(() => printer.open(new AbortController().signal));

  /** Reads a case and everything its packet is composed of. */
  async function gather(caseFolder: string, selection: PacketSelection, { signal, progress }: Running) {
    const [{ case: file, folder }, { templates, fonts, provisions }, reader] = await Promise.all([
      readCaseFolder(caseFolder),
      house.get(),
      evidence.get(),
    ]);
    signal.throwIfAborted();
    const exhibits = await readExhibits(file.evidence, orderExhibits(file), folder, reader, { signal, progress });
    const parts = selectParts(selection, exhibits.length > 0);
    const content: PacketContent = {
      case: file,
      parts,
      exhibits,
      appendix: parts.includes('appendix') ? planAppendix(exhibits) : [],
      originals: exhibits.flatMap(({ number, title, sources }) =>
        sources.map((source) => ({
          number,
          title,
          path: source.path,
          size: source.size,
          sha256: source.sha256 === '' ? undefined : source.sha256,
          ...fileStatus(source),
        })),
      ),
      templates,
      fonts,
      provisions,
      assetUrl: printer.assetUrl,
    };
    return { folder, content };
  }

  return {
    async buildPacket(request, running) {
      const started = clock.now().getTime();
      // The browser starts while the case is being read.
      const opening = session.get();
      opening.catch(() => session.forget());
      const { folder, content } = await gather(request.caseFolder, request.selection, running);
      if (request.strict) refuseMissingFacts(folder, draftOf(content));
      const target = resolve(request.target ?? packetName(content.case.title));
      const built = await buildPacket(content, await opening, target, {
        ...running,
        guess: guesses.get(folder),
      }).catch(async (cause: unknown): Promise<never> => {
        // A print that was stopped or failed may have taken the browser with it; the next build opens another.
        await (await session.forget())?.close();
        throw cause;
      });
      guesses.set(folder, built.places);
      const { pages, parts, evidence: files, composed } = built;
      const findings = await findingsOf(content, composed, request.selection.papers);
      const durationMs = clock.now().getTime() - started;
      return { packet: target, pages, durationMs, parts, evidence: files, findings };
    },

    async checkCase(caseFolder, papers, running) {
      const { content } = await gather(caseFolder, { ...wholePacket, papers }, running);
      return findingsOf(content, draftOf(content), papers);
    },

    verifyPacket,

    caseSchema: () => z.toJSONSchema(caseFileSchema, { io: 'input', unrepresentable: 'any' }),

    async close() {
      await (await session.forget())?.close();
      await (await evidence.forget())?.close();
      const folder = await workFolder.forget();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The packet before anything is known of its pages: enough to see what is missing. */
function draftOf(content: PacketContent): ComposedPacket {
  return composePacket(content, unknownPlaces, { fixedReferences: false, withAppendix: false });
}

interface House {
  readonly templates: Templates;
  readonly fonts: Fonts;
  readonly provisions: PacketContent['provisions'];
}

async function readHouse(folder: string): Promise<House> {
  const [templates, fonts, provisions] = await Promise.all([
    readTemplates(folder),
    readFonts(),
    readFile(join(folder, 'law/provisions.json'), 'utf8').then((text) => readProvisions(JSON.parse(text))),
  ]);
  return { templates, fonts, provisions };
}

async function readExhibits(
  items: PacketContent['case']['evidence'],
  ordered: ReturnType<typeof orderExhibits>,
  folder: string,
  reader: EvidenceReader,
  { signal, progress }: Running,
): Promise<ExhibitSources[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const files = ordered.flatMap(({ id }) => (byId.get(id)?.files ?? []).map(({ path }) => ({ id, path })));
  let done = 0;
  const sources = await pMap(
    files,
    async ({ id, path }) => {
      const source = await reader.read(folder, path, signal);
      done += 1;
      progress({ label: '读取证据', done, total: files.length });
      return { id, source };
    },
    { concurrency: readsAtOnce },
  );
  return ordered.map((exhibit) => ({
    ...exhibit,
    sources: sources.filter(({ id }) => id === exhibit.id).map(({ source }) => source),
  }));
}

async function findingsOf(
  content: PacketContent,
  draft: ComposedPacket,
  papers: readonly PaperId[],
): Promise<Finding[]> {
  const files = new Map(
    content.exhibits.flatMap(({ sources }) =>
      sources.map((source) => {
        const isMissing = source.content.kind === 'unusable' && source.content.missing;
        const { status, reason } = fileStatus(source);
        return [
          source.path,
          { status: isMissing ? ('missing' as const) : status, ...(reason === undefined ? {} : { reason }) },
        ] as const;
      }),
    ),
  );
  return runChecks({
    case: content.case,
    papers,
    missingFacts: draft.missingFacts.map(({ label, path, document }) => ({ label, path, paper: document })),
    files,
    undrawableCharacters: await content.fonts.missing(draft.html),
  });
}

function refuseMissingFacts(folder: string, draft: ComposedPacket): void {
  const byPath = new Map(draft.missingFacts.map((fact) => [fact.path, fact]));
  if (byPath.size === 0) return;
  throw new AppError('FACTS_INCOMPLETE', {
    file: join(folder, 'case.json'),
    problems: [...byPath.values()].map(({ label, path }) => ({ path, expected: label, found: '未填写' })),
  });
}

/** The file name of a packet that was given none: the case's title without what file systems refuse. */
function packetName(title: string): string {
  return `${title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || '立案材料'}.pdf`;
}

interface Memoised<Value> {
  get(): Promise<Value>;
  /** Resolves to the value, if it was made, and forgets it: the next `get` makes another. */
  forget(): Promise<Value | undefined>;
}

/** A value that is made on first use, once. */
function memoise<Value>(make: () => Promise<Value>): Memoised<Value> {
  let value: Promise<Value> | undefined;
  return {
    get() {
      value ??= make();
      return value;
    },
    async forget() {
      const forgotten = value;
      value = undefined;
      return forgotten?.catch(() => undefined);
    },
  };
}
