import type { PDFDocument } from 'pdf-lib';
import type { PacketResult } from '../../contract/packet-result.ts';
import { exhibitHeading } from '../documents/exhibits.ts';
import { attachManifest } from '../integrity/attach-manifest.ts';
import { makeManifest } from '../integrity/make-manifest.ts';
import type { PrintSession, Progress } from '../ports.ts';
import type { ExhibitSources } from './appendix-plan.ts';
import type { ComposedPacket } from './compose-packet.ts';
import { setDocumentProperties } from './document-properties.ts';
import { fillSlots } from './fill-slots.ts';
import { fitBudget } from './fit-budget.ts';
import { layOutPacket } from './lay-out-packet.ts';
import { addOutline, type OutlineEntry } from './outline.ts';
import { fileStatus, type PacketContent } from './packet-content.ts';
import type { Places } from './places.ts';
import { tooLarge } from './volume-findings.ts';
import { weighSheets } from './weigh-sheets.ts';
import { writePdf } from './write-pdf.ts';
import { removeVolumes, type WrittenVolume, writeVolumes } from './write-volumes.ts';

/** A packet as it was written. */
export interface BuiltPacket {
  readonly pages: number;
  readonly volumes: PacketResult['volumes'];
  readonly parts: PacketResult['parts'];
  readonly evidence: PacketResult['evidence'];
  /** What was done to it that whoever files it must know. */
  readonly findings: PacketResult['findings'];
  /** Where everything came to stand: the best guess for the next build of the same case. */
  readonly places: Places;
  readonly composed: ComposedPacket;
}

/** How a build is told what is known, stopped and watched. */
export interface BuildOptions {
  readonly guess: Places;
  /** The most sheets of the appendix that are printed in one document; unset for what Chromium takes well. */
  readonly mostSheets?: number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Volumes that came out larger than they may be are planned again by what they weighed, so many times. */
const mostPlans = 3;

/** Prints, fills, numbers and writes one packet to `target`. Nothing is left behind when it fails. */
export async function buildPacket(
  content: PacketContent,
  session: PrintSession,
  target: string,
  options: BuildOptions,
): Promise<BuiltPacket> {
  const { megabytes } = content.form.volumes ?? {};
  const mostBytes = (megabytes ?? Number.POSITIVE_INFINITY) * 1_000_000;
  let planned = megabytes === undefined ? content : { ...content, weights: await weighSheets(content.appendix) };
  for (let plan = 1; ; plan += 1) {
    const { built, written } = await buildOnce(planned, session, target, options);
    const largest = Math.max(0, ...written.map(({ bytes }) => bytes));
    if (largest <= mostBytes || plan === mostPlans || planned.weights === undefined) {
      return { ...built, findings: [...built.findings, ...tooLarge(built.volumes, written, content.form)] };
    }
    await removeVolumes(written);
    const factor = (1.02 * largest) / mostBytes;
    planned = { ...planned, weights: planned.weights.map((weight) => weight * factor) };
  }
}

async function buildOnce(
  content: PacketContent,
  session: PrintSession,
  target: string,
  { guess, mostSheets, signal, progress }: BuildOptions,
): Promise<{ built: BuiltPacket; written: readonly WrittenVolume[] }> {
  progress({ label: '排版', done: 1, total: 3 });
  const { document, composed, places } = await layOutPacket(content, session, guess, signal, mostSheets);
  progress({ label: '装入证据', done: 2, total: 3 });
  const filled = await fillSlots(document, content.appendix, signal);
  const { form, workFolder } = content;
  const findings =
    form.budget === undefined || workFolder === undefined
      ? []
      : await fitBudget(
          document.context,
          filled,
          content.appendix,
          { megabytes: form.budget, workFolder },
          { signal, progress },
        );
  progress({ label: '写出文件', done: 3, total: 3 });
  const { title, date } = content.case;
  const finish = (file: PDFDocument) => attachManifest(file, makeManifest({ ...content, date }));
  const { volumes } = composed.binding;
  const built = {
    pages: places.totalPages,
    parts: composed.parts.map(({ id, title: part, firstPage, pages }) => ({ id, title: part, firstPage, pages })),
    evidence: content.exhibits.map((exhibit) => evidenceResult(exhibit, composed)),
    findings,
    places,
    composed,
  };
  if (volumes.length > 1) {
    const written = await writeVolumes(document, volumes, { title, date }, target, { finish, signal, progress });
    return { built: { ...built, volumes: written.map(({ volume }) => volume) }, written };
  }
  addOutline(document, outlineOf(composed));
  setDocumentProperties(document, { title, date });
  finish(document);
  await writePdf(document.context, target, signal);
  return { built: { ...built, volumes: [{ packet: target, firstPage: 1, pages: places.totalPages }] }, written: [] };
}

function outlineOf({ parts, exhibits }: ComposedPacket): OutlineEntry[] {
  return parts.map(({ id, title, firstPage }) => ({
    title,
    page: firstPage,
    children:
      id === 'appendix'
        ? [...exhibits.values()].map((exhibit) => ({
            title: exhibitHeading(exhibit),
            page: exhibit.firstPage,
            children: [],
          }))
        : [],
  }));
}

function evidenceResult(
  { id, number, title, sources }: ExhibitSources,
  { parts, binding: { appendix } }: ComposedPacket,
): PacketResult['evidence'][number] {
  const start = parts.find((part) => part.id === 'appendix')?.firstPage ?? 0;
  return {
    id,
    number,
    title,
    files: sources.map((source, file) => {
      const pages = appendix.filter((page) => page.exhibit === number && page.cells.some((cell) => cell.file === file));
      return {
        path: source.path,
        sha256: source.sha256,
        ...fileStatus(source),
        firstPage: pages[0] === undefined ? 0 : start + pages[0].index,
        pages: pages.length,
      };
    }),
  };
}
