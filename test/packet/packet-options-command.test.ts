import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { paperIds } from '../../electron/contract/case/case-kinds.ts';
import { errorTable } from '../../electron/contract/errors.ts';
import { type PacketResult, packetResultSchema } from '../../electron/contract/packet-result.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { lockedPdfFile } from '../support/pdf-files.ts';
import { readPdf } from '../support/read-pdf.ts';
import { onlyObject, runJuli } from '../support/run-juli.ts';
import { situationCase, writeSituation } from '../support/situations/situations.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
let usedKey = '';
let group = '';
beforeAll(async () => {
  usedKey = await writeSituation(work.path('used-key'), 'usedKey');
  group = await writeSituation(work.path('group'), 'group');
});

const bare = ['--no-cover', '--no-toc', '--no-appendix', '--no-checksums'];

async function packet(...options: string[]): Promise<PacketResult> {
  const run = await runJuli(['packet', usedKey, '-o', work.path('packet.pdf'), '--json', ...options]);
  expect(run, run.stderr).toMatchObject({ exitCode: 0, stderr: '' });
  return packetResultSchema.parse(onlyObject(run.stdout));
}
const ids = ({ parts }: PacketResult) => parts.map(({ id }) => id);

async function textOf(path: string): Promise<string> {
  const pdf = await readPdf(path);
  await pdf.close();
  return pdf.pages.map(({ compact }) => compact).join('');
}

describe('juli packet --papers', () => {
  it('takes the timeline and the catalogue as papers, and then no other', async () => {
    expect(ids(await packet('--papers', 'evidence-list, timeline', ...bare))).toEqual(['timeline', 'evidence-list']);
  });

  it('all prints each paper for which the case has an occasion, in the order of filing', async () => {
    const printed = ids(await packet('--papers', 'all', ...bare)).filter((id) =>
      paperIds.some((paper) => paper === id),
    );
    expect(printed).toEqual(paperIds.filter((id) => printed.includes(id)));
    expect(printed).toEqual(
      expect.arrayContaining(['platform-appeal', 'payment-dispute', 'rebuttal', 'service-address']),
    );
  });

  it('suggested prints the papers that advise calls usable now', async () => {
    const run = await runJuli(['advise', usedKey, '--json']);
    const now = z
      .object({ papers: z.array(z.object({ id: z.string(), use: z.string() })) })
      .parse(onlyObject(run.stdout))
      .papers.flatMap(({ id, use }) => (use === 'now' ? [id] : []));
    expect(ids(await packet('--papers', 'suggested', ...bare)).toSorted()).toEqual(now.toSorted());
  });
});

describe('juli packet --layout', () => {
  it('elements prints the statement of claim as the form, whatever the case says', async () => {
    const only = ['--papers', 'small-claims', ...bare];
    const traditional = await textOf((await packet('--layout', 'traditional', ...only)).packet);
    const elements = await textOf((await packet('--layout', 'elements', ...only)).packet);
    expect(traditional).toContain('此致');
    expect(traditional).not.toContain('√');
    // The form has boxes to tick and no such close.
    expect(elements).toContain('√');
    expect(elements).not.toContain('此致');
  });
});

