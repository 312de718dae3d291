import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { AdviceResult } from '../contract/advice-result.ts';
import { type Case, caseFileSchema } from '../contract/case/case-file.ts';
import { AppError } from '../contract/errors.ts';
import { defaultLimits, type EvidenceLimits } from '../contract/evidence-limits.ts';
import type { Finding } from '../contract/finding.ts';
import type { PacketForm } from '../contract/packet-form.ts';
import type { PacketResult } from '../contract/packet-result.ts';
import type { TextsResult } from '../contract/texts-result.ts';
import { createBreath } from './breath.ts';
import { draftOf, type FileStates, findingsCalmly, findingsOf } from './case-findings.ts';
import { type CaseSources, createCaseSources } from './case-source.ts';
import { nearestName } from './cases/nearest-name.ts';
import type { PapersChoice, PartsChoice } from './choose-papers.ts';
import { createEvidenceWork, type EvidenceWork } from './evidence-work.ts';
import type { WrittenPaper } from './export/export-docx.ts';
import type { LeftOut } from './export/exported-case.ts';
import { readHouse, readTolerantHouse, type TemplateFolders } from './house.ts';
import { advise } from './law/advice/advise.ts';
import { checkLaw } from './law/check/check-law.ts';
import type { LawProblem } from './law/check/law-problem.ts';
import type { Law } from './law/law.ts';
import type { LawEntry } from './law/list-law.ts';
import { readLawTexts } from './law/read-law-files.ts';
import { memoise } from './memoise.ts';
import type { House } from './packet/packet-content.ts';
import { wholePacket } from './packet/parts.ts';
import { createPacketBuilder, type PacketOrder } from './packet-builder.ts';
import { packetName } from './packet-name.ts';
import { createPagePrinter } from './page-printer.ts';
import type { Clock, Media, OfficeConverter, Printer, Running } from './ports.ts';
import { type OpenCase, prepareCase } from './prepared-case.ts';
import { asPrinted } from './redaction/redacted-case.ts';
import type { TemplateProblem } from './render/check/check-templates.ts';
import { inspectOverlay } from './render/overlay.ts';
import { readTemplates } from './render/templates.ts';
import { unlockEvidence } from './unlock-evidence.ts';
import { createVerification, type Verification } from './verification.ts';

export interface Ports {
  readonly printer: Printer;
  readonly clock: Clock;
  readonly media?: Media | undefined;
  readonly office?: (() => OfficeConverter | undefined) | undefined;
  /** What evidence is read at most; the limits the program comes with where nobody can set any. */
  readonly limits?: () => EvidenceLimits;
}

/** A case is named (see CaseSources), or was opened already. */
export type CaseSource = string | OpenCase;

export type StatementLayout = NonNullable<Case['court']['layout']>;

export interface PacketRequest extends PacketOrder {
  readonly case: CaseSource;
  /**
   * Where the packet goes; its folder is made when it is not there. Without it, beside the caller: see `packetName`.
   * For one packet each, the folder they all go to.
   */
  readonly target: string | undefined;
  /** What opens PDFs of the case, by their paths in it. Kept in memory only. */
  readonly passwords?: ReadonlyMap<string, string> | undefined;
  /** How the statement of claim is laid out; unset means as the case says. */
  readonly layout?: StatementLayout | undefined;
}

export interface WordRequest {
  readonly case: CaseSource;
  readonly targetFolder: string | undefined;
  readonly papers: PapersChoice;
}

export interface CaseExportRequest {
  readonly case: string;
  /** One `.juli` file, or a folder as the command line reads it. */
  readonly form: 'juli' | 'folder';
  readonly target: string;
}

