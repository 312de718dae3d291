import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTemplates, type TemplateProblem } from '../../electron/core/render/check/check-templates.ts';
import { exampleModels, readExampleCases } from '../../electron/core/render/check/example-models.ts';
import { mergeShapes, shapeOf } from '../../electron/core/render/check/model-shape.ts';
import { requiredFields } from '../../electron/core/render/check/required-fields.ts';
import { walkTemplate } from '../../electron/core/render/check/template-walk.ts';
import { inspectOverlay, isFrame, readTemplateFile } from '../../electron/core/render/overlay.ts';
import { parseTemplate, sourceProblems } from '../../electron/core/render/template-source.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const work = useWorkFolder();
const base = join(import.meta.dirname, '../../templates');
const models = exampleModels(await readExampleCases(base), builtInLaw);
const builtIn = (file: string) => readFile(join(base, file), 'utf8');

async function check(name: string, files: Readonly<Record<string, string>>): Promise<TemplateProblem[]> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(work.path(name, path)), { recursive: true });
    await writeFile(work.path(name, path), content);
  }
  return checkTemplates(base, work.path(name), models);
}

const errors = (problems: readonly TemplateProblem[]) =>
  problems.flatMap(({ severity, file, line, detail }) =>
    severity === 'error' ? [`${file}:${line ?? ''} ${detail}`] : [],
  );

describe('the built-in templates', () => {
  it('pass their own check, in what they name and in what they hold', async () => {
    const { files } = await inspectOverlay(base);
    const trees = new Map<string, hbs.AST.Program>();
    for (const [file, path] of files) {
      if (file.endsWith('.json')) continue;
      const source = await readTemplateFile(file, path);
      if (!isFrame(file)) expect([file, sourceProblems(file, source)]).toEqual([file, []]);
      const { program } = file.endsWith('.hbs') ? parseTemplate(source) : {};
      if (program !== undefined) trees.set(file.replace('.hbs', ''), program);
    }
    // What evidence is set in is no part of a packet.
    trees.delete('documents/evidence-pages');
    const documents = [...trees.keys()].filter((name) => name.startsWith('documents/'));
    expect([...models.keys()].map((id) => `documents/${id}`).toSorted()).toEqual(documents.toSorted());
    const reached = new Set<string>();
    for (const [id, examples] of models) {
      const walk = walkTemplate(`documents/${id}`, trees, mergeShapes(examples.map(shapeOf)));
      expect([id, walk.problems]).toEqual([id, []]);
      for (const name of walk.templates) reached.add(name);
      // The contents that the law asks for are fields that the built-in paper shows.
      for (const field of requiredFields[id]?.fields ?? []) expect([...walk.used]).toContain(field);
    }
    expect([...trees.keys()].filter((name) => !reached.has(name))).toEqual([]);
  });

  it('give nothing to report when they are laid over themselves', async () => {
    const files = ['documents/complaint-12315.hbs', 'documents/small-claims.hbs', 'partials/signature.hbs'];
    const copies = await Promise.all(files.map(async (file) => [file, await builtIn(file)] as const));
    expect(await check('copies', Object.fromEntries(copies))).toEqual([]);
  });
});

