import { PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import { pageOf, samePlaces, unknownPlaces } from '../../electron/core/packet/places.ts';
import { readPlaces } from '../../electron/core/packet/printed-document.ts';

const places = (totalPages: number, anchors: Readonly<Record<string, number>>) => ({
  totalPages,
  anchors: new Map(Object.entries(anchors)),
});

describe('readPlaces', () => {
  it('reads the page of every named destination, given directly or by reference', async () => {
    const document = await PDFDocument.create();
    const pages = [document.addPage(), document.addPage(), document.addPage()];
    const destination = (page: number) => document.context.obj([pages[page]?.ref ?? null, 'XYZ', 0, 800, 0]);
    const destinations = document.context.obj({});
    destinations.set(PDFName.of('part-cover'), destination(0));
    destinations.set(PDFName.of('evidence-1'), document.context.register(destination(2)));
    destinations.set(PDFName.of('broken'), document.context.obj([]));
    document.catalog.set(PDFName.of('Dests'), destinations);

    const found = readPlaces(document);

    expect(found.totalPages).toBe(3);
    expect(Object.fromEntries(found.anchors)).toEqual({ 'part-cover': 1, 'evidence-1': 3 });
  });

  it('finds no anchors in a document without destinations', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    expect(readPlaces(document)).toEqual(places(1, {}));
  });
});

describe('pageOf', () => {
  it('gives the page of an anchor, page 1 before the first print, and refuses an anchor that was not printed', () => {
    expect(pageOf(places(9, { 'evidence-3': 7 }), 'evidence-3')).toBe(7);
    expect(pageOf(unknownPlaces, 'evidence-3')).toBe(1);
    expect(() => pageOf(places(9, {}), 'evidence-3')).toThrow(AppError);
    expect(() => pageOf(places(9, {}), 'evidence-3')).toThrow(/PRINT_FAILED.*evidence-3/);
  });
});

describe('samePlaces', () => {
  const standing = places(9, { a: 1, b: 7 });
  it.each([
    ['the same', places(9, { b: 7, a: 1 }), true],
    ['one page more', places(10, { a: 1, b: 7 }), false],
    ['an anchor moved', places(9, { a: 1, b: 8 }), false],
    ['an anchor gone', places(9, { a: 1 }), false],
    ['another anchor', places(9, { a: 1, c: 7 }), false],
    ['an anchor more', places(9, { a: 1, b: 7, c: 7 }), false],
  ])('%s', (_, other, expected) => {
    expect(samePlaces(standing, other)).toBe(expected);
    expect(samePlaces(other, standing)).toBe(expected);
  });
});
