import type { PacketResult } from '../../contract/packet-result.ts';
import { exhibitHeading } from '../documents/exhibits.ts';
import type { PrintSession, Progress } from '../ports.ts';
import type { AppendixPage, ExhibitSources } from './appendix-plan.ts';
import { attachManifest } from './attach-manifest.ts';
import type { ComposedPacket } from './compose-packet.ts';
import { setDocumentProperties } from './document-properties.ts';
import { fillSlots } from './fill-slots.ts';
import { type LaidOutPacket, layOutPacket } from './lay-out-packet.ts';
import type { Manifest } from './manifest.ts';
import { addOutline, type OutlineEntry } from './outline.ts';
import { fileStatus, type PacketContent } from './packet-content.ts';
import type { Places } from './places.ts';
import { writePdf } from './write-pdf.ts';

/** A packet as it was written. */
export interface BuiltPacket {
  readonly pages: number;
  readonly parts: PacketResult['parts'];
  readonly evidence: PacketResult['evidence'];
  /** Where everything came to stand: the best guess for the next build of the same case. */
  readonly places: Places;
  readonly composed: ComposedPacket;
}

/** Prints, fills, numbers and writes one packet to `target`. Nothing is left behind when it fails. */
export async function buildPacket(
  content: PacketContent,
  session: PrintSession,
  target: string,
  options: { readonly guess: Places; readonly signal: AbortSignal; readonly progress: Progress },
): Promise<BuiltPacket> {
  const { guess, signal, progress } = options;
  progress({ label: '排版', done: 1, total: 3 });
  const laidOut = await layOutPacket(content, session, guess, signal);
  const { document, composed, places } = laidOut;
  progress({ label: '装入证据', done: 2, total: 3 });
  await fillSlots(document, content.appendix, signal);
  addOutline(document, outlineOf(composed));
  setDocumentProperties(document, { title: content.case.title, date: content.case.date });
  attachManifest(document, manifestOf(content));
  progress({ label: '写出文件', done: 3, total: 3 });
  await writePdf(document.context, target, signal);
  return {
    pages: places.totalPages,
    parts: composed.parts.map(({ id, title, firstPage, pages }) => ({ id, title, firstPage, pages })),
    evidence: content.exhibits.map((exhibit) => evidenceResult(exhibit, content.appendix, laidOut)),
    places,
    composed,
  };
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

function manifestOf({ case: { date }, exhibits }: PacketContent): Manifest {
  return {
    format: 'juli.manifest/1',
    date,
    files: exhibits.flatMap(({ id, number, sources }) =>
      sources.map(({ path, size, sha256 }) => ({ evidence: id, number, path, size, sha256 })),
    ),
  };
}

function evidenceResult(
  { id, number, title, sources }: ExhibitSources,
  appendix: readonly AppendixPage[],
  { composed }: LaidOutPacket,
): PacketResult['evidence'][number] {
  const start = composed.parts.find((part) => part.id === 'appendix')?.firstPage ?? 0;
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
