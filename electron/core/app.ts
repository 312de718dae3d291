import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { AdviceResult } from '../contract/advice-result.ts';
import { AppError } from '../contract/errors.ts';
import type { Finding } from '../contract/finding.ts';
import type { PacketResult } from '../contract/packet-result.ts';
import type { TextsResult } from '../contract/texts-result.ts';
import type { VerifyResult } from '../contract/verify-result.ts';
import { auditPacket } from './audit/audit-packet.ts';
import { draftOf, findingsOf, refuseMissingFacts } from './case-findings.ts';
import { type Case, caseFileSchema } from './cases/case-file.ts';
import { nearestName } from './cases/nearest-name.ts';
import { fileNamePart, type PerClaimant, perClaimant } from './cases/per-claimant.ts';
import { readCaseFolder } from './cases/read-case-folder.ts';
import { choosePapers, type PapersChoice, type PartsChoice } from './choose-papers.ts';
import { createEvidenceReader } from './evidence/read-evidence.ts';
import { channelTexts } from './export/channel-texts.ts';
import { exportDocx, type WrittenPaper, wordContent } from './export/export-docx.ts';
import { readHouse, type TemplateFolders } from './house.ts';
import { advise, suggestedPapers } from './law/advice/advise.ts';
import { checkLaw } from './law/check/check-law.ts';
import type { LawProblem } from './law/check/law-problem.ts';
import type { Law } from './law/law.ts';
import { type LawEntry, listLaw } from './law/list-law.ts';
import { readLawTexts } from './law/read-law-files.ts';
import { memoise } from './memoise.ts';
import { buildPacket } from './packet/build-packet.ts';
import { guessPlaces, printFront } from './packet/lay-out-packet.ts';
import { packetContent, unreadExhibits } from './packet/packet-content.ts';
import { wholePacket } from './packet/parts.ts';
import type { Places } from './packet/places.ts';
import { readExhibits } from './packet/read-exhibits.ts';
import { verifyPacket } from './packet/verify-packet.ts';
import type { Clock, Printer, Progress } from './ports.ts';
import { checkTemplates, type TemplateProblem } from './render/check/check-templates.ts';
import { exampleModels, readExampleCases } from './render/check/example-models.ts';
import { inspectOverlay } from './render/overlay.ts';

export interface Ports {
  readonly printer: Printer;
  readonly clock: Clock;
}

export type StatementLayout = NonNullable<Case['court']['layout']>;

export interface PacketRequest {
  readonly caseFolder: string;
  /**
   * Where the packet goes; its folder is made when it is not there. Without it, beside the caller: see `packetName`.
   * For one packet each, the folder they all go to.
   */
  readonly target: string | undefined;
  readonly selection: PartsChoice;
  /** Refuse with FACTS_INCOMPLETE, writing nothing, when a chosen paper lacks a fact. */
  readonly strict: boolean;
  /** How the statement of claim is laid out; unset means as the case says. */
  readonly layout?: StatementLayout | undefined;
}

export interface WordRequest {
  readonly caseFolder: string;
  readonly targetFolder: string | undefined;
  readonly papers: PapersChoice;
}

