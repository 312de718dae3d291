import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { App } from '../../electron/core/app.ts';
import { UnplayableRecording } from '../../electron/core/ports.ts';
import { createChromiumMedia } from '../../electron/server/chromium-media.ts';
import { build, fileIn, openApp } from '../support/build-packet.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { type ColorMark, findColor } from '../support/color-marks.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { mp4Clip, wavTone, webmClip } from '../support/recordings.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const red = { r: 214, g: 32, b: 32 };
const green = { r: 24, g: 150, b: 40 };
const blue = { r: 32, g: 48, b: 200 };
const signal = new AbortController().signal;

/** Recordings of known colours at known times must show these colours on the page, at these times. */
describe('recordings in the appendix', () => {
  const work = useWorkFolder();
  const before = new Map<string, Uint8Array>();
  let app: App;
  let result: PacketResult;
  let pdf: ReadPdf;

  beforeAll(async () => {
    const wide = await webmClip({ width: 320, height: 180, colours: [red, green, blue] });
    const files: [string, Uint8Array][] = [
      ['evidence/横屏.webm', wide],
      ['evidence/竖屏.webm', await webmClip({ width: 180, height: 390, colours: [green, blue], isUnmeasured: true })],
      [
        'evidence/手机.mp4',
        await mp4Clip({ width: 320, height: 240, colours: [blue, red], code: 'av01', madeAt: '2026-10-01T12:00:05Z' }),
      ],
      ['evidence/缺解码器.mp4', await mp4Clip({ width: 320, height: 240, colours: [red, red], code: 'hvc1' })],
      ['evidence/通话.wav', wavTone(2.5)],
      ['evidence/截断.webm', wide.subarray(0, 260)],
      ['evidence/后半丢失.webm', wide.subarray(0, Math.floor(wide.length / 2))],
      ['evidence/空的.mp4', new Uint8Array()],
      ['evidence/旧手机.amr', Buffer.from('#!AMR\n\u003c\u0091\u0017\u0016', 'latin1')],
      ['evidence/同一个文件.webm', wide],
    ];
    const evidence = exhibitsOf(files.map(([path]) => path)).map((item, index) => {
      const path = files[index]?.[0] ?? '';
      const said: Readonly<Record<string, object>> = {
        'evidence/横屏.webm': {
          marks: ['0:01.5', '9:59'],
          transcript: [{ at: '0:01', speaker: '客服', text: '您好，\n请讲' }, { text: '<b>没有</b>时间' }],
        },
        'evidence/通话.wav': {
          transcript: Array.from({ length: 60 }, (_, line) => ({ at: '0:02', text: `第${line + 1}句话。` })),
        },
      };
      return { ...item, files: [{ path, ...said[path] }] };
    });
    for (const [path, bytes] of files) before.set(path, bytes);
    const changes = { ...withoutReferences, evidence };
    const folder = await writeCaseFolder(work.path('case'), cleanCaseFile(changes), new Map(files));
    app = openApp();
    result = await build(app, folder, work.path('packet.pdf'));
    pdf = await readPdf(work.path('packet.pdf'));
  }, 120_000);
  afterAll(async () => {
    await pdf.close();
    await app.close();
  });

  const fileOf = (name: string) => fileIn(result, `evidence/${name}`);
  const pagesOf = (name: string) => {
    const { firstPage, pages } = fileOf(name);
    return pdf.pages.slice(firstPage - 1, firstPage - 1 + pages);
  };
  const textOf = (name: string) =>
    pagesOf(name)
      .map(({ compact }) => compact)
      .join('');
  async function colour(name: string, which: 'red' | 'green' | 'blue'): Promise<ColorMark | undefined> {
    for (const { number } of pagesOf(name)) {
      const found = findColor(await pdf.render(number, 36), which);
      if (found !== undefined) return found;
    }
    return;
  }

  it('say what the file is: name, length, size, hash, carrier, where the original is', () => {
    const bytes = before.get('evidence/横屏.webm') ?? Buffer.alloc(0);
    const text = textOf('横屏.webm');
    expect(fileOf('横屏.webm').status).toBe('included');
    expect(text).toContain('录像：横屏.webm');
    expect(text).toContain('时长3秒');
    expect(text).toContain(`大小${bytes.length.toLocaleString('en-US')}字节`);
    expect(text).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(text).toContain('原始载体投诉人手机');
    expect(text).toContain('原始文件evidence/横屏.webm（在案件文件夹中');
    expect(text).toContain('第十五条');
    expect(text).toContain('WebM视频（编码VP8）');
    expect(text).toContain('320×180像素');
  });

  it('show what is to be seen at even intervals and at the marks, with time codes', async () => {
    const text = textOf('横屏.webm');
    expect(text).toContain('指定时刻的画面（共1幅）');
    expect(text).toContain('从开头起每隔0.5秒一幅的画面（共6幅）');
    for (const code of ['0:00', '0:00.5', '0:01', '0:01.5', '0:02', '0:02.5']) expect(text).toContain(code);
    expect(text).toContain('指定的时刻9:59在结尾之后，没有画面。');
    // The mark shows the second second, which is green, as wide as the sheet (169 of 210 mm).
    const { firstPage } = fileOf('横屏.webm');
    const page = await pdf.render(firstPage, 36);
    const marked = findColor(page, 'green');
    expect(((marked?.right ?? 0) - (marked?.left ?? 0)) / page.width).toBeGreaterThan(0.75);
    expect(findColor(page, 'red')).toBeUndefined();
    const [first, second, third] = [
      await colour('横屏.webm', 'red'),
      await colour('横屏.webm', 'blue'),
      findColor(await pdf.render(firstPage + 1, 36), 'green'),
    ];
    if (first === undefined || second === undefined || third === undefined) throw new Error('a colour is not there');
    // Two pictures of each colour, side by side, one row below the other.
    expect(first.y).toBeLessThan(third.y);
    expect(third.y).toBeLessThan(second.y);
    expect(Math.abs(first.x - second.x)).toBeLessThan(4);
  });

  it('show a recording that was taken upright, and one that does not say how long it is', async () => {
    expect(textOf('竖屏.webm')).toMatch(/时长[12]秒/);
    const [upper, lower] = [await colour('竖屏.webm', 'green'), await colour('竖屏.webm', 'blue')];
    expect(upper).toBeDefined();
    expect(lower).toBeDefined();
  });

  it('print when and in which code a phone says that it was made', async () => {
    expect(textOf('手机.mp4')).toContain('文件记载的时间2026-10-0120:00:05北京时间（由录制设备写入');
    expect(textOf('手机.mp4')).toContain('MP4视频（编码AV1）');
    expect(await colour('手机.mp4', 'blue')).toBeDefined();
    expect(await colour('手机.mp4', 'red')).toBeDefined();
  });

  it('have a page that says so where the browser has no code for the picture', () => {
    expect(fileOf('缺解码器.mp4')).toMatchObject({ status: 'included', pages: 1 });
    const text = textOf('缺解码器.mp4');
    expect(text).toContain('没能读出这段录像的画面（H.265）：程序没有相应的解码器');
    expect(text).toContain('时长2秒');
    expect(text).not.toContain('的画面（共');
  });

  it('that are sound alone have their transcript over as many pages as it takes', () => {
    const text = textOf('通话.wav');
    expect(text).toContain('录音：通话.wav');
    expect(text).toContain('时长2秒');
    expect(fileOf('通话.wav').pages).toBeGreaterThan(1);
    for (const line of [1, 30, 60]) expect(text).toContain(`0:02第${line}句话。`);
    expect(text).not.toContain('画面');
    expect(text).not.toContain('说话人');
  });

  it('print a transcript as it was written, markup and all', () => {
    const text = textOf('横屏.webm');
    expect(text).toContain('时间说话人内容0:01客服您好，请讲');
    expect(text).toContain('<b>没有</b>时间');
  });

  it('that are broken get a page with the reason', () => {
    expect(fileOf('截断.webm')).toMatchObject({ status: 'placeholder', pages: 1 });
    expect(textOf('截断.webm')).toContain('录音录像无法播放，也读不出时长，文件可能不完整');
    expect(textOf('空的.mp4')).toContain('文件是空的（0字节）');
  });

  it('of which only the beginning is there show the beginning', async () => {
    expect(fileOf('后半丢失.webm').status).toBe('included');
    expect(await colour('后半丢失.webm', 'red')).toBeDefined();
    expect(textOf('后半丢失.webm')).toContain('录像从0:01.5起没有新的画面：或者画面不再变化，或者文件不完整。');
    expect(textOf('横屏.webm')).not.toContain('没有新的画面');
  });

  it('in a format that nothing here knows get their page all the same', () => {
    expect(fileOf('旧手机.amr')).toMatchObject({ status: 'included', pages: 1 });
    expect(textOf('旧手机.amr')).toContain('录音：旧手机.amr');
    expect(textOf('旧手机.amr')).toContain('时长文件中没有记载');
  });

  it('with the same bytes under two names each have their own page', () => {
    expect(textOf('同一个文件.webm')).toContain('录像：同一个文件.webm');
    expect(textOf('同一个文件.webm')).not.toContain('指定时刻');
  });

  it('are not touched', async () => {
    for (const [path, bytes] of before) {
      expect(Buffer.compare(await readFile(work.path('case', path)), bytes), path).toBe(0);
    }
  });
});

describe('the player', () => {
  const work = useWorkFolder();

  it('plays no more than the file, whatever lies beside it, and ends when it is told to', async () => {
    const page = work.path('page.webm');
    await writeFile(page, '<!doctype html><script>document.title = "ran"</script><img src="http://127.0.0.1:1/x">');
    await expect(createChromiumMedia().open(page, signal)).rejects.toThrow(UnplayableRecording);
    const clip = work.path('片段 #1%.webm');
    await writeFile(clip, await webmClip({ width: 64, height: 64, colours: [red] }));
    const stop = new AbortController();
    const recording = await createChromiumMedia().open(clip, stop.signal);
    expect(recording).toMatchObject({ duration: 1, picture: { width: 64, height: 64 } });
    stop.abort();
    await expect(recording.frame(0, 64, stop.signal)).rejects.toThrow();
    await recording.close();
    await expect(createChromiumMedia().open(clip, stop.signal)).rejects.toThrow();
  });
});
