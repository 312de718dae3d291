import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { slotNumberOf, slotPicture } from '../../electron/core/packet/slot-picture.ts';

const bytesOf = (url: string) => Buffer.from(url.replace('data:image/jpeg;base64,', ''), 'base64');

describe('slotPicture', () => {
  it.each([0, 7, 10, 999, 123_456])('is a JPEG that carries its number %i', async (number) => {
    const bytes = bytesOf(slotPicture(number));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 8, height: 8 });
    expect(slotNumberOf(bytes)).toBe(number);
  });

  it('is found in bytes that lie within a larger buffer', () => {
    const bytes = bytesOf(slotPicture(42));
    const around = Buffer.concat([Buffer.from('juli-slot:9 before'), bytes, Buffer.alloc(9)]);
    expect(slotNumberOf(around.subarray(18, 18 + bytes.length))).toBe(42);
  });
});

describe('slotNumberOf', () => {
  it.each([
    ['an ordinary picture', Buffer.from('\u00ff\u00d8\u00ff\u00e0 JFIF', 'latin1')],
    ['nothing', Buffer.alloc(0)],
    ['a picture that speaks of a slot further in', Buffer.from(`${'.'.repeat(80)}juli-slot:3`)],
  ])('sees no slot in %s', (_, bytes) => {
    expect(slotNumberOf(bytes)).toBeUndefined();
  });
});
