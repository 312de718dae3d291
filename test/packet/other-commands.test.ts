import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorTable } from '../../electron/contract/errors.ts';
import { findingSchema } from '../../electron/contract/finding.ts';
import { timestampResultSchema } from '../../electron/contract/timestamp-result.ts';
import { verifyResultSchema } from '../../electron/contract/verify-result.ts';
import { sampleFolder } from '../support/build-packet.ts';
import { writeCleanCase } from '../support/case-folder.ts';
import { cleanCaseFile } from '../support/clean-case.ts';
import { errorSchema, onlyObject, runJuli } from '../support/run-juli.ts';
import { createTimestampAuthority } from '../support/timestamp-authority.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();

describe('juli check', () => {
  it('prints findings as one JSON object, and for the clean case only that it goes two ways at once', async () => {
    const check = async (folder: string) => {
      const run = await runJuli(['check', folder, '--json']);
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      return z.strictObject({ findings: z.array(findingSchema) }).parse(onlyObject(run.stdout)).findings;
    };
    const clean = await writeCleanCase(work.path('clean'));
    expect(await check(clean)).toMatchObject([{ id: 'filing.two-roads', severity: 'hint' }]);
    const incomplete = await writeCleanCase(work.path('incomplete'), { 'respondents[0].address': undefined });
    expect((await check(incomplete)).map(({ path }) => path)).toContain('respondents[0].address');
  });

  it('tells people each finding with the field to change and the rule behind it', async () => {
    const folder = await writeCleanCase(work.path('told'), { 'respondents[0].address': undefined });
    const run = await runJuli(['check', folder, '--papers', 'small-claims']);
    expect(run).toMatchObject({ exitCode: 0, stdout: '' });
    expect(run.stderr).toMatch(/\[错误\] .*（respondents\[0\]\.address）\n {4}依据：.*民事诉讼法第一百二十四条/u);
  });
});

