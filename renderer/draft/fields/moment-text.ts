import { parseMoment } from '../../../electron/contract/case/moments.ts';

export interface MomentText {
  readonly day: string;
  /** As it is shown and typed: 20:15, 20:15:08; empty for a whole day. */
  readonly time: string;
}

const mark = 'T';
const offset = '+08:00';

/** What a draft holds as a moment, whole or half typed, in its two parts; times are Shanghai's. */
export function readMomentText(text: string): MomentText {
  const moment = parseMoment(text);
  if (moment?.kind === 'instant') {
    const seconds = /T\d{2}:\d{2}:(\d{2})/.exec(text)?.[1] ?? '00';
    return { day: moment.day, time: seconds === '00' ? moment.time : `${moment.time}:${seconds}` };
  }
  const [day = '', time = ''] = text.split(mark);
  return { day, time: time.endsWith(offset) ? time.slice(0, -offset.length) : time };
}

/** The way back. Half typed parts stay as they are, so that nothing is lost. */
export function writeMomentText({ day, time }: MomentText): string {
  return time === '' ? day : `${day}${mark}${time}${offset}`;
}

/** A time of day as people type it: 20:15, 2015, 8点15分, 20：15：08. Undefined for what is none yet. */
export function typedTime(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const found =
    /^(\d{1,2})[:点时](\d{1,2})(?:[:分](\d{1,2}))?[分秒]?$/u.exec(text) ?? /^(\d{2})(\d{2})(\d{2})?$/u.exec(text);
  if (found === null) return /^\d{1,2}[点时]$/u.test(text) ? typedTime(`${text.slice(0, -1)}:00`) : undefined;
  const [hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => Number(part ?? '0'));
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const parts = second === 0 ? [hour, minute] : [hour, minute, second];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
