import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../electron/contract/rpc/filing-procedures.ts';
import { caseCalendar } from '../../electron/core/deadlines/calendar.ts';

const now = new Date('2026-11-22T02:03:04.567Z');
const deadline: Deadline = {
  id: 'limitation',
  name: '诉讼时效',
  length: '3年',
  whose: 'claimant',
  start: '2026-10-02',
  lastDay: '2026-12-31',
  status: 'running',
  standing: '从2026年10月2日起算，最后一日是2026年12月31日，还有39日。',
  certainty: '依法',
  meaning: '过了以后起诉，对方可以拒绝；\n请在这之前提出。',
  citations: [],
  caseId: '00000000-0000-4000-8000-000000000001',
  caseTitle: '据例, 会员; 案\\一',
};

interface Component {
  readonly name: string;
  readonly properties: Map<string, string>;
  readonly parts: Component[];
}

/** Reads iCalendar by the rules of RFC 5545: 3.1 folding and CRLF, 3.3.11 text, nested components. */
function parse(text: string): Component {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // A fold through a character would leave a character that is none.
  expect(text).not.toContain('\ufffd');
  const open: Component[] = [{ name: '', properties: new Map(), parts: [] }];
  for (const line of text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/u.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (name === 'BEGIN') open.push({ name: value, properties: new Map(), parts: [] });
    else if (name === 'END') {
      const ended = open.pop();
      expect(ended?.name).toBe(value);
      if (ended !== undefined) open.at(-1)?.parts.push(ended);
    } else {
      expect(value, line).toMatch(/^(?:[^\\,;]|\\[\\;,nN])*$/u);
      open.at(-1)?.properties.set(
        `${name}${parameters}`,
        value.replace(/\\(.)/gu, (_, one) => (one === 'n' ? '\n' : one)),
      );
    }
  }
  const [calendar] = open[0]?.parts ?? [];
  if (open.length !== 1 || calendar === undefined) throw new Error('components do not nest');
  return calendar;
}

describe('a calendar', () => {
  it('has an all-day event on the last day, with an alarm three days before', () => {
    const calendar = parse(caseCalendar([deadline], now));

    expect(calendar.name).toBe('VCALENDAR');
    expect(calendar.properties.get('VERSION')).toBe('2.0');
    expect(calendar.properties.get('PRODID')).toBeTruthy();
    const [event] = calendar.parts;
    expect(Object.fromEntries(event?.properties ?? [])).toMatchObject({
      DTSTAMP: '20261122T020304Z',
      'DTSTART;VALUE=DATE': '20261231',
      'DTEND;VALUE=DATE': '20270101',
      SUMMARY: '最后一日：诉讼时效（据例, 会员; 案\\一）',
      DESCRIPTION: `${deadline.standing}\n${deadline.meaning}`,
    });
    expect(event?.parts).toMatchObject([{ name: 'VALARM' }]);
    expect(Object.fromEntries(event?.parts[0]?.properties ?? [])).toMatchObject({ ACTION: 'DISPLAY', TRIGGER: '-P3D' });
  });

  it('keeps the id of a clock when its last day moves, and gives each its own', () => {
    const uids = (deadlines: Deadline[]) =>
      parse(caseCalendar(deadlines, now)).parts.map(({ properties }) => properties.get('UID'));

    const [first] = uids([deadline]);

    expect(uids([{ ...deadline, lastDay: '2027-01-05', caseTitle: '改名' }])).toEqual([first]);
    const others = uids([deadline, { ...deadline, id: 'complaint-period' }, { ...deadline, start: '2026-10-03' }]);
    expect(new Set(others).size).toBe(3);
  });

  it('leaves out what has passed, what others have to keep, and what has no last day', () => {
    const { lastDay: _, ...open } = deadline;
    const others: Deadline[] = [
      { ...deadline, status: 'passed' },
      { ...deadline, status: 'done' },
      { ...deadline, whose: 'authority' },
      open,
    ];

    expect(parse(caseCalendar(others, now)).parts).toEqual([]);
  });

  it('holds any title, emoji and control characters too', () => {
    const caseTitle = `${'😀案件'.repeat(60)}\u0007\r\nEND:VCALENDAR`;

    const [event] = parse(caseCalendar([{ ...deadline, caseTitle }], now)).parts;

    expect(event?.properties.get('SUMMARY')).toContain('😀案件\nEND:VCALENDAR');
  });
});