describe('checking templates of one’s own', () => {
  it('reports each misspelt field with its template, line and the nearest right name, not only the first', async () => {
    const source = (await builtIn('documents/complaint-12315.hbs'))
      .replace('{{inline addressee}}', '{{inline adressee}}')
      .replaceAll('{{inline name}}', '{{inline nmae}}')
      .replace('{{#each facts}}', '{{#each fact}}');
    const lineOf = (text: string) => source.slice(0, source.indexOf(text)).split('\n').length;
    const problems = await check('misspelt', { 'documents/complaint-12315.hbs': source });
    const file = 'documents/complaint-12315.hbs';
    expect(problems).toContainEqual({
      severity: 'error',
      file,
      line: lineOf('adressee'),
      detail: '没有名为 adressee 的字段，最接近的是 addressee',
      nearest: 'addressee',
    });
    expect(problems.filter(({ nearest }) => nearest === 'name').length).toBeGreaterThanOrEqual(2);
    expect(errors(problems)).toContain(`${file}:${lineOf('{{#each fact}}')} 没有名为 fact 的字段，最接近的是 facts`);
  });

  it.each([
    ['a condition', '{{#if titel}}x{{/if}}', '没有名为 titel 的字段，最接近的是 title'],
    ['an exception', '{{#unless titel}}x{{/unless}}', '没有名为 titel 的字段，最接近的是 title'],
    ['a field of a field', '{{#with signature}}{{dat}}{{/with}}', '没有名为 dat 的字段，最接近的是 date'],
    ['a field of a list', '{{#each applicant}}{{nam}}{{/each}}', '没有名为 nam 的字段，最接近的是 name'],
    ['a named entry', '{{#each applicant as |row|}}{{row.nam}}{{/each}}', '没有名为 nam 的字段，最接近的是 name'],
    ['the outer context', '{{#each applicant}}{{../titel}}{{/each}}', '没有名为 titel 的字段，最接近的是 title'],
    ['what a partial is given', '{{> paragraphs paragraphs=mannr}}', '没有名为 mannr 的字段，最接近的是 manner'],
    ['a partial', '{{> paragrphs paragraphs=manner}}', '没有名为 paragrphs 的片段，最接近的是 paragraphs'],
    ['a helper', '{{inlin total}}', '没有名为 inlin 的语句，最接近的是 inline'],
    ['a word of loops', '{{#each applicant}}{{@frist}}{{/each}}', '没有名为 @frist 的字段，最接近的是 @first'],
    ['runs without the helper', '{{total}}', 'total 是带格式的文字，请写 {{inline total}}'],
    ['the helper without runs', '{{inline title}}', 'title 是普通文字，请直接写 {{title}}'],
    [
      'a list in place of a text',
      '{{applicant}}',
      'applicant 是一组内容，请用 {{#each applicant}} 或 {{#with applicant}}',
    ],
    ['a loop over a text', '{{#each title}}x{{/each}}', 'title 不是一组内容，不能用 each'],
    ['raw output', '{{{title}}}', '不能用三重花括号或 {{& }} 原样输出，请用两重花括号'],
    ['a prototype', '{{constructor}}', '没有名为 constructor 的字段'],
    [
      'a way to a file',
      '<img src="file:///etc/hostname">',
      'src 只能指向卷内（以 # 开头），不能指向 file:///etc/hostname',
    ],
  ])('names %s', async (name, source, detail) => {
    const problems = await check(`names-${name}`, { 'documents/refund-request.hbs': `<h1>\n${source}</h1>` });
    expect(errors(problems)).toContain(`documents/refund-request.hbs:2 ${detail}`);
  });

  it('reports a template that cannot be read, with its line, and goes on with the others', async () => {
    const problems = await check('broken', {
      'documents/refund-request.hbs': '<p>\n{{#if title}}\n</p>',
      'documents/cover.hbs': '{{titel}}',
    });
    expect(errors(problems).filter((text) => text.includes('模板的括号或语句不完整'))).toEqual([
      expect.stringMatching(/^documents\/refund-request\.hbs:\d+ /),
    ]);
    expect(errors(problems)).toContain('documents/cover.hbs:1 没有名为 titel 的字段，最接近的是 title');
  });

  it('reports files that nothing would read, and partials that nothing calls', async () => {
    const problems = await check('misplaced', {
      'documents/refund-reqest.hbs': 'x',
      'partials/own-line.hbs': 'x',
      'styles/own.css': '@import "x";',
    });
    expect(errors(problems)).toEqual([
      'documents/refund-reqest.hbs: 应为内置模板中有的文件名，最接近的是 documents/refund-request.hbs，实为没有这个名称，不会被用到',
      'styles/own.css:1 样式不能用 @import 引入其他文件，请直接写在文件里',
    ]);
    expect(problems.filter(({ severity }) => severity === 'warning')).toEqual([
      expect.objectContaining({ file: 'partials/own-line.hbs', detail: '没有文书用到这个片段' }),
    ]);
  });

  it.each([
    ['.head { font-family: "仿宋"; }', true],
    ['.head { font: bold 14pt/1.5 SimSun, serif }', true],
    ['.head { font-family: initial }', true],
    ['.head { font-family: "仿宋", "Noto Serif SC", serif; font-size: 14pt; }', false],
    ['.head { font: 700 12pt "Noto Sans SC" }', false],
    ['.head { font-family: inherit; font-weight: 700; }', false],
  ])('reports a face that the printing browser lacks, as Chinese would come out blank: %s', async (css, isWrong) => {
    expect(sourceProblems('styles/own.css', `p { margin: 0 }\n${css}`)).toEqual(
      isWrong ? [{ line: 2, detail: expect.stringContaining('可用的字体只有') }] : [],
    );
    expect(sourceProblems('documents/cover.hbs', `<p style='${css.slice(8, -1)}'>x</p>`)).toHaveLength(isWrong ? 1 : 0);
  });

  it('reports in the partial what is wrong in a partial', async () => {
    const source = (await builtIn('partials/signature.hbs')).replace('{{label}}', '{{lable}}');
    const problems = await check('partial', { 'partials/signature.hbs': source });
    expect(errors(problems)).toEqual(['partials/signature.hbs:3 没有名为 lable 的字段，最接近的是 label']);
  });
});