/** What Juli can do, whatever host it runs in. One app lives as long as its host; `close` frees browser and work folder. */
export interface App extends Verification {
  buildPacket(request: PacketRequest, running: Running): Promise<PacketResult>;
  /** One packet for each claimant, from the facts and the evidence that all share and those of their own. */
  buildPacketPerClaimant(request: PacketRequest, running: Running): Promise<PacketResult[]>;
  readonly proposeRedactions: EvidenceWork['proposeRedactions'];
  /** Whether `password` opens a PDF of the case; if so, it is read with it until the program ends. */
  unlockEvidence(source: OpenCase, path: string, password: string, signal?: AbortSignal): Promise<boolean>;
  checkCase(source: CaseSource, papers: PapersChoice, running: Running): Promise<Finding[]>;
  /** The same without reading any evidence, for a case whose files are known: quick enough to follow typing. */
  checkKnownFiles(source: OpenCase, files: FileStates): Promise<Finding[]>;
  /** What is known of a case before a paper is chosen: decisions, deadlines, and which papers to use when. */
  adviseCase(source: CaseSource): Promise<AdviceResult>;
  /** The facts as texts for web forms; of one channel, or of all. */
  caseTexts(source: CaseSource, channel: string | undefined): Promise<TextsResult>;
  exportWord(request: WordRequest, running: Running): Promise<WrittenPaper[]>;
  /** The case with its originals, to be taken elsewhere. Resolves to the files that are not there any more. */
  exportCase(request: CaseExportRequest, running: Running): Promise<LeftOut[]>;
  importCase: CaseSources['import'];
  addEvidence: CaseSources['add'];
  /** Those of the data folder, the last touched first. */
  listCases: CaseSources['list'];
  listLaw(): Promise<LawEntry[]>;
  /** Templates, fonts and tables of the law, as every paper is made with them. */
  house(): Promise<House>;
  /** Reads them again with the next request: templates of one's own have changed. */
  reloadTemplates(): Promise<void>;
  checkTemplates(folder: string): Promise<TemplateProblem[]>;
  /** What is wrong with the tables of the law, with file and line. */
  checkLaw(): Promise<LawProblem[]>;
  /** JSON Schema (draft 2020-12) of case.json. */
  caseSchema(): object;
  close(): Promise<void>;
}

export interface AppFolders extends TemplateFolders {
  /** Where cases named by their id are; only for an app that has it to itself. */
  readonly dataFolder?: string | undefined;
  /** `ownTemplates` are what a data folder happens to hold, not what somebody asked for; see readTolerantHouse. */
  readonly isTolerant?: boolean;
}

