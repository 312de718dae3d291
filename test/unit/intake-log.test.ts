import { describe, expect, it } from 'vitest';
import {
  appendLine,
  type IntakeEntry,
  type IntakeLine,
  lineText,
  readIntakeLog,
  verifyChain,
} from '../../electron/core/integrity/intake-log.ts';

const entry = (name: string): IntakeEntry => ({
  at: '2026-11-20T10:00:00.000Z',
  event: 'taken',
  name,
  path: `证据/${name}`,
  size: 4,
  sha256: 'a'.repeat(64),
  facts: { how: 'dropped', recordedAt: '2026-09-03 20:15:04' },
});

function logOf(...names: string[]): IntakeLine[] {
  const lines: IntakeLine[] = [];
  for (const name of names) lines.push(appendLine(lines.at(-1), entry(name)));
  return lines;
}

const textOf = (lines: readonly object[]) => lines.map((line) => `${lineText(line)}\n`).join('');

describe('the intake log', () => {
  it('has lines that follow each other, written the same whatever the order of their fields', () => {
    const [first, second] = logOf('1.png', '2.png');
    expect(first).toMatchObject({ seq: 1, previous: '0'.repeat(64) });
    expect(second).toMatchObject({ seq: 2, previous: first?.hash });
    // Written down here once and for all: a log of today must still be whole for a version of years to come.
    expect(first?.hash).toBe('f1ae04d084e7401d56e94f1d8fa5a71645bbfde203fcef637162939ed32b2f10');
    expect(lineText({ b: [{ d: 1, c: 2 }], a: '值' })).toBe('{"a":"值","b":[{"c":2,"d":1}]}');
  });

  it('is read back as it was written, and whole', () => {
    const lines = logOf('1.png', '2.png', '3.png');
    const read = readIntakeLog(textOf(lines));
    expect(read).toEqual({ lines, state: { kind: 'whole', lines: 3, head: lines[2]?.hash } });
    expect(verifyChain([])).toEqual({ kind: 'whole', lines: 0, head: '0'.repeat(64) });
  });

  const [first, second, third] = logOf('1.png', '2.png', '3.png');
  if (first === undefined || second === undefined || third === undefined) throw new Error('three lines were made');
  it.each([
    ['a changed word', [first, { ...second, name: '二.png' }, third], 2, '改动过'],
    ['a changed fact', [{ ...first, facts: {} }, second, third], 1, '改动过'],
    ['a line taken out', [first, third], 2, '序号是 3'],
    ['the first line taken out', [second, third], 1, '序号是 2'],
    ['two lines that changed places', [first, third, second], 2, '序号是 3'],
    ['a line put in between', [first, appendLine(first, entry('x.png')), { ...second, seq: 3 }], 3, '接不上'],
    ['a line made anew with its hash', [first, appendLine(first, entry('x.png')), third], 3, '接不上'],
    ['something that is no line', [first, { note: 'x' }, third], 2, ''],
  ])('breaks where there is %s', (_, lines, seq, reason) => {
    expect(readIntakeLog(textOf(lines)).state).toMatchObject({
      kind: 'broken',
      seq,
      reason: expect.stringContaining(reason),
    });
  });

  it('never throws for what is no log', () => {
    for (const text of ['\0', '[]', '{"seq":1}', '\n\n', 'a'.repeat(10_000)]) {
      expect(readIntakeLog(text).lines).toEqual([]);
    }
    expect(readIntakeLog('x').state).toMatchObject({ kind: 'broken', seq: 1, reason: '不是收录记录' });
  });
});
