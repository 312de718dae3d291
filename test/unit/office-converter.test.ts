import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { createOfficeConverter } from '../../electron/core/evidence/documents/office-converter.ts';
import type { SourceContent } from '../../electron/core/evidence/evidence-source.ts';
import { problemNow } from '../../electron/core/evidence/problem-now.ts';
import { createEvidenceReader, type EvidenceReader } from '../../electron/core/evidence/read-evidence.ts';
import { unprintedKind } from '../../electron/core/evidence/unprinted-kind.ts';
import type { OfficeConverter } from '../../electron/core/ports.ts';
import { createRunProgram } from '../../electron/core/run-program.ts';
import { evidenceTools } from '../support/evidence-tools.ts';
import { wordFile, workbookFile, zipOf } from '../support/office-files.ts';
import { plainPdf } from '../support/pdf-files.ts';
import { checkerPng } from '../support/pictures.ts';
import { rawZip } from '../support/raw-zip.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const runOtherProgram = createRunProgram(spawn);

const work = useWorkFolder();
const { signal } = new AbortController();
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** An old Office file as far as its kind is told: the mark of the container, and the name of a stream. */
function oleFile(stream: string): Buffer {
  const mark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([mark, Buffer.alloc(1024 * 1024 - 20), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]);
}

describe('a document', () => {
  const asked: string[] = [];
  let chosen: OfficeConverter | undefined;
  let reader: EvidenceReader;
  let outcome: 'pages' | 'nothing' | 'rubbish' = 'pages';

  beforeAll(async () => {
    const [own, converted] = await Promise.all([plainPdf(1), plainPdf(3)]);
    const office: OfficeConverter = {
      isThere: () => Promise.resolve(true),
      async toPdf({ path, extension }, folder) {
        asked.push(extension);
        expect(await readdir(folder)).toEqual([]);
        expect(existsSync(path)).toBe(true);
        if (outcome === 'nothing') throw new Error('it could not');
        const pdf = join(folder, 'document.pdf');
        await writeFile(pdf, outcome === 'pages' ? converted : 'rubbish');
        return pdf;
      },
    };
    chosen = office;
    reader = createEvidenceReader({
      ...evidenceTools(work.path()),
      printPages: () => Promise.resolve(own),
      office: () => (chosen === undefined ? undefined : office),
    });
  });
  afterAll(() => reader.close());

  async function read(name: string, bytes?: Uint8Array): Promise<{ content: SourceContent; asked: string[] }> {
    const path = work.path(name);
    if (bytes !== undefined) await writeFile(path, bytes);
    const before = asked.length;
    const { content } = await reader.read(path, { path: name }, signal);
    return { content, asked: asked.slice(before) };
  }

  it('gets the pages of the office program where somebody chose that, and only then', async () => {
    outcome = 'pages';
    const file = await wordFile(await checkerPng(20, 20));
    const converted = await read('协议.docx', file);
    expect(converted).toMatchObject({
      asked: ['docx'],
      content: { kind: 'pages', pages: [{}, {}, {}], remarks: [expect.stringContaining('由 LibreOffice 转换')] },
    });
    // What was read with the one choice is not what the other gives.
    const office = chosen;
    chosen = undefined;
    const own = await read('协议.docx');
    expect(own.asked).toEqual([]);
    expect(own.content).toMatchObject({ pages: [{}], remarks: ['Word 文件按文字和表格重排，版式以原件为准'] });
    chosen = office;
    expect((await read('协议.docx')).content).toEqual(converted.content);
    expect(
      createHash('sha256')
        .update(await readFile(work.path('协议.docx')))
        .digest('hex'),
    ).toBe(createHash('sha256').update(file).digest('hex'));
    expect((await readdir(work.path())).filter((name) => name.startsWith('office-'))).toEqual([]);
  });

  it.each([
    ['nothing', '没有转换成功'],
    ['rubbish', '没有转换成功'],
  ] as const)('is set by Juli itself where the office program makes %s of it, which is said', async (made, said) => {
    outcome = made;
    const { content } = await read(`${made}.docx`, await wordFile(await checkerPng(20, 20)));
    expect(content).toMatchObject({
      pages: [{}],
      remarks: [expect.stringContaining(said), 'Word 文件按文字和表格重排，版式以原件为准'],
    });
    const old = await read(`${made}.doc`, oleFile('WordDocument'));
    expect(old.content).toMatchObject({
      kind: 'unusable',
      reason: expect.stringMatching(/没有转换成功；这是旧版 Office/),
    });
  });

  it('of an old kind gets pages too; what is no document in the same container is not tried', async () => {
    outcome = 'pages';
    expect((await read('旧.doc', oleFile('WordDocument'))).asked).toEqual(['doc']);
    expect((await read('旧.xls', oleFile('Workbook'))).asked).toEqual(['xls']);
    expect((await read('旧.et', oleFile('Book\0'))).asked).toEqual(['xls']);
    expect((await read('旧.ppt', oleFile('PowerPoint Document'))).asked).toEqual(['ppt']);
    const locked = Buffer.concat([oleFile('EncryptedPackage'), Buffer.from('Workbook', 'utf16le')]);
    for (const [name, bytes] of [
      ['安装.msi', oleFile('SummaryInformation')],
      ['加密.xlsx', locked],
      ['聊天.txt', Buffer.from('您好')],
    ] as const) {
      expect((await read(name, bytes)).asked).toEqual([]);
    }
  });

  it('that unpacks to far more than it is, is not given to the office program', async () => {
    const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
    const bomb = rawZip([
      { name: '[Content_Types].xml', data: types },
      { name: 'word/document.xml', data: Buffer.alloc(11 * 1024 ** 2), isDeflated: true },
    ]);
    expect((await read('炸弹.docx', bomb)).asked).toEqual([]);
  });

  it('has no problem in the window any more once it can be printed', () => {
    const row = { mime: 'application/x-ole-storage', problem: unprintedKind('application/x-ole-storage') };
    expect(problemNow(row, { usesOffice: false })).toBe(row.problem);
    expect(problemNow(row, { usesOffice: true })).toBeUndefined();
    expect(problemNow({ ...row, problem: '太大' }, { usesOffice: true })).toBe('太大');
    const archive = { mime: 'application/x-7z-compressed', problem: unprintedKind('application/x-7z-compressed') };
    expect(problemNow(archive, { usesOffice: true })).toBe(archive.problem);
  });
});

