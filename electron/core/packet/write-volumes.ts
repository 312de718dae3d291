import { rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { PDFDocument } from 'pdf-lib';
import type { PacketResult } from '../../contract/packet-result.ts';
import { volumeOf } from '../documents/bound/inserted-sheets.ts';
import type { Running } from '../ports.ts';
import { setDocumentProperties } from './document-properties.ts';
import { extractVolume } from './extract-volume.ts';
import { addOutline, type OutlineEntry } from './outline.ts';
import { partTitle } from './parts.ts';
import type { Volume, VolumeEntry } from './volumes.ts';
import { writePdf } from './write-pdf.ts';

/** A volume as it was written. */
export interface WrittenVolume {
  readonly volume: PacketResult['volumes'][number];
  readonly bytes: number;
}

/**
 * Writes each volume of the filled packet to a file of its own, "材料-第1册.pdf" beside "材料.pdf". All or none: what was
 * written is taken away again when one fails. `finish` puts in what every volume carries.
 */
export async function writeVolumes(
  whole: PDFDocument,
  volumes: readonly Volume[],
  properties: { readonly title: string; readonly date: string },
  target: string,
  { finish, signal, progress }: { finish(document: PDFDocument): void } & Running,
): Promise<WrittenVolume[]> {
  const written: WrittenVolume[] = [];
  try {
    for (const volume of volumes) {
      progress({ label: '写出文件', done: volume.number, total: volumes.length });
      signal.throwIfAborted();
      const { number, firstPage, pages } = volume;
      const document = await extractVolume(whole, volume);
      const title = `${properties.title}（${volumeOf(number, volumes.length)}）`;
      addOutline(document, volumeOutline(volume, volumes.length));
      setDocumentProperties(document, { ...properties, title, firstPage });
      finish(document);
      const packet = volumePath(target, number);
      await writePdf(document.context, packet, signal);
      written.push({ volume: { packet, firstPage, pages }, bytes: (await stat(packet)).size });
    }
    return written;
  } catch (cause) {
    await removeVolumes(written);
    throw cause;
  }
}

export async function removeVolumes(written: readonly WrittenVolume[]): Promise<void> {
  await Promise.all(written.map(({ volume }) => rm(volume.packet, { force: true })));
}

function volumePath(target: string, number: number): string {
  const extension = extname(target);
  return join(dirname(target), `${basename(target, extension)}-第${number}册${extension}`);
}

/** What stands in the volume, its own pages counted from 1. Exhibits that go on in it stand under their part again. */
function volumeOutline({ number, firstPage, titleSheets, entries }: Volume, count: number): OutlineEntry[] {
  const place = ({ title, page }: Pick<VolumeEntry, 'title' | 'page'>, children: readonly OutlineEntry[]) => ({
    title,
    page: page - firstPage + 1,
    children,
  });
  const parts: { readonly entry: Pick<VolumeEntry, 'title' | 'page'>; readonly exhibits: OutlineEntry[] }[] = [];
  for (const entry of entries) {
    if (!entry.isExhibit) {
      parts.push({ entry, exhibits: [] });
      continue;
    }
    // Of what is on these pages only the appendix has exhibits; in a later volume it has begun before.
    if (parts.length === 0) parts.push({ entry: { title: partTitle('appendix'), page: entry.page }, exhibits: [] });
    parts.at(-1)?.exhibits.push(place(entry, []));
  }
  const title = titleSheets === 0 ? [] : [place({ title: volumeOf(number, count), page: firstPage }, [])];
  return [...title, ...parts.map(({ entry, exhibits }) => place(entry, exhibits))];
}
