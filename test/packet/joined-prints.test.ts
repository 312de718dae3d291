import { mkdir, readdir, readFile } from 'node:fs/promises';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';
import pixelmatch from 'pixelmatch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import { plainForm } from '../../electron/contract/packet-form.ts';
import { auditPacket } from '../../electron/core/audit/audit-packet.ts';
import { runQpdf } from '../../electron/core/evidence/pdf/qpdf.ts';
import type { PrintSession } from '../../electron/core/ports.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { checkerPng } from '../support/pictures.ts';
import { type PrintedCase, printCase, readHouse } from '../support/printed-case.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** A long appendix is printed in several documents; here one of 40 sheets, at most 9 of which are printed together. */
const mostSheets = 9;
const form = { ...plainForm, duplex: true, separators: true, perSheet: 1 } as const;
const name = PDFName.of;
const work = useWorkFolder();
const prints: string[] = [];
let session: PrintSession;
let folder = '';
let whole: PrintedCase;
let joined: PrintedCase;
let [wholePdf, joinedPdf]: ReadPdf[] = [];

async function print(file: string, options: Parameters<typeof printCase>[4]): Promise<PrintedCase> {
  return printCase(folder, work.path(file), session, await readHouse(), options);
}

beforeAll(async () => {
  const opened = await createChromiumPrinter().open(new AbortController().signal);
  session = {
    print(html, signal) {
      prints.push(html);
      return opened.print(html, signal);
    },
    close: () => opened.close(),
  };
  const names = Array.from({ length: 40 }, (_, index) => `图${index + 1}.png`);
  const [upright, sideways] = [await checkerPng(60, 90), await checkerPng(900, 300)];
  const items = exhibitsOf(names);
  const evidence = [
    { ...items[0], files: names.slice(0, 3) },
    // One exhibit goes on over a cut, and is spoken of before a cut and behind it.
    { ...items[3], files: names.slice(3, 20) },
    ...items.slice(20).map((item) => ({ ...item, proves: '与{证据:件-4}、{证据:件-40}一致。' })),
  ];
  const file = cleanCaseFile({
    ...withoutReferences,
    evidence,
    events: [{ at: '2026-10-05', text: '商家拒绝，见{证据:件-1}和{证据:件-40}。', evidence: ['件-1', '件-40'] }],
  });
  folder = await writeCaseFolder(
    work.path('case'),
    file,
    new Map(names.map((one, index) => [one, index % 9 === 0 ? sideways : upright])),
  );
  whole = await print('whole.pdf', { form });
  joined = await print('joined.pdf', { form, mostSheets });
  [wholePdf, joinedPdf] = await Promise.all([whole, joined].map(({ target }) => readPdf(target)));
});
afterAll(async () => {
  await Promise.all([wholePdf?.close(), joinedPdf?.close(), session.close()]);
});

describe('an appendix that is printed in several documents', () => {
  it('is the same packet as in one: pages, numbers, links, bookmarks', () => {
    expect(prints.filter((html) => html.includes('counter-reset: page')).length).toBeGreaterThan(4);
    expect(joinedPdf?.pages).toEqual(wholePdf?.pages);
    expect(joinedPdf?.links).toEqual(wholePdf?.links);
    expect(joinedPdf?.links.filter(({ target }) => target === undefined)).toEqual([]);
    expect(joinedPdf?.outline).toEqual(wholePdf?.outline);
    expect(joinedPdf?.labels).toEqual(wholePdf?.labels);
    expect(joined.built.places.anchors).toEqual(whole.built.places.anchors);
  });

  it('looks the same on both sides of a cut', async () => {
    const appendix = joined.built.parts.find(({ id }) => id === 'appendix');
    const first = appendix?.firstPage ?? 1;
    for (const page of [first, first + 31, first + 62]) {
      const [one, other] = await Promise.all([wholePdf?.render(page, 24), joinedPdf?.render(page, 24)]);
      if (one === undefined || other === undefined) throw new RangeError(`no page ${page}`);
      const { width, height } = one;
      expect(pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.15 }), `第${page}页`).toBe(0);
    }
  });

  it('has one tree of tags, in which every piece of every page is found', async () => {
    const [one, other] = await Promise.all([whole, joined].map(({ target }) => load(target)));
    expect(tagFaults(other)).toEqual([]);
    expect(outlineOfTags(other)).toEqual(outlineOfTags(one));
    const identifiers = treeKeys(other, 'IDTree', 'Names').map(String);
    expect(identifiers.length).toBeGreaterThan(3);
    expect(identifiers).toEqual([...new Set(identifiers)].sort());
    expect(identifiers).toEqual(treeKeys(one, 'IDTree', 'Names').map(String));
  });

  it('is sound to a strict reader, and the audit has nothing to say', async () => {
    expect(await runQpdf(joined.target, ['--check', '/in.pdf'])).toMatchObject({ exitCode: 0 });
    const { content, built, target } = joined;
    expect(await auditPacket([target], content, built.composed, new AbortController().signal)).toEqual([]);
  });

  it('gives the same bytes again', async () => {
    const again = await print('again.pdf', { form, mostSheets });
    expect((await readFile(again.target)).equals(await readFile(joined.target))).toBe(true);
  });

  it('is bound in the same volumes', async () => {
    const volumes = { ...form, separators: false, volumes: { pages: 30 } };
    const made = await Promise.all([
      print('volumes/whole.pdf', { form: volumes }),
      print('volumes/joined.pdf', { form: volumes, mostSheets }),
    ]);
    const [one, other] = made.map(({ built }) => built.volumes.map(({ packet }) => packet));
    expect(other?.length).toBeGreaterThan(1);
    for (const [index, packet] of (other ?? []).entries()) {
      const pdfs = await Promise.all([readPdf(one?.[index] ?? ''), readPdf(packet)]);
      expect(pdfs[1].pages).toEqual(pdfs[0].pages);
      expect(pdfs[1].links).toEqual(pdfs[0].links);
      expect(tagFaults(await load(packet))).toEqual([]);
      await Promise.all(pdfs.map((pdf) => pdf.close()));
    }
  });

  // Last, for it takes the browser with it.
  it('leaves nothing behind when it is cancelled between two documents', async () => {
    await mkdir(work.path('cancelled'));
    const stop = new AbortController();
    const before = prints.length;
    const stopping: PrintSession = {
      async print(html, signal) {
        const printed = await session.print(html, signal);
        if (html.includes('counter-reset: page')) stop.abort(new AppError('CANCELLED'));
        return printed;
      },
      close: () => session.close(),
    };
    const options = { form, mostSheets, signal: stop.signal };
    await expect(
      printCase(folder, work.path('cancelled/x.pdf'), stopping, await readHouse(), options),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(prints.length - before).toBeLessThan(8);
    expect(await readdir(work.path('cancelled'))).toEqual([]);
  });
});

