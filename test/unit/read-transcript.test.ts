import { describe, expect, it } from 'vitest';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { readTranscript } from '../../electron/contract/case/read-transcript.ts';
import { secondsOf, timeCodeOf } from '../../electron/contract/case/time-codes.ts';
import { cleanCaseFile } from '../support/clean-case.ts';

describe('a transcript is taken in', () => {
  it.each([
    [
      'SRT with BOM and CRLF',
      '\uFEFF1\r\n00:00:01,500 --> 00:00:03,000\r\n您好\r\n请讲\r\n\r\n2\r\n01:02:03,000 --> 01:02:04,000\r\n再见\r\n',
      [
        { at: '0:01', text: '您好\n请讲' },
        { at: '1:02:03', text: '再见' },
      ],
    ],
    [
      'SRT without empty lines between its cues',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n2\n00:00:03,000 --> 00:00:04,000\n二 2\n42',
      [
        { at: '0:01', text: '一' },
        { at: '0:03', text: '二 2\n42' },
      ],
    ],
    [
      'cues that overlap or stand in disorder',
      '00:00:09,000 --> 00:00:12,000\n后\n\n00:00:05,000 --> 00:00:10,000\n先\n\n00:00:05,000 --> 00:00:06,000\n同时',
      [
        { at: '0:05', text: '先' },
        { at: '0:05', text: '同时' },
        { at: '0:09', text: '后' },
      ],
    ],
    [
      'WebVTT with notes, names, settings, voices and tags',
      'WEBVTT - 标题\n\nNOTE 不是内容\n\nSTYLE\n::cue { color: red }\n\nfirst\n00:01.000 --> 00:02.000 align:start position:0%\n<v 客服小张>您好，<i>请</i><00:01.500>讲 &lt;b&gt; &amp;amp;\n\n00:03.000 --> 00:04.000\n{\\an8}何据真：1 < 2 > 0\n\n00:05.000 --> 00:06.000\n<i> </i>\n',
      [
        { at: '0:01', speaker: '客服小张', text: '您好，请讲 <b> &amp;' },
        { at: '0:03', speaker: '何据真', text: '1 < 2 > 0' },
      ],
    ],
    [
      'plain lines with times in brackets or bare',
      '[00:01] 客服：您好\n（1:02:03）没有名字\n00:12.5 何据真: 用不了\n\n没有时间',
      [
        { at: '0:01', speaker: '客服', text: '您好' },
        { at: '1:02:03', text: '没有名字' },
        { at: '0:12', speaker: '何据真', text: '用不了' },
        { text: '没有时间' },
      ],
    ],
    [
      'speaker and time on a line of their own',
      '说话人1 00:05\n第一句\n第二句\n说话人2 01:00:07\n第三句\n0:09\n第四句',
      [
        { at: '0:05', speaker: '说话人1', text: '第一句' },
        { text: '第二句' },
        { at: '1:00:07', speaker: '说话人2', text: '第三句' },
        { at: '0:09', text: '第四句' },
      ],
    ],
    [
      'what only looks like a speaker or a time',
      'https://shop.invalid/a\n下午3点20:我去了\n99:99 不是时间\n这一句话很长很长很长很长很长很长，里面才有：冒号',
      [
        { text: 'https://shop.invalid/a' },
        { speaker: '下午3点20', text: '我去了' },
        { text: '99:99 不是时间' },
        { text: '这一句话很长很长很长很长很长很长，里面才有：冒号' },
      ],
    ],
    ['control characters', 'a\u0000b\u0007\u202Ec\td', [{ text: 'a b  c d' }]],
    ['nothing', '\n \r\n', []],
    ['cues without text', '1\n00:00:01,000 --> 00:00:02,000\n\n2\n', []],
  ])('%s', (_, text, lines) => {
    expect(readTranscript(text)).toEqual(lines);
  });

  it('every line of it may stand in a case', () => {
    const odd = '1\n999:59:59,999 --> 999:59:59,999\n末尾\u0000\n\n2\n123:00,000 --> 124:00,000\n很久\u2028以后';
    const transcript = readTranscript(odd);
    expect(transcript).toHaveLength(2);
    const file = cleanCaseFile({ 'evidence[0].files[0]': { path: 'evidence/录音.wav', transcript } });
    expect(caseFileSchema.safeParse(file).error?.issues ?? []).toEqual([]);
  });
});

describe('a time code', () => {
  it.each([
    [0, '0:00'],
    [59.9996, '1:00'],
    [61.05, '1:01.05'],
    [3_600, '1:00:00'],
    [3_723.5, '1:02:03.5'],
    [359_999.999, '99:59:59.999'],
  ])('%f seconds is %s', (seconds, code) => {
    expect(timeCodeOf(seconds)).toBe(code);
    expect(secondsOf(code)).toBeCloseTo(seconds, 2);
  });

  it('counts minutes beyond the hour', () => {
    expect(secondsOf('90:30.25')).toBe(5_430.25);
  });
});
