import type { AdviceClock } from '../../contract/advice-result.ts';
import type { Deadline } from '../../contract/rpc/filing-procedures.ts';

/** iCalendar (RFC 5545): an all-day event on the last day of each clock, with an alarm three days before. */

/** What has passed, and what others have to keep, does not belong into anybody's calendar. */
function isToBeKept({ status, whose }: AdviceClock): boolean {
  return whose === 'claimant' && (status === 'running' || status === 'soon');
}

export function caseCalendar(deadlines: readonly Deadline[], now: Date): string {
  const events = deadlines.filter(isToBeKept).flatMap((deadline) => eventOf(deadline, now));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Juli//Juli 据理//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events,
    'END:VCALENDAR',
  ];
  // RFC 5545 3.1: every line ends with CRLF, the last one too.
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(deadline: Deadline, now: Date): string[] {
  const { lastDay, name, caseId, caseTitle, id, start, standing, meaning } = deadline;
  if (lastDay === undefined) return [];
  const title = `最后一日：${name}（${caseTitle}）`;
  return [
    'BEGIN:VEVENT',
    // The same clock of the same case keeps its id, so that importing again moves the event instead of doubling it.
    `UID:${caseId}-${id}-${start ?? 'open'}@juli.invalid`,
    `DTSTAMP:${stampOf(now)}`,
    `DTSTART;VALUE=DATE:${dateOf(lastDay)}`,
    // RFC 5545 3.6.1: the end of an all-day event is the day after.
    `DTEND;VALUE=DATE:${dateOf(dayAfter(lastDay))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(`${standing}\n${meaning}`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P3D',
    'END:VALARM',
    'END:VEVENT',
  ];
}

function dateOf(day: string): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** 2026-11-22T04:05:06.789Z → 20261122T040506Z. */
function stampOf(now: Date): string {
  return `${now.toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
}

/** RFC 5545 3.3.11: backslash, semicolon and comma are escaped, a line break is written \n; nothing else may be hidden. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\r\n|\r|\n/gu, '\\n')
    .replace(/\p{Cc}/gu, '');
}

const encoder = new TextEncoder();
const mostOctets = 75;

/** RFC 5545 3.1: no line longer than 75 octets; what follows begins with a blank. Never through a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > mostOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join('\r\n');
}
