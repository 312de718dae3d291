import type { EvidenceFile } from '../../../contract/case/case-file.ts';
import { timeCodeOf } from '../../../contract/case/time-codes.ts';
import { escapeHtml } from '../../render/inline-html.ts';

/** What of a recording goes on paper. */
export interface RecordingPaper {
  readonly heading: string;
  readonly rows: readonly FactRow[];
  /** What a reader must know before the pictures; each a sentence. */
  readonly notes: readonly string[];
  readonly frames: readonly FrameGroup[];
  readonly transcript: NonNullable<EvidenceFile['transcript']>;
}

export interface FactRow {
  readonly label: string;
  readonly value: string;
}

export interface FrameGroup {
  readonly heading: string;
  /** Moments that were chosen: half the width of the sheet or all of it. */
  readonly isLarge: boolean;
  readonly isTall: boolean;
  readonly frames: readonly Frame[];
}

export interface Frame {
  /** Seconds from the beginning. */
  readonly at: number;
  /** Unset where nothing could be seen. */
  readonly jpeg: Uint8Array | undefined;
}

interface Section {
  readonly html: string;
  /** How many pictures it has. */
  readonly weight: number;
}

/** Pictures in a section, and in a document: with hundreds of marks, one document would not fit into memory. */
const framesInSection = 12;
const framesInDocument = 24;

/** The bodies of the documents to print, in order: one, or where there are very many pictures several. */
export function recordingBodies({ heading, rows, notes, frames, transcript }: RecordingPaper): string[] {
  const sections: Section[] = [
    { html: factSection(heading, rows, notes), weight: 0 },
    ...frames.flatMap(frameSections),
    ...(transcript.length === 0 ? [] : [{ html: transcriptSection(transcript), weight: 0 }]),
  ];
  const documents: { html: string; weight: number }[] = [];
  for (const { html, weight } of sections) {
    const open = documents.at(-1);
    if (open === undefined || open.weight + weight > framesInDocument) documents.push({ html, weight });
    else Object.assign(open, { html: `${open.html}\n${html}`, weight: open.weight + weight });
  }
  return documents.map(({ html }) => `<article class="recording">\n${html}\n</article>`);
}

function factSection(heading: string, rows: readonly FactRow[], notes: readonly string[]): string {
  const facts = rows.map(
    ({ label, value }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${inLines(value)}</td></tr>`,
  );
  return [
    `<h1>${escapeHtml(heading)}</h1>`,
    `<table class="ruled recording-facts"><tbody>${facts.join('')}</tbody></table>`,
    `<div class="recording-notes">${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</div>`,
  ].join('\n');
}

function frameSections({ heading, isLarge, isTall, frames }: FrameGroup): Section[] {
  const shape = `${isLarge ? 'recording-large' : 'recording-small'} ${isTall ? 'recording-tall' : 'recording-wide'}`;
  const sections: Section[] = [];
  for (let start = 0; start < frames.length; start += framesInSection) {
    const part = frames.slice(start, start + framesInSection);
    const head = start === 0 ? `<h2>${escapeHtml(heading)}</h2>\n` : '';
    const html = `${head}<div class="recording-frames ${shape}">\n${part.map(figure).join('\n')}\n</div>`;
    sections.push({ html, weight: part.length });
  }
  return sections;
}

function figure({ at, jpeg }: Frame): string {
  const code = timeCodeOf(at);
  const shown =
    jpeg === undefined
      ? '<p class="recording-unseen">这一时刻的画面未能读出</p>'
      : `<img src="data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}" alt="${code} 的画面">`;
  return `<figure>${shown}<figcaption>${code}</figcaption></figure>`;
}

function transcriptSection(transcript: RecordingPaper['transcript']): string {
  const hasTimes = transcript.some(({ at }) => at !== undefined);
  const hasSpeakers = transcript.some(({ speaker }) => speaker !== undefined);
  const cell = (isThere: boolean, kind: string, text: string) =>
    isThere ? `<td class="recording-${kind}">${escapeHtml(text)}</td>` : '';
  const head = (isThere: boolean, kind: string, text: string) =>
    isThere ? `<th scope="col" class="recording-${kind}">${text}</th>` : '';
  const rows = transcript.map(({ at, speaker, text }) => {
    return `<tr>${cell(hasTimes, 'time', at ?? '')}${cell(hasSpeakers, 'speaker', speaker ?? '')}<td>${inLines(text)}</td></tr>`;
  });
  const heads = `${head(hasTimes, 'time', '时间')}${head(hasSpeakers, 'speaker', '说话人')}<th scope="col">内容</th>`;
  return [
    '<h2>文字整理</h2>',
    '<p class="recording-caption">由提交人对照原始文件整理，供查阅；内容以原始文件为准。</p>',
    `<table class="ruled recording-transcript"><thead><tr>${heads}</tr></thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody></table>`,
  ].join('\n');
}

function inLines(text: string): string {
  return escapeHtml(text).replaceAll(/\r?\n/g, '<br>');
}
