import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError, type InputProblem } from '../../electron/contract/errors.ts';
import { resolveOverlay } from '../../electron/core/render/overlay.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();

async function folderOf(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = work.path(name);
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

const builtIn = {
  'documents/letter.hbs': '<p>{{title}}{{> line}}</p>',
  'documents/packet.hbs': '<html>{{{styles}}}</html>',
  'partials/line.hbs': '<b>built-in</b>',
  'styles/b.css': 'b{}',
  'styles/d.css': 'd{}',
  'law/clocks.json': '{}',
  'law/provisions/civil-code.json': '{}',
  'samples/one/case.json': '{}',
};
const base = (name: string) => folderOf(`${name}-base`, builtIn);

async function problemsOf(action: Promise<unknown>): Promise<readonly InputProblem[]> {
  const error: unknown = await action.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof AppError)) throw new Error('nothing was refused', { cause: error });
  expect(error.code).toBe('TEMPLATE_INVALID');
  return error.data.problems ?? [];
}

async function refusal(action: () => unknown): Promise<AppError['data']> {
  try {
    await action();
  } catch (error) {
    if (error instanceof AppError && error.code === 'TEMPLATE_INVALID') return error.data;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('templates of one’s own', () => {
  it('replace files of the same name, and add partials and styles, which come last', async () => {
    const own = await folderOf('good', {
      'documents/letter.hbs': '<h1>{{title}}{{> line}}{{> added}}</h1>',
      'partials/added.hbs': '<i>added</i>',
      'styles/a.css': 'a{}',
      'styles/d.css': 'own{}',
      'law/provisions/civil-code.json': '{"own":true}',
      'README.md': 'for people',
      '.git/config': 'x',
    });
    const folder = await base('good');
    const files = await resolveOverlay(folder, own);
    expect(files.get('law/provisions/civil-code.json')).toBe(join(own, 'law/provisions/civil-code.json'));
    expect(files.get('law/clocks.json')).toBe(join(folder, 'law/clocks.json'));
    expect([...files.keys()].filter((path) => !/^(?:documents|partials|styles|law)\//.test(path))).toEqual([]);
    const templates = await readTemplates(folder, own);
    expect(templates.render('letter', { title: '信' })).toBe('<h1>信<b>built-in</b><i>added</i></h1>');
    expect(templates.styles).toBe('b{}\nown{}\na{}');
  });

  it('stay away when there is no folder of one’s own', async () => {
    const folder = await base('none');
    expect((await resolveOverlay(folder)).get('styles/b.css')).toBe(join(folder, 'styles/b.css'));
    await expect(resolveOverlay(folder, work.path('not-there'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are refused by name, all at once, where nothing would ever read them, with the nearest right name', async () => {
    const own = await folderOf('misnamed', {
      'documents/leter.hbs': 'x',
      'documents/packet.hbs': 'x',
      'law/clock.json': '{}',
      'style/b.css': 'x',
      'partials/deep/line.hbs': 'x',
      'letter.hbs': 'x',
    });
    const problems = await problemsOf(resolveOverlay(await base('misnamed'), own));
    expect(problems.map(({ path }) => path)).toEqual([
      'documents/leter.hbs',
      'documents/packet.hbs',
      'law/clock.json',
      'letter.hbs',
      'partials/deep/line.hbs',
      'style/b.css',
    ]);
    expect(problems[0]?.expected).toContain('documents/letter.hbs');
    expect(problems[1]?.found).toContain('不能替换');
    expect(problems[2]?.expected).toContain('law/clocks.json');
  });

  it('are refused when they lead out of the folder, are too large or no UTF-8', async () => {
    const outside = await folderOf('outside', { 'secret.hbs': 'secret', 'folder/line.hbs': 'secret' });
    const own = await folderOf('unsound', {
      'partials/large.hbs': 'x'.repeat(1024 * 1024 + 1),
      'partials/gbk.hbs': new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]),
      'partials/inside.hbs': 'x',
    });
    await symlink(join(outside, 'secret.hbs'), join(own, 'partials/out.hbs'));
    await symlink(join(own, 'nowhere'), join(own, 'partials/broken.hbs'));
    await symlink(join(outside, 'folder'), join(own, 'styles'));
    const problems = await problemsOf(resolveOverlay(await base('unsound'), own));
    expect(problems.map(({ path, found }) => `${path} ${found}`)).toEqual([
      'partials/broken.hbs 读不到',
      'partials/gbk.hbs 其他编码',
      'partials/large.hbs 1048577 字节',
      'partials/out.hbs 链接，指向文件夹之外',
      expect.stringContaining('styles'),
    ]);
  });

  it('may be links inside the folder', async () => {
    const own = await folderOf('linked', { 'partials/line.hbs': 'own' });
    await symlink(join(own, 'partials/line.hbs'), join(own, 'partials/again.hbs'));
    expect((await resolveOverlay(await base('linked'), own)).has('partials/again.hbs')).toBe(true);
  });
});

/** Each hostile template, what names it, and the line. */
const hostile: readonly (readonly [name: string, source: string, detail: RegExp])[] = [
  ['raw output', '\n{{{title}}}', /三重花括号/],
  ['raw output with an ampersand', '\n{{&title}}', /三重花括号/],
  ['lookup', '\n{{lookup this "constructor"}}', /没有名为 lookup/],
  ['lookup in a block', '\n{{#with (lookup this "constructor")}}x{{/with}}', /嵌套/],
  ['log', '\n{{log title}}', /没有名为 log/],
  ['an inline partial', '\n{{#*inline "line"}}x{{/inline}}', /内联片段/],
  ['a partial with a body', '\n{{#> line}}x{{/line}}', /内联片段/],
  ['a partial chosen at run time', '\n{{> (lookup this "title")}}', /不能计算/],
  ['a script', '\n<script>x()</script>', /<script>/],
  ['a script around a comment', '\n<scr{{! }}ipt>x()</script>', /<script>/],
  ['a script in an attribute', '\n<p onclick="x()">x</p>', /onclick/],
  ['a picture from the network', '\n<img src="http://127.0.0.1:9/x.png">', /src 只能指向卷内/],
  ['a picture whose address is put together', '\n<img src="//{{title}}">', /src 只能指向卷内/],
  ['a picture of SVG', '\n<svg><image href="file:///x"/></svg>', /<image>/],
  ['a frame', '\n<iframe src="file:///x"></iframe>', /<iframe>/],
  ['a style sheet elsewhere', '\n<link rel="stylesheet" href="x.css">', /<link>/],
  ['a link out of the packet', '\n<a href="https://juli.invalid/">x</a>', /href 只能指向卷内/],
  ['a link to a script', "\n<a href='javascript:x()'>x</a>", /href 只能指向卷内/],
  ['a style that loads', '\n<p style="background:url(http://127.0.0.1:9/x)">x</p>', /url\(\)/],
  ['a style element', '\n<style>p{}</style>', /<style>/],
  ['a tag named by a field', '\n<{{title}} src=x>', /标签名/],
  ['a tag named by a partial', '\n<{{> line}}>', /标签名/],
  ['a handler behind a stray bracket', '\n<p < onclick="x()">', /事件属性|onclick/],
  ['an attribute named by a field', '\n<p on{{title}}="x">x</p>', /属性名/],
  ['a comment of HTML', '\n<!-- x -->', /注释/],
  ['a block that is not closed', '\n{{#if title}}x', /不完整/],
];

const hostileStyles: readonly (readonly [name: string, source: string, detail: RegExp])[] = [
  ['an import', '\n@import "http://127.0.0.1:9/x.css";', /@import/],
  ['an import in escapes', '\n@\\69mport "x.css";', /@import/],
  ['a picture from the network', '\np{background:url(http://127.0.0.1:9/x)}', /url\(\)/],
  ['a picture from the disk', '\np{background:URL( "file:///x")}', /url\(\)/],
  ['a picture in escapes', '\np{background:u\\72 l(x)}', /url\(\)/],
  ['a picture by a set', '\np{background:image-set("x" 1x)}', /装入图片/],
  ['a font', '\n@font-face{font-family:x;src:local(x)}', /字体/],
  ['the end of the style', '\np{}</style><script>x()</script>', /HTML/],
];

describe('hostile templates are refused by name and line before anything is rendered', () => {
  it.each(hostile)('%s', async (name, source, detail) => {
    const own = await folderOf(`hostile-${name}`, { 'documents/letter.hbs': source });
    const data = await refusal(async () => readTemplates(await base(`hostile-${name}`), own));
    expect(data.file).toMatch(/^documents\/letter\.hbs:[23]$/);
    expect(data.detail).toMatch(detail);
  });

  it.each(hostileStyles)('a style sheet: %s', async (name, source, detail) => {
    const own = await folderOf(`style-${name}`, { 'styles/own.css': source });
    const data = await refusal(async () => readTemplates(await base(`style-${name}`), own));
    expect(data).toMatchObject({ file: 'styles/own.css:2', detail: expect.stringMatching(detail) });
  });

  it('takes what a paper needs: comments, links inside, classes by condition, pictures from the model', async () => {
    const own = await folderOf('harmless', {
      'documents/letter.hbs':
        '{{! a <script> in a comment }}<p class="x{{#if title}} y{{/if}}" style="{{size}}"><a href="#{{title}}">x</a>' +
        '<img src="{{source}}" alt="it\'s"></p>',
      'styles/own.css': '/* url(http://x) */ p::before { content: "@"; color: #123 }',
    });
    const templates = await readTemplates(await base('harmless'), own);
    expect(
      templates.render('letter', { title: '信', size: 'width:1mm', source: 'data:image/jpeg;base64,AA==' }),
    ).toContain('<p class="x y" style="width:1mm"><a href="#信">');
  });
});

describe('what a template renders is looked at again, however it was put together', () => {
  it.each([
    ['a tag in halves', '<scr{{#if title}}{{else}}x{{/if}}{{#if title}}ipt>{{/if}}'],
    ['a tag of two partials', '{{> open}}{{> half}}>'],
    ['an address of the model', '<img src="{{title}}">'],
  ])('%s', async (name, source) => {
    const own = await folderOf(`rendered-${name}`, {
      'documents/letter.hbs': source,
      'partials/half.hbs': 'iframe',
      'partials/open.hbs': '<',
    });
    const templates = await readTemplates(await base(`rendered-${name}`), own);
    const data = await refusal(() => templates.render('letter', { title: 'http://127.0.0.1:9/' }));
    expect(data.file).toBe('documents/letter.hbs');
  });
});

describe('templates cannot reach prototypes or anything but the model', () => {
  it.each([
    '{{constructor}}',
    '{{__proto__}}',
    '{{title.constructor}}',
    '{{#with constructor}}{{name}}{{/with}}',
    '{{#each constructor}}x{{/each}}',
    '{{[__proto__]}}',
    '{{@root.constructor}}',
    '{{toString}}',
    '{{__defineGetter__}}',
    '{{#with __proto__}}{{constructor}}{{/with}}',
    '{{process}}',
    '{{require}}',
    '{{../title}}',
    '{{@partial-block}}',
  ])('%s', async (source) => {
    const folder = await folderOf(`reach-${source.replaceAll(/\W/g, '_')}`, {
      ...builtIn,
      'documents/letter.hbs': source,
    });
    const templates = await readTemplates(folder);
    let printed: string;
    try {
      printed = templates.render('letter', { title: '信' });
    } catch (error) {
      printed = error instanceof AppError ? error.code : String(error);
    }
    expect(['', 'TEMPLATE_INVALID']).toContain(printed);
  });

  it.each(['{{lookup this "title"}}', '{{log title}}', '{{#with (lookup this "title")}}x{{/with}}'])(
    'not even by the helpers that come with Handlebars: %s',
    async (source) => {
      const name = `helper-${source.replaceAll(/\W/g, '_')}`;
      const folder = await folderOf(name, { ...builtIn, 'documents/letter.hbs': source });
      const templates = await readTemplates(folder);
      expect((await refusal(() => templates.render('letter', { title: '信' }))).file).toMatch(
        /^documents\/letter\.hbs/,
      );
    },
  );
});
