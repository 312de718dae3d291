import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import { packetFormSchema } from '../../electron/contract/packet-form.ts';
import type { App } from '../../electron/core/app.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { build, openApp } from '../support/build-packet.ts';
import { exhibitsOf, withoutReferences, writeCaseFolder } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { checkerPng, noisePng } from '../support/pictures.ts';
import { errorSchema, onlyObject, runJuli } from '../support/run-juli.ts';
import { useWorkFolder } from '../support/work-folder.ts';

/** Fault injection: whatever goes wrong from outside, nothing half-made is left and no original is touched. */
const work = useWorkFolder();
const selection = { ...wholePacket, papers: [] };
const form = packetFormSchema.parse({ isRedacted: true, volumes: { pages: 20 }, separators: true, duplex: true });
const program = fileURLToPath(new URL('../../electron/server/juli.mjs', import.meta.url));
let app: App;
let folder = '';

beforeAll(async () => {
  app = openApp();
  const names = Array.from({ length: 8 }, (_, index) => `图${index + 1}.png`);
  const pictures = await Promise.all(names.map((_, index) => checkerPng(60 + index, 90)));
  folder = await writeCaseFolder(
    work.path('case'),
    cleanCaseFile({ ...withoutReferences, evidence: exhibitsOf(names) }),
    new Map(names.map((name, index) => [name, pictures[index]])),
  );
});
afterAll(() => app.close());

async function emptyFolder(name: string): Promise<string> {
  await mkdir(work.path(name));
  return work.path(name);
}

async function hashesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  const digest = async (file: string) =>
    createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  return Promise.all(files.sort().map(async (file) => `${file} ${await digest(file)}`));
}

describe('a redacted packet in volumes', () => {
  it('that is stopped at any step leaves nothing', async () => {
    const steps: string[] = [];
    const whole = await app.buildPacket(
      { case: folder, target: work.path('whole/材料.pdf'), selection, strict: false, form },
      {
        signal: new AbortController().signal,
        progress: ({ label, done }) => steps.push(`${label} ${done}`),
      },
    );
    expect(whole.volumes.length).toBeGreaterThan(1);
    expect(await readdir(work.path('whole'))).toHaveLength(whole.volumes.length);
    const last = (label: string) => steps.findLast((step) => step.startsWith(label)) ?? '';
    const chosen = ['遮盖证据 1', last('遮盖证据'), last('装入证据'), '写出文件 1', last('写出文件')];
    for (const step of chosen) expect(steps).toContain(step);
    const out = await emptyFolder('stopped');
    for (const step of chosen) {
      const stop = new AbortController();
      const building = app.buildPacket(
        { case: folder, target: `${out}/材料.pdf`, selection, strict: false, form },
        {
          signal: stop.signal,
          progress: ({ label, done }) => {
            if (`${label} ${done}` === step) stop.abort(new AppError('CANCELLED'));
          },
        },
      );
      await expect(building, step).rejects.toMatchObject({ code: 'CANCELLED' });
      expect(await readdir(out), step).toEqual([]);
    }
  });

  it('one volume of which cannot be put in its place leaves none of the others', async () => {
    const out = await emptyFolder('taken');
    await mkdir(`${out}/材料-第2册.pdf/x`, { recursive: true });
    await expect(build(app, folder, `${out}/材料.pdf`, { selection, form })).rejects.toMatchObject({
      code: 'WRITE_FAILED',
    });
    expect(await readdir(out)).toEqual(['材料-第2册.pdf']);
  });
});

const hasProcesses = existsSync('/proc/self/task');

describe.skipIf(!hasProcesses)(`a browser that is killed${hasProcesses ? '' : ': skipped, there is no /proc'}`, () => {
  const childrenOf = (process: number) =>
    readdirSync(`/proc/${process}/task`).flatMap((task) =>
      readFileSync(`/proc/${process}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );

  it('while it prints ends the build with its reason, leaving nothing', async () => {
    const [temporary, out] = [await emptyFolder('killed-temporary'), await emptyFolder('killed')];
    const run = await runJuli(['packet', folder, '-o', `${out}/材料.pdf`, '--json'], {
      environment: { TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: '1' },
      onStart: (child) => {
        const looking = setInterval(() => {
          const [browser] = child.exitCode === null ? childrenOf(child.pid ?? 0) : [];
          if (browser !== undefined) process.kill(browser, 'SIGKILL');
          if (browser !== undefined || child.exitCode !== null) clearInterval(looking);
        }, 10);
      },
    });
    expect(errorSchema.parse(onlyObject(run.stdout)).error.code).toMatch(/^(?:PRINT_FAILED|CHROMIUM_)/);
    expect(run.exitCode).not.toBe(0);
    expect(await readdir(out)).toEqual([]);
    expect(await readdir(temporary)).toEqual([]);
  });
});

const hasLimits = process.platform !== 'win32';

describe.skipIf(!hasLimits)(`a full disk${hasLimits ? '' : ': skipped, this system sets no limits to files'}`, () => {
  /** A process whose files can be no larger: the system then refuses to write, as a full disk does. */
  function juliWithFilesOf(
    kilobytes: number,
    commandLine: readonly string[],
  ): Promise<{ code: number | null; said: string }> {
    return new Promise((resolve) => {
      const shell = `ulimit -f ${kilobytes}; exec "$@"`;
      const child = spawn('bash', ['-c', shell, 'bash', process.execPath, program, ...commandLine]);
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      child.on('close', (code) => resolve({ code, said }));
    });
  }

  it('ends a packet with its name, and leaves neither a part of it nor a change in the case', async () => {
    const noisy = await writeCaseFolder(
      work.path('noisy'),
      cleanCaseFile({ ...withoutReferences, evidence: exhibitsOf(['大.png']) }),
      new Map([['大.png', await noisePng(1_400, 1_200, 3)]]),
    );
    const before = await hashesIn(noisy);
    const out = await emptyFolder('full');
    const { code, said } = await juliWithFilesOf(3_000, ['packet', noisy, '-o', `${out}/材料.pdf`, '--json']);
    expect(said).toContain('WRITE_FAILED');
    expect(code).not.toBe(0);
    expect(await readdir(out)).toEqual([]);
    expect(await hashesIn(noisy)).toEqual(before);
  });

  it('ends taking files in, and leaves the case as it was', async () => {
    await writeFile(work.path('新图.png'), await noisePng(700, 600, 4));
    await writeFile(work.path('小图.png'), await checkerPng(33, 44));
    const before = await hashesIn(folder);
    const { code, said } = await juliWithFilesOf(600, [
      'add',
      folder,
      work.path('小图.png'),
      work.path('新图.png'),
      '--json',
    ]);
    expect(said).toMatch(/WRITE_FAILED|STORE_FULL/);
    expect(code).not.toBe(0);
    expect(await hashesIn(folder)).toEqual(before);
  });
});
