import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { pagesDrawnByReader } from '../../electron/core/evidence/pdf/reader-drawn.ts';

type Entry = string | number | boolean | readonly Entry[] | { readonly [key: string]: Entry };

/** Two pages; the first has the annotation. */
async function pagesWith(annotation: Record<string, Entry>): Promise<ReadonlySet<number>> {
  const document = await PDFDocument.create();
  const [page] = [document.addPage(), document.addPage()];
  const { context } = document;
  const dict = context.obj({ Type: 'Annot', Rect: [10, 10, 90, 40], ...annotation } as never);
  page.node.addAnnot(context.register(dict));
  return pagesDrawnByReader(document);
}

/** ISO 32000-1, 12.5.4 and 12.5.6.5: a link has a frame of one point, unless it says otherwise. */
describe('what a file leaves to the reader to draw', () => {
  it.each<[string, Record<string, Entry>]>([
    ['a link that says nothing of its frame', {}],
    ['a link with a frame', { Border: [0, 0, 2] }],
    ['a link with a frame of dashes', { Border: [0, 0, 1, [3, 2]] }],
    ['a link whose frame is as pale as paper', { Border: [0, 0, 1], C: [0.9, 0.95, 1] }],
    ['a link with a style of its frame', { BS: { W: 1, S: 'U' } }],
    ['a link with a style that says no width', { BS: { S: 'D' } }],
    ['a link whose style counts for more than its border', { BS: { W: 1 }, Border: [0, 0, 0] }],
  ])('is %s', async (_, link) => {
    expect([...(await pagesWith({ Subtype: 'Link', ...link }))]).toEqual([0]);
  });

  it.each<[string, Record<string, Entry>]>([
    ['a link without a frame', { Border: [0, 0, 0] }],
    ['a link whose style has no width', { BS: { W: 0 }, Border: [0, 0, 1] }],
    ['a link whose frame has no colour', { Border: [0, 0, 1], C: [] }],
    ['a link that is hidden', { F: 2 }],
    ['a link that is not seen on a screen', { F: 32 }],
    ['a link with an appearance of its own', { AP: { N: {} } }],
    ['the window of a note', { Subtype: 'Popup' }],
    ['a field for a signature', { Subtype: 'Widget', FT: 'Sig' }],
  ])('is not %s', async (_, annotation) => {
    expect([...(await pagesWith({ Subtype: 'Link', ...annotation }))]).toEqual([]);
  });

  it('is any other annotation without an appearance', async () => {
    expect([...(await pagesWith({ Subtype: 'Square' }))]).toEqual([0]);
    expect([...(await pagesWith({ Subtype: 'Square', AP: { N: {} } }))]).toEqual([]);
  });
});