export interface Running {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What Juli can do, whatever host it runs in. One app lives as long as its host; `close` frees browser and work folder. */
export interface App {
  buildPacket(request: PacketRequest, running: Running): Promise<PacketResult>;
  /** One packet for each claimant, from the facts and the evidence that all share and those of their own. */
  buildPacketPerClaimant(request: PacketRequest, running: Running): Promise<PacketResult[]>;
  checkCase(caseFolder: string, papers: PapersChoice, running: Running): Promise<Finding[]>;
  /** What is known of a case before a paper is chosen: decisions, deadlines, and which papers to use when. */
  adviseCase(caseFolder: string): Promise<AdviceResult>;
  /** The facts as texts for web forms; of one channel, or of all. */
  caseTexts(caseFolder: string, channel: string | undefined): Promise<TextsResult>;
  exportWord(request: WordRequest, running: Running): Promise<WrittenPaper[]>;
  verifyPacket(packet: string, evidenceFolder: string, signal: AbortSignal): Promise<VerifyResult>;
  listLaw(): Promise<LawEntry[]>;
  checkTemplates(folder: string): Promise<TemplateProblem[]>;
  /** What is wrong with the tables of the law, with file and line. */
  checkLaw(): Promise<LawProblem[]>;
  /** JSON Schema (draft 2020-12) of case.json. */
  caseSchema(): object;
  close(): Promise<void>;
}

interface OpenCase {
  readonly case: Case;
  readonly folder: string;
  /** Tells the packets of one folder apart. */
  readonly key: string;
}

export function createApp({ printer, clock }: Ports, folders: TemplateFolders): App {
  const guesses = new Map<string, Places>();
  const house = memoise(() => readHouse(folders, printer));
  const workFolder = memoise(() => mkdtemp(join(tmpdir(), 'juli-')));
  const evidence = memoise(async () => createEvidenceReader(await workFolder.get()));
  const session = memoise(() => printer.open(new AbortController().signal));

  async function openCase(caseFolder: string): Promise<OpenCase> {
    const opened = await readCaseFolder(caseFolder);
    return { ...opened, key: opened.folder };
  }

  /** What the packet of a case is composed of, as far as that is known without its evidence. */
  async function prepare({ case: file, folder }: OpenCase, choice: PartsChoice) {
    const [rooms, reader] = await Promise.all([house.get(), evidence.get()]);
    const unread = unreadExhibits(file);
    const papers = choosePapers(file, choice.papers, (subject) => suggestedPapers(subject, rooms.law));
    const selection = { ...choice, papers };
    // A paper may speak of the others, so the case says which there are, whoever chose them.
    const subject = { ...file, papers };
    return {
      papers,
      front: packetContent(subject, selection, unread, rooms),
      readEvidence: async (running: Running) =>
        packetContent(subject, selection, await readExhibits(unread, folder, reader, running), rooms),
    };
  }

  async function build(
    opened: OpenCase,
    target: string,
    { selection, strict }: PacketRequest,
    running: Running,
  ): Promise<PacketResult> {
    const started = clock.now().getTime();
    // The browser starts while the case is being read.
    const opening = session.get();
    opening.catch(() => session.forget());
    const { papers, front, readEvidence } = await prepare(opened, selection);
    running.signal.throwIfAborted();
    if (strict) refuseMissingFacts(opened.folder, draftOf(front));
    const known = guesses.get(opened.key);
    try {
      // The papers are laid out while the evidence is read.
      const [content, frontPlaces] = await Promise.all([
        readEvidence(running),
        known ?? opening.then((open) => printFront(front, open, running.signal)),
      ]);
      const open = await opening;
      const guess = known ?? (await guessPlaces(content, open, frontPlaces, running.signal));
      const built = await buildPacket(content, open, target, { ...running, guess });
      guesses.set(opened.key, built.places);
      const { pages, parts, evidence: files, composed } = built;
      const [audited, checked] = await Promise.all([
        auditPacket(target, content, composed, running.signal).catch(async (cause: unknown) => {
          await rm(target, { force: true });
          throw cause;
        }),
        findingsOf(content, composed, papers),
      ]);
      const durationMs = clock.now().getTime() - started;
      return { packet: target, pages, durationMs, parts, evidence: files, findings: [...audited, ...checked] };
    } catch (cause) {
      // A print that was stopped or failed may have taken the browser with it; the next build opens another.
      await (await session.forget())?.close();
      throw cause;
    }
  }

  return {
    async buildPacket(request, running) {
      const opened = await openCase(request.caseFolder).then((one) => laidOut(one, request.layout));
      return build(opened, resolve(request.target ?? packetName(opened.case.title)), request, running);
    },

    async buildPacketPerClaimant(request, running) {
      const opened = await openCase(request.caseFolder).then((one) => laidOut(one, request.layout));
      const results: PacketResult[] = [];
      for (const part of perClaimant(opened.case)) {
        const { case: file, fileName, number, pathInWhole } = part;
        const own = { case: file, folder: opened.folder, key: `${opened.key}#${number}` };
        const result = await build(own, resolve(request.target ?? '.', fileName), request, running);
        const findings = result.findings.map((finding) => ({ ...finding, path: pathInWhole(finding.path) }));
        results.push({ ...result, findings: [...findings, ...borrowedEvidence(opened.case, part)] });
      }
      return results;
    },

    async checkCase(caseFolder, choice, running) {
      const opened = await openCase(caseFolder);
      const { papers, readEvidence } = await prepare(opened, { ...wholePacket, papers: choice });
      const content = await readEvidence(running);
      return findingsOf(content, draftOf(content), papers);
    },

    async adviseCase(caseFolder) {
      const [{ case: file }, { law }] = await Promise.all([openCase(caseFolder), house.get()]);
      return advise(file, law);
    },

    async caseTexts(caseFolder, channel) {
      const [{ case: file }, { law }] = await Promise.all([openCase(caseFolder), house.get()]);
      refuseUnknownChannel(law, channel);
      return { title: file.title, channels: channelTexts(file, law, channel) };
    },

    async exportWord({ caseFolder, targetFolder, papers }, running) {
      const opened = await openCase(caseFolder);
      const { front } = await prepare(opened, { ...wholePacket, papers });
      const content = wordContent(front);
      return exportDocx(
        {
          folder: resolve(targetFolder ?? `${packetName(opened.case.title).replace(/\.pdf$/, '')}-Word`),
          sections: draftOf(content).sections,
          stylesheet: content.templates.styles,
          date: opened.case.date,
        },
        running,
      );
    },

    verifyPacket,

    async listLaw() {
      return listLaw((await house.get()).law);
    },

    async checkTemplates(folder) {
      const { law } = await house.get();
      const cases = await readExampleCases(folders.templatesFolder);
      return checkTemplates(folders.templatesFolder, folder, exampleModels(cases, law));
    },

    async checkLaw() {
      const { files, problems } = await inspectOverlay(folders.templatesFolder, folders.ownTemplates);
      // A table under a name that is not read would be left out without a word.
      const misplaced = problems.filter(({ path }) => path.endsWith('.json') || path.startsWith('law/'));
      return [
        ...misplaced.map(({ path, ...found }) => ({ file: path.replace(/^law\//, ''), line: 1, path: '$', ...found })),
        ...checkLaw(await readLawTexts(files)),
      ];
    },

    caseSchema: () => z.toJSONSchema(caseFileSchema, { io: 'input', unrepresentable: 'any' }),

    async close() {
      await (await session.forget())?.close();
      await (await evidence.forget())?.close();
      const folder = await workFolder.forget();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function laidOut(opened: OpenCase, layout: StatementLayout | undefined): OpenCase {
  if (layout === undefined) return opened;
  return { ...opened, case: { ...opened.case, court: { ...opened.case.court, layout } } };
}

/** Evidence of another claimant goes along where a text of this one names it: whoever files it should know. */
function borrowedEvidence(whole: Case, { borrowedEvidence: borrowed, name }: PerClaimant): Finding[] {
  return whole.evidence.flatMap(({ id, title }, index) =>
    borrowed.includes(id)
      ? [
          {
            id: 'claimant.borrowed-evidence',
            severity: 'hint',
            path: `evidence[${index}].claimant`,
            message: `“${title}”是其他投诉人的证据，因为正文引用了它，也收进了${name ?? '这名投诉人'}的材料。提交前请确认对方同意；不需要的，请改写引用它的文字。`,
          },
        ]
      : [],
  );
}

function refuseUnknownChannel({ channels: { channels } }: Law, channel: string | undefined): void {
  const known = channels.map(({ id }) => id);
  if (channel === undefined || known.includes(channel)) return;
  const nearest = nearestName(channel, known);
  const hint = nearest === undefined ? '' : `，最接近的是 ${nearest}`;
  throw new AppError('USAGE', { detail: `没有名为 ${channel} 的渠道${hint}；可选：${known.join('、')}` });
}

const mostBytesOfPacketName = 200;

/** The file name of a packet that was given none: the case's title without what file systems refuse. */
function packetName(title: string): string {
  return `${fileNamePart(title, mostBytesOfPacketName) || '立案材料'}.pdf`;
}
