import { timeCodeOf } from '../../../../electron/contract/case/time-codes.ts';
import type { Json } from '../../../../electron/contract/rpc/case-procedures.ts';
import { isList, isObject, textOf } from '../../../draft/draft-values.ts';

/** What a draft says of a recording; what is odd in it reads as empty. */
export interface RecordingWords {
  readonly marks: readonly string[];
  readonly transcript: readonly SpokenRow[];
}

export interface SpokenRow {
  readonly at: string;
  readonly speaker: string;
  readonly text: string;
}

export function recordingWords(file: Json | undefined): RecordingWords {
  const { marks, transcript } = isObject(file) ? file : {};
  return {
    marks: isList(marks) ? marks.map(textOf) : [],
    transcript: isList(transcript)
      ? transcript.map((row) =>
          isObject(row)
            ? { at: textOf(row.at), speaker: textOf(row.speaker), text: textOf(row.text) }
            : { at: '', speaker: '', text: textOf(row) },
        )
      : [],
  };
}

const timeCode = /^(?:\d{1,3}:)?\d{1,3}:[0-5]\d(?:\.\d{1,3})?$/;

/** Whether it can stand in a case (contract/case/evidence-fields.ts). */
export function isTimeCode(text: string): boolean {
  return timeCode.test(text);
}

/** The moment a player shows, to the tenth: nobody stops it more exactly. */
export function momentOf(seconds: number): string {
  return timeCodeOf(Math.round(seconds * 10) / 10);
}
