import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { settings } from '../../electron/contract/rpc/house-procedures.ts';
import { writeZip } from '../../electron/core/export/write-zip.ts';
import { readHouse } from '../../electron/core/house.ts';
import { previewPart } from '../../electron/core/preview/preview-part.ts';
import { importTemplates } from '../../electron/core/templates/import-templates.ts';
import { createOwnTemplates, type OwnTemplates } from '../../electron/core/templates/own-templates.ts';
import { cleanCase } from '../support/clean-case.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const templatesFolder = join(import.meta.dirname, '../../templates');
const path = 'documents/comparison.hbs';
const builtIn = await readFile(join(templatesFolder, path), 'utf8');
const changed = builtIn.replace('{{title}}', '{{title}}（本所格式）');
const broken = builtIn.replace('{{title}}', '{{titel}}');
const { signal } = new AbortController();

const printer = { assetUrl: (file: string) => file, open: () => Promise.reject(new Error('nothing is printed')) };

const work = useWorkFolder();
let count = 0;
let folder: string;
let ownFolder: string;
let texts: Map<string, string>;
let changes: number;
let templates: OwnTemplates;

beforeEach(async () => {
  count += 1;
  folder = work.path(String(count));
  await mkdir(folder);
  ownFolder = join(folder, 'templates');
  texts = new Map();
  changes = 0;
  templates = createOwnTemplates({
    templatesFolder,
    ownFolder,
    settings: {
      get: () => settings.parse({}),
      change: () => settings.parse({}),
      draftText: (key) => texts.get(key),
      draftTexts: (prefix) =>
        [...texts].filter(([key]) => key.startsWith(prefix)).map(([key, text]) => ({ key, text })),
      setDraftText(key, text) {
        if (text === undefined) texts.delete(key);
        else texts.set(key, text);
      },
    },
    onChange: async () => {
      changes += 1;
    },
  });
});

async function printed(): Promise<string> {
  const house = await readHouse({ templatesFolder, ownTemplates: ownFolder }, printer);
  return previewPart(cleanCase(), 'comparison', house).preview.html;
}