describe('juli packet --redacted --passwords', () => {
  const [phone, idNumber, password] = ['19900000001', '00000019900307001X', 'geheim-7'];
  const locked = `账单${phone}.pdf`;
  beforeAll(async () => {
    const evidence = exhibitsOf([locked]).map((item) => ({ ...item, title: `${phone}的账单` }));
    const changes = { ...withoutReferences, title: `维权案${phone}`, 'statements.background': idNumber, evidence };
    const files = new Map([[locked, await lockedPdfFile(password)]]);
    await writeCaseFolder(work.path('locked'), cleanCaseFile(changes), files);
  });
  const make = async (word: string, ...options: string[]) => {
    await writeFile(work.path('passwords.txt'), `${locked}\t${word}\n`);
    const more = ['--passwords', work.path('passwords.txt'), '--redacted', '--papers', 'refund-request', ...options];
    return runJuli(['packet', work.path('locked'), ...more], { cwd: work.path('locked') });
  };

  it('opens the PDF, and says nothing of what is hidden: not in the name of the file, not on either stream', async () => {
    const run = await make(password, '--json');
    expect(run, run.stderr).toMatchObject({ exitCode: 0, stderr: '' });
    const result = packetResultSchema.parse(onlyObject(run.stdout));
    expect(result.evidence).toMatchObject([{ files: [{ path: '账单199****0001.pdf', status: 'included', pages: 2 }] }]);
    expect(result.packet).toBe(join(work.path('locked'), '维权案199____0001（遮盖版）.pdf'));
    for (const secret of [phone, idNumber, password]) expect(run.stdout).not.toContain(secret);
  });

  it('makes nothing of a password that opens nothing, and does not repeat it', async () => {
    const run = await make('falsch-8');
    expect(run).toMatchObject({ exitCode: errorTable.USAGE.exit, stdout: '' });
    expect(run.stderr).toContain(`给出的密码打不开 ${locked}`);
    expect(run.stderr).not.toContain('falsch-8');
  });
});

describe('juli packet --per-claimant', () => {
  it('gives each claimant a packet with the own name and without those of the others', async () => {
    const target = work.path('each');
    const run = await runJuli(['packet', group, '--per-claimant', '-o', target, '--json', ...bare]);
    expect(run, run.stderr).toMatchObject({ exitCode: 0, stderr: '' });
    const { packets } = z.strictObject({ packets: z.array(packetResultSchema) }).parse(onlyObject(run.stdout));
    const names = situationCase('group').claimants.map(({ name }) => name ?? '');
    expect(packets).toHaveLength(names.length);
    expect((await readdir(target)).map((file) => `${target}/${file}`).toSorted()).toEqual(
      packets.map((one) => one.packet).toSorted(),
    );
    for (const [index, one] of packets.entries()) {
      const text = await textOf(one.packet);
      expect(names.filter((name) => text.includes(name))).toEqual([names[index]]);
      // Paths lead to the case as it stands on disk, not to the part of it that one packet is made from.
      for (const { path } of one.findings) expect(path).not.toMatch(new RegExp(`^claimants\\[(?!${index}\\])`));
    }
  });

  it('answers WRITE_FAILED to a file in place of the folder', async () => {
    await mkdir(work.path('taken'));
    await writeFile(work.path('taken/file.pdf'), 'x');
    const run = await runJuli(['packet', group, '--per-claimant', '-o', work.path('taken/file.pdf')]);
    expect(run).toMatchObject({ exitCode: errorTable.WRITE_FAILED.exit, stdout: '' });
    expect(await readdir(work.path('taken'))).toEqual(['file.pdf']);
  });
});

describe('juli packet, how it is bound', () => {
  it('writes volumes, marks copies and leaves out what is not wanted', async () => {
    const target = work.path('form/材料.pdf');
    const options = ['--duplex', '--separators', '--copy', '--no-page-numbers', '--volume-pages', '20'];
    const run = await runJuli(['packet', usedKey, '-o', target, '--json', '--papers', 'all', ...options]);
    expect(run, run.stderr).toMatchObject({ exitCode: 0, stderr: '' });
    const { volumes, pages } = packetResultSchema.parse(onlyObject(run.stdout));
    expect(await readdir(work.path('form'))).toEqual(volumes.map((_, index) => `材料-第${index + 1}册.pdf`));
    expect(volumes.length).toBeGreaterThan(1);
    expect(volumes.reduce((sum, volume) => sum + volume.pages, 0)).toBe(pages);
    const text = await textOf(volumes[0]?.packet ?? '');
    expect(text).toContain('副本');
    expect(text).toContain('此页空白');
    expect(text).not.toMatch(/第\d+页共\d+页/u);
  });

  it.each([
    ['--volume-pages', '19'],
    ['--volume-size', 'x'],
    ['--profile', 'other'],
  ])('refuses %s %s', async (option, value) => {
    const run = await runJuli(['packet', usedKey, '-o', work.path('never.pdf'), option, value]);
    expect(run).toMatchObject({ exitCode: errorTable.USAGE.exit, stdout: '' });
    expect(run.stderr).toContain(option);
  });
});
