import { timeCodeOf } from './time-codes.ts';

/** A line of what is said or heard, as `transcript` of an evidence file has it. */
export interface SpokenLine {
  readonly at?: string;
  readonly speaker?: string;
  readonly text: string;
}

/**
 * The lines of a subtitle file (SRT, WebVTT) or of a text as transcription services and people write it: times in
 * front, a speaker before a colon, or both on a line of their own. Takes whatever it is given: what is no time and no
 * speaker is text. Times are cut to seconds.
 */
export function readTranscript(text: string): SpokenLine[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll(unprintable, ' ').trim());
  return lines.some((line) => cueTimes.test(line)) ? cuesOf(lines) : plainLines(lines);
}

/** What a case may not hold, and marks that only tell which way a text runs. */
const unprintable = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u200B-\u200D\u2060\uFEFF]/gu;

const clock = String.raw`(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?`;
const cueTimes = new RegExp(String.raw`^${clock}\s*-->\s*[\d:.,]+`);

interface Cue {
  readonly start: number;
  readonly words: string[];
}

/** SRT numbers its cues, WebVTT may name them: a line before the times that follows an empty one is no text. */
function cuesOf(lines: readonly string[]): SpokenLine[] {
  const cues: Cue[] = [];
  let open: Cue | undefined;
  for (const [index, line] of lines.entries()) {
    const times = cueTimes.exec(line);
    if (times !== null) {
      open = { start: secondsIn(times), words: [] };
      cues.push(open);
    } else if (line === '') open = undefined;
    else if (open !== undefined && !isCueName(line, lines[index + 1])) open.words.push(line);
  }
  return cues
    .toSorted((first, second) => first.start - second.start)
    .flatMap(({ start, words }) => {
      const raw = words.join('\n');
      const voice = /<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(raw)?.[1]?.trim().slice(0, mostOfName);
      const said = plainText(raw);
      if (said === '') return [];
      const named = voice === undefined ? spoken(said) : { speaker: voice, text: said };
      return [{ at: timeCodeOf(start), ...named }];
    });
}

/** Some programs leave out the empty line between cues. */
function isCueName(line: string, next: string | undefined): boolean {
  return next !== undefined && cueTimes.test(next) && /^\d+$/.test(line);
}

/** As many characters as a case holds in a line and in a text (contract/case/field-types.ts). */
const mostOfName = 200;
const mostOfText = 10_000;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  quot: '"',
  lrm: '',
  rlm: '',
};

/** Without the tags of subtitles (`<i>`, `<c.yellow>`, `<00:01.000>`, `{\an8}`); other angle brackets stay. */
function plainText(text: string): string {
  return text
    .replaceAll(/<\/?(?:[biuvc]|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<[\d:.]+>|\{\\[^{}]*\}/gi, '')
    .replaceAll(/&(amp|lt|gt|nbsp|quot|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, mostOfText);
}

const bracketed = new RegExp(String.raw`^[[(【（]\s*${clock}\s*[\])】）]\s*(.*)$`);
const bare = new RegExp(String.raw`^${clock}(?:\s+(.*)|$)`);
const speakerThenTime = new RegExp(String.raw`^(\S{1,20})\s+[[(【（]?${clock}[\])】）]?$`);

function plainLines(lines: readonly string[]): SpokenLine[] {
  const spokenLines: { at?: string; speaker?: string; text: string }[] = [];
  /** Whose words follow, and when: a line of its own, as transcription services write it. */
  let head: { at: string; speaker?: string } | undefined;
  for (const line of lines) {
    if (line === '') continue;
    const alone = speakerThenTime.exec(line);
    if (alone !== null) {
      const [, speaker = '', ...times] = alone;
      head = { at: timeCodeOf(secondsIn(['', ...times])), speaker: speaker.replace(/[:：]$/, '') };
      continue;
    }
    const timed = bracketed.exec(line) ?? bare.exec(line);
    const at = timed === null ? undefined : timeCodeOf(secondsIn(timed));
    const rest = (timed === null ? line : (timed[4] ?? '').trim()).slice(0, mostOfText);
    if (at !== undefined && (rest === '' || /^\S{1,20}[:：]$/.test(rest))) {
      head = { at, ...(rest === '' ? {} : { speaker: rest.slice(0, -1) }) };
      continue;
    }
    spokenLines.push({ ...head, ...(at === undefined ? {} : { at }), ...spoken(rest) });
    head = undefined;
  }
  return spokenLines;
}

/** A short name before a colon speaks; an address or a time of day does not. */
function spoken(text: string): { speaker?: string; text: string } {
  const [, speaker, words] =
    /^([\p{L}][\p{L}\p{N}·_ （）()]{0,15}?)\s*[:：](?!\/\/)\s*([\s\S]*\S[\s\S]*)$/u.exec(text) ?? [];
  return speaker === undefined || words === undefined ? { text } : { speaker: speaker.trim(), text: words };
}

function secondsIn([, hours = '0', minutes = '0', seconds = '0']: readonly (string | undefined)[]): number {
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}
