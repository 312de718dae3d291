import { readFile, writeFile } from 'node:fs/promises';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import { expect, it } from 'vitest';
import { loadPdf } from '../../electron/core/evidence/pdf/load-pdf.ts';
import { pageForm, sourceFor } from '../../electron/core/evidence/pdf/page-form.ts';
import { deferStreams } from '../../electron/core/packet/defer-streams.ts';
import { DeferredStream } from '../../electron/core/packet/deferred-stream.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();

it('leaves large streams in their file, and lets go of its bytes', async () => {
  const made = await PDFDocument.create();
  const page = made.addPage();
  const large = Buffer.alloc(20_000, 'juli');
  page.node.setXObject(PDFName.of('Large'), made.context.register(made.context.stream(large, { Type: 'XObject' })));
  page.node.set(PDFName.of('Contents'), made.context.register(made.context.stream('q Q')));
  const path = work.path('large.pdf');
  await writeFile(path, await made.save({ useObjectStreams: false }));

  const bytes = await readFile(path);
  const target = await PDFDocument.create();
  const from = target.context.largestObjectNumber;
  pageForm(sourceFor(await loadPdf(bytes), target), 0, target.context);
  deferStreams(target.context, { path, bytes }, from);

  const objects = target.context.enumerateIndirectObjects().map(([, object]) => object);
  const [deferred, ...more] = objects.filter((object) => object instanceof DeferredStream);
  expect(more).toEqual([]);
  expect(deferred?.data).toMatchObject({ path, size: bytes.length });
  const [range] = deferred?.data.ranges ?? [];
  expect(bytes.subarray(range?.offset, (range?.offset ?? 0) + (range?.length ?? 0)).equals(large)).toBe(true);
  const kept = objects.filter((object) => object instanceof PDFRawStream);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.every(({ contents }) => contents.buffer !== bytes.buffer)).toBe(true);
});