describe('the converter', () => {
  it('looks on the path and nowhere that is not absolute, and is not there where nothing is', async () => {
    await mkdir(work.path('bin'));
    const run = () => Promise.reject(new Error('nothing is run'));
    const at = (PATH: string) => createOfficeConverter({ platform: 'linux', environment: { PATH } }, run);
    await writeFile(work.path('bin/soffice'), '');
    const isInstalled = await at('').isThere();
    expect(await at(work.path('bin')).isThere()).toBe(isInstalled);
    await chmod(work.path('bin/soffice'), 0o755);
    expect(await at(`relative:${work.path('bin')}`).isThere()).toBe(true);
    const windows = createOfficeConverter({ platform: 'win32', environment: {} }, run);
    expect(await windows.isThere()).toBe(false);
    await expect(windows.toPdf({ path: 'x', extension: 'docx' }, work.path(), signal)).rejects.toThrow('no office');
  });

  it('ends with all that it started when it is stopped', async () => {
    const stop = new AbortController();
    let ended: Promise<unknown> | undefined;
    const start = () => {
      const { port } = held.address() as AddressInfo;
      const inner = `require('node:net').connect(${port}, '127.0.0.1')`;
      const outer = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}]); setInterval(() => 0, 1e6)`;
      const program = { path: process.execPath, words: ['-e', outer], environment: process.env };
      ended = runOtherProgram(program, stop.signal).catch((cause: Error) => cause.message);
    };
    // What was started in turn holds a line to here for as long as it runs.
    const held = createTcpServer();
    const [line] = await Promise.all([
      new Promise<Socket>((resolve) => held.once('connection', resolve)),
      new Promise<void>((resolve) => held.listen(0, '127.0.0.1', resolve)).then(() => start()),
    ]);
    const hungUp = new Promise((resolve) => line.once('close', resolve));
    line.on('error', () => undefined).resume();
    stop.abort(new Error('enough'));
    await expect(ended).resolves.toBe('enough');
    await hungUp;
    held.close();
    const failing = runOtherProgram({ path: '/bin/sh', words: ['-c', 'exit 3'], environment: {} }, signal);
    await expect(failing).rejects.toThrow('ended with 3');
    await expect(runOtherProgram({ path: work.path('no'), words: [], environment: {} }, signal)).rejects.toThrow();
  });

  it('sets real files in pages, and asks nobody for what they link to', { timeout: 60_000 }, async (context) => {
    const office = createOfficeConverter({ platform: process.platform, environment: process.env }, runOtherProgram);
    await skipWithout(office, context);
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const reader = createEvidenceReader({ ...evidenceTools(work.path()), office: () => office });
    try {
      for (const [name, bytes] of [
        ['链接.docx', linkedWordFile(`http://127.0.0.1:${port}/x.png`)],
        [
          '账.xlsx',
          workbookFile([{ name: '账', content: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }]),
        ],
      ] as const) {
        await writeFile(work.path(name), bytes);
        const { content } = await reader.read(work.path(name), { path: name }, signal);
        expect(content, name).toMatchObject({
          pages: [{ kind: 'pdf-page' }],
          remarks: [expect.stringContaining('由 LibreOffice 转换')],
        });
      }
      expect(asked).toEqual([]);
    } finally {
      server.close();
      await reader.close();
    }
  });
});

async function skipWithout(office: OfficeConverter, { skip }: TestContext): Promise<void> {
  if (await office.isThere()) return;
  const reason = 'no LibreOffice is installed here';
  process.stderr.write(`${reason}\n`);
  skip(reason);
}

/** A Word file with a picture that lies elsewhere. */
function linkedWordFile(address: string): Uint8Array {
  const schemas = 'http://schemas.openxmlformats.org';
  const relationships = `${schemas}/package/2006/relationships`;
  const office = `${schemas}/officeDocument/2006/relationships`;
  const drawing = `${schemas}/drawingml/2006`;
  const picture = [
    `<wp:inline xmlns:wp="${drawing}/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="1"/>`,
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture"><pic:pic xmlns:pic="${drawing}/picture">`,
    '<pic:nvPicPr><pic:cNvPr id="1" name="1"/><pic:cNvPicPr/></pic:nvPicPr>',
    '<pic:blipFill><a:blip r:link="r1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>',
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>',
    '</pic:pic></a:graphicData></a:graphic></wp:inline>',
  ].join('');
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="r1" Type="${office}/image" Target="${address}" TargetMode="External"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${schemas}/wordprocessingml/2006/main" xmlns:r="${office}"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:drawing>${picture}</w:drawing></w:r></w:p></w:body></w:document>`,
  });
}
