import { describe, expect, it } from 'vitest';
import { readMomentText, typedTime, writeMomentText } from '../../renderer/draft/fields/moment-text.ts';

describe('a moment in two fields', () => {
  it.each([
    ['2026-10-02', { day: '2026-10-02', time: '' }],
    ['2026-10-02T20:15:00+08:00', { day: '2026-10-02', time: '20:15' }],
    ['2026-10-02T20:15:08+08:00', { day: '2026-10-02', time: '20:15:08' }],
    // Shown in Shanghai, as the papers do.
    ['2026-10-02T20:15:00Z', { day: '2026-10-03', time: '04:15' }],
    ['', { day: '', time: '' }],
  ])('reads %s', (text, parts) => {
    expect(readMomentText(text)).toEqual(parts);
  });

  it.each([
    { day: '2026-1', time: '' },
    { day: '2026-10-02', time: '8' },
    { day: '', time: '20:15' },
    { day: '2026-10-02', time: '20:15:08' },
  ])('loses nothing half typed: $day $time', (parts) => {
    expect(readMomentText(writeMomentText(parts))).toEqual(parts);
  });

  it.each([
    ['20:15', '20:15'],
    ['2015', '20:15'],
    ['8点5分', '08:05'],
    ['8点', '08:00'],
    ['20：15：08', '20:15:08'],
    ['25:00', undefined],
    ['20:61', undefined],
    ['晚上', undefined],
  ])('reads the time %s', (typed, time) => {
    expect(typedTime(typed)).toBe(time);
  });
});
