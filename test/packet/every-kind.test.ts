import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PacketResult } from '../../electron/contract/packet-result.ts';
import type { Draft } from '../../electron/contract/rpc/case-procedures.ts';
import type { App } from '../../electron/core/app.ts';
import { openStoredCase } from '../../electron/core/drafts/open-stored-case.ts';
import { type Taken, takeEvidence } from '../../electron/core/evidence/intake/take-evidence.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { createChromiumMedia } from '../../electron/server/chromium-media.ts';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { build, fileIn, openApp } from '../support/build-packet.ts';
import { withoutReferences, writeExhibits } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { filesOfEveryKind } from '../support/every-kind.ts';
import { expectTrueNumbers } from '../support/packet-truth.ts';
import { readPdf } from '../support/read-pdf.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** The window and the command line both take every kind, and make the same of it. */
describe('a file of each kind', () => {
  const work = useWorkFolder();
  const running = { signal: new AbortController().signal, progress: () => undefined };
  const printer = createChromiumPrinter();
  const selection = { ...wholePacket, papers: [] };
  let app: App;
  let test: TestWorkspace;
  let files: Map<string, Uint8Array>;
  let fromFolder: PacketResult;
  let fromWindow: PacketResult;
  let taken: Taken;

  beforeAll(async () => {
    app = openApp();
    test = await openTestWorkspace({ printer, media: createChromiumMedia() });
    files = await filesOfEveryKind();
    const folder = await writeExhibits(work.path('case'), files);
    fromFolder = await build(app, folder, work.path('folder.pdf'), { selection });
    await mkdir(work.path('given'));
    const given = await Promise.all(
      [...files].map(async ([name, bytes]) => {
        const path = work.path('given', name);
        await writeFile(path, bytes);
        return { path, name, relativePath: name, isTemporary: false };
      }),
    );
    const { store } = test.workspace;
    const { id } = store.cases.create(cleanCaseFile({ ...withoutReferences, evidence: [] }) as Draft);
    taken = await takeEvidence({ store, clock: test.workspace.clock }, { caseId: id, files: given }, running);
    fromWindow = await build(test.workspace.app, '', work.path('window.pdf'), {
      case: openStoredCase(test.workspace, id),
      selection,
    });
  }, 120_000);
  afterAll(async () => {
    await test.end();
    await app.close();
    await printer.close();
  });

  const outcomes = ({ evidence }: PacketResult) =>
    new Map(
      evidence.flatMap((item) => item.files.map(({ path, firstPage: _, ...file }) => [basename(path), file] as const)),
    );

  it('is in the packet of a case folder, and what cannot be printed is named with its reason', async () => {
    const found = outcomes(fromFolder);
    expect([...found.keys()]).toEqual([...files.keys()]);
    const refused = [...found].flatMap(([name, { status, reason }]) =>
      status === 'placeholder' ? [[name, reason]] : [],
    );
    expect(refused).toEqual([
      ['发票.ofd', expect.stringContaining('OFD')],
      ['加密.pdf', expect.stringContaining('密码')],
      ['截断.png', expect.stringContaining('不完整')],
      ['旧文档.doc', expect.stringContaining('.docx')],
      ['乱码.png', expect.stringContaining('认不出')],
      ['程序.exe', expect.stringContaining('不会运行它')],
    ]);
    for (const [name, { pages, sha256 }] of found) {
      expect(pages, name).toBeGreaterThan(0);
      expect(sha256, name).toBe(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
      );
    }
    const pdf = await readPdf(work.path('folder.pdf'));
    expectTrueNumbers(pdf, fromFolder);
    for (const [name] of refused) {
      const { firstPage } = fileIn(fromFolder, name ?? '');
      expect(pdf.pages[firstPage - 1]?.compact).toContain('此文件未能收入附件');
    }
    await pdf.close();
  });

  it('is taken in by the window, which drops none and says at once of what it cannot print', () => {
    expect(taken.result).toMatchObject({ added: files.size, duplicates: [] });
    expect(taken.result.problems.every(({ isTaken }) => isTaken)).toBe(true);
    const refused = [...outcomes(fromFolder)].flatMap(([name, { status }]) => (status === 'placeholder' ? [name] : []));
    expect(taken.result.problems.map(({ name }) => name).sort()).toEqual(refused.sort());
  });

  it('leaves the audit nothing to say, with the intake log in the list of originals', () => {
    for (const { findings } of [fromFolder, fromWindow]) {
      expect(findings.filter(({ id }) => id.startsWith('audit.'))).toEqual([]);
    }
  });

  it('comes out of both the same', () => {
    const [folder, window] = [outcomes(fromFolder), outcomes(fromWindow)];
    expect([...window.keys()].sort()).toEqual([...folder.keys()].sort());
    for (const [name, file] of folder) expect(window.get(name), name).toEqual(file);
  });
});
