import { PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRef, PDFStream } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { pageForm, sourceFor } from '../../electron/core/evidence/pdf/page-form.ts';

const name = PDFName.of;

/** ISO 32000-1, 11.4.7 and 11.6.6: the group says how the colours of a page mix, and where nothing mixes, nothing. */
describe('the transparency group of a page', () => {
  /** Of the form that a page becomes in a packet. */
  async function groupOf(group: object, change: (page: PDFPage) => void): Promise<PDFDict | undefined> {
    const document = await PDFDocument.create();
    const page = document.addPage([200, 100]);
    page.drawRectangle({ x: 10, y: 10, width: 50, height: 50 });
    page.node.set(name('Group'), document.context.obj({ Type: 'Group', S: 'Transparency', ...group }));
    change(page);
    await document.flush();
    const target = await PDFDocument.create();
    const { form } = pageForm(sourceFor(document, target), 0, target.context);
    return target.context.lookup(form, PDFStream).dict.lookupMaybe(name('Group'), PDFDict);
  }

  const screen = { CS: 'DeviceRGB' };
  const setState = (page: PDFPage, state: object) =>
    page.node.setExtGState(name('GS'), page.doc.context.register(page.doc.context.obj({ ...state })));

  it.each<[string, object, (page: PDFPage) => void]>([
    ['a blend mode of the page', screen, (page) => setState(page, { BM: 'Multiply' })],
    ['a blend mode that readers choose from a list', screen, (page) => setState(page, { BM: ['Screen', 'Normal'] })],
    ['a blend mode within a drawing', screen, (page) => drawWithin(page, { BM: 'Darken' })],
    ['a blend mode within a mask', screen, (page) => setState(page, { SMask: { G: blending(page) } })],
    ['parts that knock each other out', { ...screen, K: true }, () => undefined],
    ['colours of a printing press', { CS: 'DeviceCMYK' }, () => undefined],
  ])('is kept where there is %s', async (_, group, change) => {
    const kept = await groupOf(group, change);
    expect(kept?.get(name('S'))).toBe(name('Transparency'));
    expect(kept?.get(name('CS'))).toBe(name('CS' in group ? String(group.CS) : ''));
    expect(String(kept?.get(name('K')))).toBe('K' in group ? 'true' : 'undefined');
  });

  it.each<[string, object, (page: PDFPage) => void]>([
    ['nothing mixes', screen, () => undefined],
    ['the group names no colours', {}, () => undefined],
    ['something is half transparent', screen, (page) => setState(page, { ca: 0.5 })],
    ['modes are the usual ones', screen, (page) => setState(page, { BM: 'Normal' })],
    ['a drawing within has the usual mode', { ...screen, I: true }, (page) => drawWithin(page, { BM: 'Compatible' })],
    ['drawings lie in a ring', screen, drawRing],
  ])('is left out where %s', async (_, group, change) => {
    expect(await groupOf(group, change)).toBeUndefined();
  });

  function drawing(page: PDFPage, resources: object): PDFRef {
    const { context } = page.doc;
    const dict = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: { ...resources } };
    return context.register(context.stream('0 0 9 9 re f', dict as never));
  }

  function drawWithin(page: PDFPage, state: object): void {
    const inner = drawing(page, { ExtGState: { GS: { ...state } } });
    page.node.setXObject(name('Outer'), drawing(page, { XObject: { Inner: inner } }));
  }

  function blending(page: PDFPage): PDFRef {
    return drawing(page, { ExtGState: { GS: { BM: 'Luminosity' } } });
  }

  function drawRing(page: PDFPage): void {
    const ring = drawing(page, {});
    const { dict } = page.doc.context.lookup(ring, PDFStream);
    dict.lookup(name('Resources'), PDFDict).set(name('XObject'), page.doc.context.obj({ Self: ring }));
    page.node.setXObject(name('Ring'), ring);
  }
});