/** What only some requests need is loaded with the first of them: a command line asks for one thing and ends. */
export function createApp(
  { printer, clock, media, office, limits = () => defaultLimits }: Ports,
  { dataFolder, isTolerant = false, ...folders }: AppFolders,
): App {
  const houses = new Map<string | undefined, Promise<House>>();
  const workFolder = memoise(() => mkdtemp(join(tmpdir(), 'juli-')));
  const session = memoise(() => printer.open(new AbortController().signal));
  const evidence = createEvidenceWork(workFolder.get, {
    limits,
    printPages: createPagePrinter(houseOf, session),
    media,
    office,
  });
  const prepare = async (opened: OpenCase, choice: PartsChoice, form?: PacketForm) =>
    prepareCase(opened, choice, form, await houseOf(opened), evidence.reader, evidence.redactor);
  const packets = createPacketBuilder({ session, clock, redactor: evidence.redactor }, prepare);
  const sources = createCaseSources({ clock, dataFolder, workFolder: workFolder.get });

  /** Templates that were asked for by name go before those that come with a case. */
  function houseOf(opened?: OpenCase): Promise<House> {
    const ownTemplates = folders.ownTemplates ?? opened?.ownTemplates;
    const known = houses.get(ownTemplates);
    if (known !== undefined) return known;
    const isAskedFor = ownTemplates === folders.ownTemplates && !isTolerant;
    const read = (isAskedFor ? readHouse : readTolerantHouse)({ ...folders, ownTemplates }, printer);
    houses.set(ownTemplates, read);
    // A file that stood in the way may have been taken away by the next time.
    read.catch(() => houses.delete(ownTemplates));
    return read;
  }

  async function openWithLaw(source: CaseSource): Promise<{ file: Case; law: Law }> {
    const opened = await openCase(source, unwatched);
    return { file: opened.case, law: (await houseOf(opened)).law };
  }

  async function openCase(source: CaseSource, running: Running, layout?: StatementLayout): Promise<OpenCase> {
    const opened = typeof source === 'string' ? await sources.open(source, running) : source;
    if (layout === undefined) return opened;
    return { ...opened, case: { ...opened.case, court: { ...opened.case.court, layout } } };
  }

  return {
    async buildPacket({ case: source, target, layout, passwords, ...order }, running) {
      const whole = await openCase(source, running, layout);
      if (passwords !== undefined) await unlockEvidence(whole, passwords, await evidence.reader(), running.signal);
      const opened = asPrinted(whole, order.form);
      return packets.build(opened, resolve(target ?? packetName(opened.case.title, order.form)), order, running);
    },

    async buildPacketPerClaimant({ case: source, target, layout, passwords, ...order }, running) {
      const whole = await openCase(source, running, layout);
      if (passwords !== undefined) await unlockEvidence(whole, passwords, await evidence.reader(), running.signal);
      const opened = asPrinted(whole, order.form);
      return packets.buildPerClaimant(opened, resolve(target ?? '.'), order, running);
    },

    proposeRedactions: evidence.proposeRedactions,

    async unlockEvidence(opened, path, password, signal = unwatched.signal) {
      return (await evidence.reader()).unlock(opened.fileOf(path), password, signal);
    },

    async checkCase(source, choice, running) {
      const opened = await openCase(source, running);
      const { papers, readEvidence } = await prepare(opened, { ...wholePacket, papers: choice });
      const content = await readEvidence(running);
      return findingsOf(content, draftOf(content), papers);
    },

    async checkKnownFiles(opened, files) {
      const { papers, front } = await prepare(opened, { ...wholePacket, papers: undefined });
      try {
        return await findingsCalmly(front, papers, files, createBreath());
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code !== 'TEMPLATE_INVALID') throw cause;
        // What is to be found in a case does not hang on how it is printed: a broken template hides no finding.
        const templates = await readTemplates(folders.templatesFolder);
        return findingsCalmly({ ...front, templates }, papers, files, createBreath());
      }
    },

    house: () => houseOf(),

    async reloadTemplates() {
      houses.clear();
    },

    async adviseCase(source) {
      const { file, law } = await openWithLaw(source);
      return advise(file, law);
    },

    async caseTexts(source, channel) {
      const { file, law } = await openWithLaw(source);
      refuseUnknownChannel(law, channel);
      const { channelTexts } = await import('./export/channel-texts.ts');
      return { title: file.title, channels: channelTexts(file, law, channel) };
    },

    async exportWord({ case: source, targetFolder, papers }, running) {
      const opened = await openCase(source, running);
      const [{ front }, { exportDocx, wordContent }] = await Promise.all([
        prepare(opened, { ...wholePacket, papers }),
        import('./export/export-docx.ts'),
      ]);
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

    async exportCase({ case: source, form, target }, running) {
      const [exported, { exportWhatIsThere }] = await Promise.all([
        sources.toExport(source, running),
        import('./export/exported-case.ts'),
      ]);
      const { writeCase } = await import('./export/write-case.ts');
      return exportWhatIsThere(exported, (present) => writeCase(present, form, resolve(target), running));
    },

    importCase: sources.import,
    addEvidence: sources.add,
    listCases: sources.list,
    ...createVerification((source) => openCase(source, unwatched)),

    async listLaw() {
      const [{ law }, { listLaw }] = await Promise.all([houseOf(), import('./law/list-law.ts')]);
      return listLaw(law);
    },

    async checkTemplates(folder) {
      const [{ law }, { checkTemplates }, { exampleModels, readExampleCases }] = await Promise.all([
        houseOf(),
        import('./render/check/check-templates.ts'),
        import('./render/check/example-models.ts'),
      ]);
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
      await Promise.all([packets.close(), sources.close()]);
      await evidence.close();
      const folder = await workFolder.forget();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** For what takes no longer than reading the case. */
const unwatched: Running = { signal: new AbortController().signal, progress: () => undefined };

function refuseUnknownChannel({ channels: { channels } }: Law, channel: string | undefined): void {
  const known = channels.map(({ id }) => id);
  if (channel === undefined || known.includes(channel)) return;
  const nearest = nearestName(channel, known);
  const hint = nearest === undefined ? '' : `，最接近的是 ${nearest}`;
  throw new AppError('USAGE', { detail: `没有名为 ${channel} 的渠道${hint}；可选：${known.join('、')}` });
}
