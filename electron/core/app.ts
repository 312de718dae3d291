import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { Finding } from '../contract/finding.ts';
import type { PacketResult } from '../contract/packet-result.ts';
import type { VerifyResult } from '../contract/verify-result.ts';
import { caseFileSchema } from './cases/case-file.ts';
import { readCaseFolder } from './cases/read-case-folder.ts';
import { runChecks } from './checks/run-checks.ts';
import type { PaperId } from './documents/paper.ts';
import { createEvidenceReader } from './evidence/read-evidence.ts';
import { readProvisions } from './law/provisions.ts';
import { buildPacket } from './packet/build-packet.ts';
import { type ComposedPacket, composePacket } from './packet/compose-packet.ts';
import { guessPlaces, printFront } from './packet/lay-out-packet.ts';
import { fileStatus, type House, type PacketContent, packetContent, unreadExhibits } from './packet/packet-content.ts';
import { type PacketSelection, wholePacket } from './packet/parts.ts';
import { type Places, unknownPlaces } from './packet/places.ts';
import { readExhibits } from './packet/read-exhibits.ts';
import { verifyPacket } from './packet/verify-packet.ts';
import type { Clock, Printer, Progress } from './ports.ts';
import { readFonts } from './render/fonts.ts';
import { readTemplates } from './render/templates.ts';

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

export function createApp({ printer, clock }: Ports, { templatesFolder }: Configuration): App {
  const guesses = new Map<string, Places>();
  const house = memoise(() => readHouse(templatesFolder, printer));
  const workFolder = memoise(() => mkdtemp(join(tmpdir(), 'juli-')));
  const evidence = memoise(async () => createEvidenceReader(await workFolder.get()));
  const session = memoise(() => printer.open(new AbortController().signal));

  /** Reads a case, and what its packet is composed of as far as that is known without its evidence. */
  async function openCase(caseFolder: string, selection: PacketSelection, { signal }: Running) {
    const [{ case: file, folder }, rooms, reader] = await Promise.all([
      readCaseFolder(caseFolder),
      house.get(),
      evidence.get(),
    ]);
    signal.throwIfAborted();
    const unread = unreadExhibits(file);
    return {
      folder,
      front: packetContent(file, selection, unread, rooms),
      readEvidence: async (running: Running) =>
        packetContent(file, selection, await readExhibits(unread, folder, reader, running), rooms),
    };
  }

  return {
    async buildPacket(request, running) {
      const started = clock.now().getTime();
      // The browser starts while the case is being read.
      const opening = session.get();
      opening.catch(() => session.forget());
      const { folder, front, readEvidence } = await openCase(request.caseFolder, request.selection, running);
      if (request.strict) refuseMissingFacts(folder, draftOf(front));
      const target = resolve(request.target ?? packetName(front.case.title));
      const known = guesses.get(folder);
      try {
        // The papers are laid out while the evidence is read.
        const [content, frontPlaces] = await Promise.all([
          readEvidence(running),
          known ?? opening.then((open) => printFront(front, open, running.signal)),
        ]);
        const open = await opening;
        const guess = known ?? (await guessPlaces(content, open, frontPlaces, running.signal));
        const built = await buildPacket(content, open, target, { ...running, guess });
        guesses.set(folder, built.places);
        const { pages, parts, evidence: files, composed } = built;
        const findings = await findingsOf(content, composed, request.selection.papers);
        const durationMs = clock.now().getTime() - started;
        return { packet: target, pages, durationMs, parts, evidence: files, findings };
      } catch (cause) {
        // A print that was stopped or failed may have taken the browser with it; the next build opens another.
        await (await session.forget())?.close();
        throw cause;
      }
    },

    async checkCase(caseFolder, papers, running) {
      const { readEvidence } = await openCase(caseFolder, { ...wholePacket, papers }, running);
      const content = await readEvidence(running);
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

async function readHouse(folder: string, { assetUrl }: Printer): Promise<House> {
  const [templates, fonts, provisions] = await Promise.all([
    readTemplates(folder),
    readFonts(),
    readFile(join(folder, 'law/provisions.json'), 'utf8').then((text) => readProvisions(JSON.parse(text))),
  ]);
  return { templates, fonts, provisions, assetUrl };
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