const load = async (path: string) => PDFDocument.load(await readFile(path), { updateMetadata: false });

function rootOf(document: PDFDocument | undefined): PDFDict {
  if (document === undefined) throw new RangeError('no document');
  return document.catalog.lookup(name('StructTreeRoot'), PDFDict);
}

function entriesOf(node: PDFDict, entries: string): PDFObject[] {
  const kids = node.lookupMaybe(name('Kids'), PDFArray)?.asArray() ?? [];
  const below = kids.flatMap((kid) => entriesOf(node.context.lookup(kid, PDFDict), entries));
  return [...(node.lookupMaybe(name(entries), PDFArray)?.asArray() ?? []), ...below];
}

const treeKeys = (document: PDFDocument | undefined, tree: string, entries: string) =>
  entriesOf(rootOf(document).lookup(name(tree), PDFDict), entries).filter((_, index) => index % 2 === 0);

/** The roles of the tags, their alternative texts and what is below them. */
function outlineOfTags(document: PDFDocument | undefined): string {
  const root = rootOf(document);
  const show = (object: PDFObject | undefined): string => {
    const element = root.context.lookup(object);
    if (element instanceof PDFArray) return element.asArray().map(show).join(' ');
    if (!(element instanceof PDFDict)) return String(element);
    const role = element.get(name('S'));
    if (role === undefined) return String(element.get(name('Type')));
    return `${role}${element.get(name('Alt')) ?? ''}${element.get(name('ID')) ?? ''}(${show(element.get(name('K')))})`;
  };
  return show(root.get(name('K')));
}

/** Marked content and annotations whose tag is not found, is that of another page, or hangs on nothing. */
function tagFaults(document: PDFDocument | undefined): string[] {
  const root = rootOf(document);
  const { context } = root;
  const pairs = entriesOf(root.lookup(name('ParentTree'), PDFDict), 'Nums');
  const parents = new Map<number, PDFObject | undefined>();
  for (let index = 0; index < pairs.length; index += 2) {
    const key = pairs[index];
    if (key instanceof PDFNumber) parents.set(key.asNumber(), context.lookup(pairs[index + 1]));
  }
  const isInTree = (element: PDFObject | undefined): boolean => {
    const dict = context.lookup(element);
    if (!(dict instanceof PDFDict)) return false;
    if (dict === root) return true;
    const parent = context.lookup(dict.get(name('P')));
    if (!(parent instanceof PDFDict)) return false;
    const kids = context.lookup(parent.get(name('K')));
    const all = kids instanceof PDFArray ? kids.asArray() : [parent.get(name('K'))];
    return all.some((kid) => context.lookup(kid) === dict) && isInTree(parent);
  };
  const keyOf = (dict: PDFDict, key: string) => dict.lookupMaybe(name(key), PDFNumber)?.asNumber() ?? -1;
  return (document?.getPages() ?? []).flatMap(({ node, ref }, index) => {
    const faults: string[] = [];
    const elements = parents.get(keyOf(node, 'StructParents'));
    const found = elements instanceof PDFArray ? elements.asArray() : [];
    const marks = [...contentOf(node).matchAll(/\/MCID (\d+)/g)].map(([, mark]) => Number(mark));
    for (const mark of marks) {
      const element = context.lookup(found[mark]);
      if (!isInTree(element)) faults.push(`第${index + 1}页 MCID ${mark}`);
      else if (
        element instanceof PDFDict &&
        !(element.get(name('Pg')) === ref || String(element).includes(String(ref)))
      ) {
        faults.push(`第${index + 1}页 MCID ${mark}：别的页`);
      }
    }
    if (marks.length === 0) faults.push(`第${index + 1}页没有标记`);
    for (const entry of node.Annots()?.asArray() ?? []) {
      const element = parents.get(keyOf(context.lookup(entry, PDFDict), 'StructParent'));
      if (!isInTree(element) || !(entry instanceof PDFRef && refersTo(element, entry))) {
        faults.push(`第${index + 1}页的链接`);
      }
    }
    return faults;
  });
}

function refersTo(element: PDFObject | undefined, annotation: PDFRef): boolean {
  return element instanceof PDFDict && String(element).includes(`/Obj ${annotation}`);
}

function contentOf(page: PDFDict): string {
  const contents = page.lookup(name('Contents'));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((stream) => page.context.lookup(stream))
    .map((stream) =>
      stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '',
    )
    .join('\n');
}
