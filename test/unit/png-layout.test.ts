import { describe, expect, it } from 'vitest';
import { fitsPdfUnchanged, inflatedLength, readPngLayout } from '../../electron/core/evidence/pictures/png-layout.ts';
import { UnusableFile } from '../../electron/core/evidence/unusable-file.ts';
import { type PngForm, pngChunk, pngData, pngFile } from '../support/png-file.ts';

const data = pngData(20);
const layoutOf = (form: Partial<PngForm>, chunks: readonly Buffer[] = [data]) => readPngLayout(pngFile(form, chunks));
const reasonOf = (bytes: Buffer) => {
  try {
    readPngLayout(bytes);
  } catch (error) {
    if (error instanceof UnusableFile) return error.reason;
    throw error;
  }
  return 'accepted';
};

describe('readPngLayout', () => {
  it('finds size, coding and every piece of the image data', () => {
    const bytes = pngFile({ width: 300, height: 7, bitDepth: 2, colorType: 3, interlace: 1 }, [
      pngChunk('tEXt', Buffer.from('Comment\0x')),
      pngChunk('PLTE', Buffer.from([1, 2, 3, 4, 5, 6])),
      pngChunk('tRNS', Buffer.from([0])),
      pngChunk('IDAT', Buffer.from('first')),
      pngChunk('IDAT', Buffer.from('second piece')),
    ]);
    const layout = readPngLayout(bytes);
    expect(layout).toMatchObject({
      width: 300,
      height: 7,
      bitDepth: 2,
      colorType: 3,
      interlaced: true,
      hasTransparency: true,
    });
    expect([...(layout.palette ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(layout.data.map(({ offset, length }) => bytes.toString('latin1', offset, offset + length))).toEqual([
      'first',
      'second piece',
    ]);
  });

  it('refuses a file cut off anywhere', () => {
    const whole = pngFile({}, [data]);
    expect(reasonOf(whole)).toBe('accepted');
    for (let length = 8; length < whole.length; length += 1) {
      expect(reasonOf(whole.subarray(0, length)), `${length} bytes`).toContain('不完整');
    }
  });

  it('refuses any changed byte of a chunk', () => {
    const whole = pngFile({}, [data]);
    for (let place = 8; place < whole.length; place += 1) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(reasonOf(changed), `byte ${place}`).toMatch(/损坏|不完整/);
    }
  });

  it.each([
    ['another signature', Buffer.from('GIF89a, not a PNG at all')],
    ['no image data', pngFile({}, [])],
  ])('refuses a file with %s', (_, bytes) => {
    expect(reasonOf(bytes)).toContain('PNG');
    expect(reasonOf(bytes)).not.toBe('accepted');
  });
});

describe('inflatedLength', () => {
  it.each([
    ['grey of 8 bits', { width: 10, height: 3, bitDepth: 8, colorType: 0 }, 33],
    ['grey of 1 bit', { width: 10, height: 3, bitDepth: 1, colorType: 0 }, 9],
    ['palette of 4 bits', { width: 5, height: 2, bitDepth: 4, colorType: 3 }, 8],
    ['RGB', { width: 10, height: 3, bitDepth: 8, colorType: 2 }, 93],
    ['RGBA of 16 bits', { width: 2, height: 2, bitDepth: 16, colorType: 6 }, 34],
    ['grey with alpha', { width: 4, height: 1, bitDepth: 8, colorType: 4 }, 9],
  ])('counts a filter byte for each row: %s', (_, form, bytes) => {
    expect(inflatedLength(layoutOf(form))).toBe(bytes);
  });
});

describe('fitsPdfUnchanged', () => {
  const palette = pngChunk('PLTE', Buffer.from([0, 0, 0]));
  it.each([
    ['RGB', { colorType: 2 }, [data], true],
    ['grey', { colorType: 0 }, [data], true],
    ['palette', { colorType: 3 }, [palette, data], true],
    ['palette without its table', { colorType: 3 }, [data], false],
    ['interlaced', { colorType: 2, interlace: 1 }, [data], false],
    ['16 bits', { colorType: 2, bitDepth: 16 }, [data], false],
    ['alpha', { colorType: 6 }, [data], false],
    ['transparent entries', { colorType: 3 }, [palette, pngChunk('tRNS', Buffer.from([0])), data], false],
  ] as const)('%s: %s', (_, form, chunks, expected) => {
    expect(fitsPdfUnchanged(layoutOf(form, chunks))).toBe(expected);
  });
});
