import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../electron/contract/errors.ts';
import { readTemplates } from '../../electron/core/render/templates.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();

/** Templates of the given files in a folder of their own. */
async function templatesOf(name: string, files: Readonly<Record<string, string>>) {
  const folder = work.path(name);
  for (const kind of ['documents', 'partials', 'styles']) await mkdir(join(folder, kind), { recursive: true });
  for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
  return readTemplates(folder);
}

async function refused(action: () => unknown): Promise<AppError> {
  try {
    await action();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('templates', () => {
  it('place a model with partials, runs and styles', async () => {
    const templates = await templatesOf('good', {
      'documents/letter.hbs': '<h1>{{title}}</h1>{{#each lines}}{{> line text=this}}{{/each}}',
      'partials/line.hbs': '<p>{{inline text}}</p>',
      'styles/b.css': 'b{}',
      'styles/a.css': 'a{}',
    });
    const model = { title: '信', lines: [[{ kind: 'text', text: '一' }], [{ kind: 'blank', label: '二' }]] };
    expect(templates.render('letter', model)).toBe(
      '<h1>信</h1><p>一</p><p><span class="blank">〔待填写：二〕</span></p>',
    );
    expect(templates.styles).toBe('a{}\nb{}');
  });

  it('name template, line and field when a document asks for what the model lacks', async () => {
    const templates = await templatesOf('lacking', {
      'documents/letter.hbs': '<h1>{{title}}</h1>\n\n<p>{{adress}}</p>',
    });
    const error = await refused(() => templates.render('letter', { title: '信' }));
    expect(error.code).toBe('TEMPLATE_INVALID');
    expect(error.data).toEqual({ file: 'documents/letter.hbs:3', detail: '没有名为 adress 的字段' });
  });

  it('name the partial, not the document that calls it', async () => {
    const templates = await templatesOf('partial', {
      'documents/letter.hbs': '\n\n{{> line model=inner}}',
      'partials/line.hbs': '<p>\n{{missing}}</p>',
    });
    const error = await refused(() => templates.render('letter', { inner: {} }));
    expect(error.data).toEqual({ file: 'partials/line.hbs:2', detail: '没有名为 missing 的字段' });
  });

  it.each([
    ['a loop', '{{#each lines}}\n{{wrong}}{{/each}}'],
    ['a path', '\n{{party.wrong}}'],
    ['runs', '\n{{inline wrong}}'],
    ['the list of a loop', '\n{{#each wrong}}x{{/each}}'],
    ['a condition', '\n{{#if wrong}}x{{/if}}'],
    ['a condition on a path', '\n{{#if party.wrong}}x{{/if}}'],
    ['an exception', '\n{{#unless wrong}}x{{/unless}}'],
    ['a context', '\n{{#with wrong}}x{{/with}}'],
    ['what a partial is given', '\n{{> line text=wrong}}'],
  ])('name the field of %s', async (name, source) => {
    const templates = await templatesOf(name, {
      'documents/letter.hbs': source,
      'partials/line.hbs': '<p>{{text}}</p>',
    });
    const error = await refused(() => templates.render('letter', { lines: [{}], party: {} }));
    expect(error.code).toBe('TEMPLATE_INVALID');
    expect(error.data).toEqual({ file: 'documents/letter.hbs:2', detail: '没有名为 wrong 的字段' });
  });

  it('refuse a template that cannot be read, with its line', async () => {
    const error = await refused(async () => {
      const templates = await templatesOf('broken', { 'documents/letter.hbs': '<p>\n{{#if title}}\n</p>' });
      templates.render('letter', { title: '信' });
    });
    expect(error.code).toBe('TEMPLATE_INVALID');
    expect(error.data.file).toMatch(/^documents\/letter\.hbs:\d+$/);
  });

  it('refuse a document that does not exist, and a helper nobody gave', async () => {
    const templates = await templatesOf('unknown', { 'documents/helper.hbs': '{{shout title}}' });
    expect((await refused(() => templates.render('nothing', {}))).data.file).toBe('documents/nothing.hbs');
    expect((await refused(() => templates.render('helper', { title: '信' }))).code).toBe('TEMPLATE_INVALID');
  });

  it('print hostile text as text, whether placed as it is or as runs', async () => {
    const templates = await templatesOf('hostile', {
      'documents/letter.hbs': '<p title="{{title}}">{{title}}{{inline runs}}</p>',
    });
    const hostile = `"><script>x</script>{{title}}{{> line}}&amp;`;
    const html = templates.render('letter', { title: hostile, runs: [{ kind: 'text', text: hostile }] });
    expect(html.match(/<\/?[a-z]+/g)).toEqual(['<p', '</p']);
    expect(html.match(/\{\{title\}\}\{\{&gt; line\}\}&amp;amp;/g)).toHaveLength(3);
  });

  it('do not reach into prototypes', async () => {
    const templates = await templatesOf('prototype', {
      'documents/letter.hbs': '[{{constructor}}{{__proto__}}]',
      'documents/method.hbs': '{{title.toString}}',
    });
    for (const name of ['letter', 'method']) {
      const printed = await Promise.resolve()
        .then(() => templates.render(name, { title: '信' }))
        .catch((error: unknown) => (error instanceof AppError ? error.code : 'another error'));
      expect(['[]', '', 'TEMPLATE_INVALID']).toContain(printed);
    }
  });
});