describe('the list of templates', () => {
  it('names all that may be edited in Chinese, and neither the frame nor tables of the law', async () => {
    const list = await templates.list();
    const paths = list.map((file) => file.path);

    expect(paths).toContain('styles/page.css');
    expect(paths).not.toContain('documents/packet.hbs');
    expect(paths.filter((file) => file.startsWith('law/'))).toEqual([]);
    expect(list.filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([]);
    expect(list.every(({ isBuiltIn, isOwn, isUnfinished }) => isBuiltIn && !isOwn && !isUnfinished)).toBe(true);
  });
});

describe('a template of one’s own', () => {
  it('is used as soon as it is sound', async () => {
    const problems = await templates.write(path, changed);

    expect(problems).toEqual([]);
    expect(changes).toBe(1);
    expect(await printed()).toContain('（本所格式）');
    expect(await templates.read(path)).toMatchObject({ isOwn: true, isUnfinished: false, text: changed, builtIn });
    expect(await readdir(join(ownFolder, 'documents'))).toEqual(['comparison.hbs']);
  });

  it('with a mistake is kept word for word, told at its line, and not used', async () => {
    await templates.write(path, changed);

    const problems = await templates.write(path, broken);

    const line = broken.slice(0, broken.indexOf('titel')).split('\n').length;
    expect(problems).toContainEqual(
      expect.objectContaining({ path, line, severity: 'error', detail: expect.stringContaining('titel') }),
    );
    expect(await templates.read(path)).toMatchObject({ text: broken, isUnfinished: true, isOwn: true });
    expect(await printed()).toContain('（本所格式）');
    expect(changes).toBe(1);
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['raw output', '{{{title}}}'],
    ['a picture from outside', '<img src="https://example.invalid/a.png">'],
    ['half a statement', '{{#each rows}}'],
  ])('with %s is not used', async (_what, text) => {
    const problems = await templates.write(path, `${builtIn}${text}`);

    expect(problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    expect((await templates.read(path)).isOwn).toBe(false);
  });

  it('that lacks a field warns, and is used all the same', async () => {
    const problems = await templates.write(path, builtIn.replace('{{title}}', '对比表'));

    expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
    expect((await templates.read(path)).isOwn).toBe(true);
  });

  it('goes back to the built-in one, and tells what it was', async () => {
    await templates.write(path, changed);
    await templates.write(path, broken);

    expect(await templates.reset(path)).toBe(broken);
    expect(await templates.read(path)).toMatchObject({ text: builtIn, isOwn: false, isUnfinished: false });
    expect(await printed()).not.toContain('（本所格式）');
  });

  it('that says what the built-in one says is none', async () => {
    await templates.write(path, changed);
    await templates.write(path, builtIn);

    expect((await templates.read(path)).isOwn).toBe(false);
  });

  it.each([
    'documents/packet.hbs',
    'documents/evidence-pages.hbs',
    'law/issues.json',
    '../settings.hbs',
    'documents/../../outside.hbs',
    'styles/a.hbs',
    'documents/a/b.hbs',
    'partials/.hidden.hbs',
  ])('is refused at %s', async (place) => {
    await expect(templates.write(place, 'x')).rejects.toMatchObject({ code: 'USAGE' });
    expect(texts.size).toBe(0);
  });

  it('of a paper that does not exist waits and is not used', async () => {
    const problems = await templates.write('documents/no-such-paper.hbs', '<p>x</p>');

    expect(problems).toMatchObject([{ path: 'documents/no-such-paper.hbs', severity: 'error' }]);
    expect(await templates.list()).toContainEqual(
      expect.objectContaining({ path: 'documents/no-such-paper.hbs', isBuiltIn: false, isUnfinished: true }),
    );
  });

  it('does not follow a link out of its folder', async () => {
    await mkdir(join(ownFolder, 'styles'), { recursive: true });
    await writeFile(join(folder, 'secret.css'), '.secret {}');
    await symlink(join(folder, 'secret.css'), join(ownFolder, 'styles/page.css'));

    expect((await templates.read('styles/page.css')).text).not.toContain('secret');
  });
});

describe('templates from elsewhere', () => {
  const admitted = (file: string, relativePath?: string) => {
    const name = file.split('/').at(-1) ?? '';
    return { path: file, name, relativePath: relativePath ?? name, isTemporary: false };
  };

  it('come in as the zip that goes out', async () => {
    await templates.write(path, changed);
    const own = await templates.own();
    const zip = join(folder, '模板.zip');
    await writeZip(
      zip,
      own.map((one) => ({ name: one.path, content: { kind: 'text' as const, text: one.text } })),
      { signal, progress: () => undefined },
    );
    await templates.reset(path);

    const { taken, problems } = await importTemplates([admitted(zip)], templates, signal);

    expect({ taken, problems }).toEqual({ taken: [path], problems: [] });
    expect((await templates.read(path)).text).toBe(changed);
  });

  it('are each told about: taken, waiting, or not wanted', async () => {
    await writeFile(join(folder, 'comparison.hbs'), changed);
    await writeFile(join(folder, 'cover.hbs'), '{{nothing}}');
    await writeFile(join(folder, 'notes.txt'), 'x');

    const { taken, problems } = await importTemplates(
      [
        admitted(join(folder, 'comparison.hbs')),
        admitted(join(folder, 'cover.hbs'), '我的模板/documents/cover.hbs'),
        admitted(join(folder, 'notes.txt')),
      ],
      templates,
      signal,
    );

    expect(taken).toEqual([path]);
    expect(problems).toContainEqual(expect.objectContaining({ path: 'documents/cover.hbs', severity: 'error' }));
    expect(problems).toContainEqual(expect.objectContaining({ path: 'notes.txt', severity: 'error' }));
    expect((await templates.read('documents/cover.hbs')).text).toBe('{{nothing}}');
  });
});