describe('fields that a paper no longer shows', () => {
  const unused = (problems: readonly TemplateProblem[], severity: TemplateProblem['severity']) =>
    problems.flatMap((one) => (one.severity === severity && one.detail.includes('没有用到字段') ? [one.detail] : []));

  it('is an error where 民事诉讼法 124 asks for it: no evidence in the statement of claim', async () => {
    const source = await builtIn('documents/small-claims.hbs');
    const problems = await check('claim', {
      'documents/small-claims.hbs': source.replace('{{> paragraphs paragraphs=evidence}}', ''),
    });
    expect(unused(problems, 'error')).toEqual([
      'documents/small-claims.hbs 中没有用到字段 traditional › evidence，而《民事诉讼法》第一百二十四条要求写明这项内容',
    ]);
  });

  it('is an error where 投诉举报处理办法 10 asks for it: no telephone of the complainant', async () => {
    const source = await builtIn('documents/complaint-12315.hbs');
    const problems = await check('complaint', {
      'documents/complaint-12315.hbs': source.replace('<td>{{inline phone}}</td>', '<td></td>'),
    });
    expect(unused(problems, 'error')).toEqual([
      'documents/complaint-12315.hbs 中没有用到字段 complainants › phone，而《市场监督管理投诉举报处理办法》第十条要求写明这项内容',
    ]);
  });

  it('is an error when a partial drops what the law asks for, and names the partial', async () => {
    const problems = await check('partial-claims', { 'partials/claim-lines.hbs': '<p>{{inline total}}</p>' });
    const legal = problems.filter(({ detail }) => detail.includes('要求写明'));
    expect(new Set(legal.map(({ file }) => file))).toEqual(new Set(['partials/claim-lines.hbs']));
    expect(legal.length).toBeGreaterThanOrEqual(2);
  });

  it('is a warning elsewhere, and says the outer field only', async () => {
    const problems = await check('refund', { 'documents/refund-request.hbs': '<h1>{{title}}</h1>' });
    expect(unused(problems, 'error')).toEqual([]);
    const warnings = unused(problems, 'warning');
    expect(warnings).toContain('documents/refund-request.hbs 中没有用到字段 orders，该项内容不会印出');
    expect(warnings.filter((detail) => detail.includes('orders ›'))).toEqual([]);
    expect(warnings.join('')).not.toContain('字段 title');
  });
});