describe('juli verify', () => {
  it('exits 0 when everything is the same and VERIFY_MISMATCH when one byte is not', async () => {
    const folder = await writeCleanCase(work.path('verified'));
    const target = work.path('verified.pdf');
    expect(await runJuli(['packet', folder, '-o', target])).toMatchObject({ exitCode: 0 });
    const verify = async () => {
      const run = await runJuli(['verify', target, '--evidence', folder, '--json']);
      expect(run.stderr).toBe('');
      return { exitCode: run.exitCode, result: verifyResultSchema.parse(onlyObject(run.stdout)) };
    };
    expect(await verify()).toMatchObject({ exitCode: 0, result: { ok: true } });

    const original = `${folder}/evidence/聊天记录.png`;
    const bytes = await readFile(original);
    bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
    await writeFile(original, bytes);

    const { exitCode, result } = await verify();
    expect(exitCode).toBe(errorTable.VERIFY_MISMATCH.exit);
    expect(result.ok).toBe(false);
    expect(result.files.filter(({ status }) => status !== 'same').map(({ path }) => path)).toEqual([
      'evidence/聊天记录.png',
    ]);
    const people = await runJuli(['verify', target, '--evidence', folder]);
    expect(people.stdout).toBe('');
    expect(people.stderr).toContain('内容不同：evidence/聊天记录.png');
    expect(people.stderr).toContain('材料本身：自带校验一致');
  });

  it('asks for a time stamp of the originals, and checks the reply', async () => {
    const folder = await writeCleanCase(work.path('stamped'));
    const asked = await runJuli(['timestamp', 'request', folder, '-o', work.path('ask.tsq')]);
    expect(asked).toMatchObject({ exitCode: 0, stdout: '' });
    expect(asked.stderr).toContain('据理不联网');
    const again = await runJuli(['timestamp', 'request', folder, '-o', work.path('ask.tsq'), '--json']);
    expect(again.exitCode).toBe(errorTable.WRITE_FAILED.exit);

    const authority = await createTimestampAuthority('2026-11-18T10:00:00+08:00');
    await writeFile(work.path('reply.tsr'), await authority.reply(await readFile(work.path('ask.tsq'))));
    await writeFile(work.path('ca.pem'), authority.rootsPem);
    const checked = await runJuli([
      ...['timestamp', 'verify', folder, work.path('reply.tsr')],
      ...['--request', work.path('ask.tsq'), '--ca', work.path('ca.pem'), '--json'],
    ]);
    expect(checked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(timestampResultSchema.parse(onlyObject(checked.stdout))).toMatchObject({ ok: true });
    await rename(work.path('ask.tsq'), work.path('reply.tsq'));
    const added = await runJuli(['timestamp', 'add', folder, work.path('reply.tsr'), '--json']);
    expect(added).toMatchObject({ exitCode: 0, stderr: '' });
    const kept = join(folder, 'timestamps', '2026-11-18T02-00-00.000Z.tsr');
    expect(onlyObject(added.stdout)).toMatchObject({ kept, result: { ok: true } });
    expect(await readFile(kept)).toEqual(await readFile(work.path('reply.tsr')));
    const refused = await runJuli(['timestamp', 'add', folder, work.path('ca.pem')]);
    expect(refused).toMatchObject({ exitCode: errorTable.VERIFY_MISMATCH.exit, stdout: '' });
    expect(refused.stderr).toContain('没有保存');

    await writeFile(`${folder}/evidence/聊天记录.png`, '改过了');
    const changed = await runJuli(['timestamp', 'verify', folder, work.path('reply.tsr')]);
    expect(changed).toMatchObject({ exitCode: errorTable.VERIFY_MISMATCH.exit, stdout: '' });
    expect(changed.stderr).toContain('盖时间戳的不是这份内容');
    // The list that was stamped stands by itself, whatever becomes of the originals.
    expect(await runJuli(['timestamp', 'verify', work.path('ask.sha256'), work.path('reply.tsr')])).toMatchObject({
      exitCode: 0,
    });
  });

  it('answers NOT_A_PACKET to another file', async () => {
    await writeFile(work.path('other.pdf'), 'x');
    const run = await runJuli(['verify', work.path('other.pdf'), '--evidence', work.path()]);
    expect(run.exitCode).toBe(errorTable.NOT_A_PACKET.exit);
  });
});

describe('juli schema', () => {
  it('prints a JSON Schema that takes the samples, refuses what the program refuses and names what scripts rely on', async () => {
    const run = await runJuli(['schema']);
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const schema: Record<string, unknown> = JSON.parse(run.stdout);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const names = z.looseObject({ properties: z.record(z.string(), z.unknown()) }).parse(schema).properties;
    expect(Object.keys(names)).toEqual(
      expect.arrayContaining(['format', 'claimants', 'respondents', 'evidence', 'events', 'claims']),
    );
    const patterns = [...run.stdout.matchAll(/"pattern": ("(?:[^"\\]|\\.)*")/g)].map((match) =>
      String(JSON.parse(match[1] ?? '')),
    );
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u'), pattern).not.toThrow();
    // Read back by another road than the one it came from. zod leaves off the u flag that JSON Schema asks for
    // (Validation, 6.3.3), so the one pattern with classes of letters is widened for it.
    const readable = run.stdout.replaceAll('[\\\\p{L}\\\\p{N}][\\\\p{L}\\\\p{N}_-]', '[^\\\\s]');
    const reader = z.fromJSONSchema(JSON.parse(readable));
    for (const name of ['software-key', 'game-credit', 'lifetime-membership'] as const) {
      const sample: unknown = JSON.parse(await readFile(`${sampleFolder(name)}/case.json`, 'utf8'));
      expect(reader.safeParse(sample).success, name).toBe(true);
    }
    for (const change of [
      { format: 'juli.case/2' },
      { colour: 'red' },
      { 'claims[0].amount': 268 },
      { 'evidence[0].files': [] },
    ]) {
      const file = 'colour' in change ? { ...cleanCaseFile(), ...change } : cleanCaseFile(change);
      expect(reader.safeParse(file).success, JSON.stringify(change)).toBe(false);
    }
  });
});

describe('juli interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s exits with CANCELLED and leaves nothing anywhere', async (signal) => {
    const [temporary, out] = [work.path(`temporary-${signal}`), work.path(`out-${signal}`)];
    await mkdir(temporary);
    await mkdir(out);
    // The work folder appears when reading begins; a signal then meets the program in the middle of its work.
    const watcher = watch(temporary);
    const run = await runJuli(['packet', sampleFolder('software-key'), '-o', `${out}/packet.pdf`, '--json'], {
      // Node's own compile cache would lie there, too.
      environment: { TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: '1' },
      onStart: (child) => {
        void once(watcher, 'change').then(() => child.kill(signal));
      },
    });
    watcher.close();
    expect(run.exitCode).toBe(errorTable.CANCELLED.exit);
    expect(errorSchema.parse(onlyObject(run.stdout)).error.code).toBe('CANCELLED');
    expect(await readdir(out)).toEqual([]);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('while it writes keeps an older packet of the same name whole', async () => {
    const out = work.path('out-writing');
    await mkdir(out);
    await writeFile(`${out}/packet.pdf`, 'an older packet');
    const watcher = watch(out);
    const run = await runJuli(['packet', sampleFolder('software-key'), '-o', `${out}/packet.pdf`], {
      onStart: (child) => {
        void once(watcher, 'change').then(() => child.kill('SIGINT'));
      },
    });
    watcher.close();
    expect(await readdir(out)).toEqual(['packet.pdf']);
    const content = await readFile(`${out}/packet.pdf`);
    // The signal may come too late to stop the writing; then the new packet is there, whole.
    if (run.exitCode === 0) expect(content.subarray(-6).toString()).toBe('%%EOF\n');
    else {
      expect(run.exitCode).toBe(errorTable.CANCELLED.exit);
      expect(content.toString()).toBe('an older packet');
    }
  });
});
