import { describe, expect, it } from 'vitest';
import type { Case } from '../../electron/contract/case/case-file.ts';
import { parseCase } from '../../electron/core/cases/parse-case.ts';
import { composeParts } from '../support/composed-parts.ts';
import { maximalCase, type TextField } from '../support/maximal-case.ts';

/** Looks like HTML, like a template, like an entity; less than a line is allowed to hold. */
const hostile =
  '甲<script>x()</script><img src="http://127.0.0.1:9/x">{{title}}{{{styles}}}{{> signature}}</p></td></table>' +
  '\'"&amp;&#0;<!-- \u{1f600}𠮷䶮乙';
const special = /[<>&"'{}=/;()#!.:\-`]/g;
const harmless = (text: string) => text.replaceAll(special, '丙');

const { fields } = maximalCase(() => '甲');

function caseWith(text: string, where: TextField): Case {
  const parsed = parseCase(JSON.stringify(maximalCase((field) => (field.path === where.path ? text : '甲')).file));
  if (parsed.kind !== 'case') throw new Error(JSON.stringify(parsed));
  return parsed.case;
}

function problemsWith(text: string, where: TextField): string[] {
  const parsed = parseCase(JSON.stringify(maximalCase((field) => (field.path === where.path ? text : '甲')).file));
  return parsed.kind === 'problems' ? parsed.problems.map(({ path }) => path) : [];
}

/** Every part but for the drawing, which is laid out by the width of its words. */
function partsOf(file: Case): string[] {
  return composeParts(file).sections.map(({ html }) => html.replaceAll(/<svg[\s\S]*?<\/svg>/g, ''));
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
const tagsOf = (html: string) => (html.match(/<\/?[a-z][^\s>]*/g) ?? []).join('');
const textOf = (html: string) =>
  harmless(
    html
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(?:#x([0-9A-F]+)|([a-z]+|#39));/g, (whole, code: string | undefined, name: string | undefined) =>
        code === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number.parseInt(code, 16)),
      ),
  );

describe('hostile words in any field of a case', () => {
  it('are looked for in every field of the schema', () => {
    expect(fields.length).toBeGreaterThan(80);
    expect(fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'claimants[0].agent.scope', 'evidence[0].proves', 'statements.additional']),
    );
  });

  it.each(fields.map((field) => [field.path, field] as const))('%s prints as it was written', (_, field) => {
    const printed = partsOf(caseWith(hostile, field));
    const expected = partsOf(caseWith(harmless(hostile), field));
    expect(printed.map(tagsOf)).toEqual(expected.map(tagsOf));
    expect(printed.map(textOf)).toEqual(expected.map(textOf));
  });

  const refused = {
    'a control character': '甲\u0007',
    'a bidirectional override': '甲\u202e乙',
    'half a character': '甲\ud800',
    'no character': '甲\ufdd0',
  };

  it.each(fields.map((field) => [field.path, field] as const))(
    '%s is refused by name when it hides or breaks text',
    (path, field) => {
      for (const [name, text] of Object.entries(refused))
        expect([name, problemsWith(text, field)]).toEqual([name, [path]]);
      const { limit } = field;
      expect(problemsWith('长'.repeat(limit), field)).toEqual([]);
      expect(problemsWith('长'.repeat(limit + 1), field)).toEqual([path]);
      if (field.kind === 'line') expect(problemsWith('甲\n乙', field)).toEqual([path]);
    },
  );

  const long = fields.filter(({ kind }) => kind === 'prose');
  it.each(long.map((field) => [field.path, field] as const))('%s may have 20,000 characters', (_, field) => {
    const words = '丁'.repeat(20_000);
    const [short, full] = ['丁', words].map((text) => partsOf(caseWith(text, field)).map(textOf));
    const isPrinted = short?.some((text) => text.includes('丁')) === true;
    expect(full?.some((text) => text.includes(words))).toBe(isPrinted);
  });
});
