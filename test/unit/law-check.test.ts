import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../electron/core/cases/json-lines.ts';
import { checkLaw } from '../../electron/core/law/check/check-law.ts';
import { builtInLawFiles } from '../support/built-in-law.ts';

/** The built-in files as text, with some of them changed. */
function texts(changes: Readonly<Record<string, (text: string) => string>> = {}): Map<string, string> {
  const files = new Map([...builtInLawFiles].map(([file, json]) => [file, `${JSON.stringify(json, undefined, 2)}\n`]));
  for (const [file, change] of Object.entries(changes)) files.set(file, change(files.get(file) ?? ''));
  return files;
}

/** Replaces a part that must be there, and tells on which line that was. */
function replaced(file: string, from: string, to: string) {
  const text = texts().get(file) ?? '';
  const at = text.indexOf(from);
  if (at < 0) throw new Error(`${file} has no ${from}`);
  return {
    line: text.slice(0, at).split('\n').length,
    problems: checkLaw(texts({ [file]: () => `${text.slice(0, at)}${to}${text.slice(at + from.length)}` })),
  };
}

describe('checkLaw', () => {
  it('has nothing to say of the built-in files', () => expect(checkLaw(texts())).toEqual([]));

  // On which line it is told: that of the slip, or so many lines from it.
  it.each([
    ['an unknown field', 'provisions/civil-code.json', '"gist":', '"gits":', 0, /gist/, /不认识的字段“gits”/],
    [
      'a day that is none',
      'provisions/civil-code.json',
      '"inForceFrom": "2021-01-01"',
      '"inForceFrom": "2021-02-30"',
      0,
      /日期/,
      /2021-02-30/,
    ],
    [
      'a confidence that no paper may rest on',
      'provisions/civil-code.json',
      '"confidence": "A"',
      '"confidence": "C"',
      0,
      /A、A-/,
      /“C”/,
    ],
    [
      'an article in figures',
      'provisions/civil-code.json',
      '"article": "第五百七十七条"',
      '"article": "第577条"',
      0,
      /汉字数字/,
      /第577条/,
    ],
    [
      'an id of another article',
      'provisions/civil-code.json',
      '"article": "第五百七十七条"',
      '"article": "第五百七十八条"',
      -1,
      /civil-code-578/,
      /civil-code-577/,
    ],
    [
      'an id twice',
      'provisions/civil-code.json',
      '"id": "civil-code-582"',
      '"id": "civil-code-577"',
      0,
      /civil-code.json 第\d+行不同的编号/,
      /civil-code-577/,
    ],
    [
      'a last day before the first',
      'provisions/civil-code.json',
      '"source":',
      '"inForceTo": "2020-12-31", "source":',
      0,
      /2021-01-01/,
      /2020-12-31/,
    ],
    [
      'a wording older than its law',
      'provisions/civil-code.json',
      '"source":',
      '"textFrom": "2020-12-31", "source":',
      0,
      /2021-01-01/,
      /2020-12-31/,
    ],
    [
      'an article that ends before its law begins',
      'provisions/civil-code.json',
      '"gist":',
      '"inForceTo": "2020-12-31", "gist":',
      0,
      /2021-01-01/,
      /2020-12-31/,
    ],
    [
      'the repealed measure',
      'provisions/complaint-measure.json',
      '"law": "市场监督管理投诉举报处理办法"',
      '"law": "市场监督管理投诉举报处理暂行办法"',
      0,
      /现行的《市场监督管理投诉举报处理办法》/,
      /已经废止/,
    ],
    ['five days before a renewal', 'channels.json', '"note": "', '"note": "续费前五日提醒。', 0, /不写天数/, /前五日/],
    [
      'a name that two laws have',
      'provisions/civil-procedure.json',
      '"short": "民事诉讼法"',
      '"short": "民法典"',
      0,
      /civil-code/,
      /民法典/,
    ],
    [
      'a provision that is not there',
      'clocks.json',
      '"civil-code-195"',
      '"civil-code-196"',
      0,
      /最接近的是 civil-code-19/,
      /civil-code-196/,
    ],
    [
      'a clock that does not exist',
      'clocks.json',
      '"id": "limitation"',
      '"id": "limitations"',
      0,
      /下列之一：limitation/,
      /limitations/,
    ],
    ['a length in an unknown measure', 'clocks.json', '"years": 3', '"weeks": 3', 0, /years/, /weeks/],
    ['doubtful law as certain', 'clocks.json', '"certainty": "有争议"', '"certainty": "依法"', 0, /有争议/, /依法/],
    [
      'a sum that does not add up',
      'small-claims-lines.json',
      '"half": "64610"',
      '"half": "46610"',
      1,
      /186440/,
      /258440/,
    ],
    [
      'a province twice',
      'small-claims-lines.json',
      '"province": "湖南"',
      '"province": "江苏"',
      0,
      /每个省份一行/,
      /江苏/,
    ],
    ['a sum with a comma', 'small-claims-lines.json', '"half": "64610"', '"half": "64,610"', 0, /金额/, /64,610/],
    [
      'a field twice',
      'issues.json',
      '"checkedOn": "2026-11-21",',
      '"checkedOn": "2026-11-21", "checkedOn": "2026-11-21",',
      0,
      /只写一次/,
      /不止一次/,
    ],
    ['a missing comma', 'issues.json', '"checkedOn": "2026-11-21",', '"checkedOn": "2026-11-21"', 1, /逗号/, /"/],
  ] as const)('finds %s', (_what, file, from, to, away, expected, found) => {
    const { line, problems } = replaced(file, from, to);
    const told = problems.filter((one) => expected.test(one.expected) && found.test(one.found));
    expect(
      told.map(({ file: at, line: on }) => [at, on]),
      JSON.stringify(problems.slice(0, 3)),
    ).toContainEqual([file, line + away]);
  });

  it('tells what is missing where it should stand', () => {
    const files = texts();
    files.delete('clocks.json');
    files.set('provisions/civil-code.json', '{\n  "law": "中华人民共和国民法典",\n  "articles": []\n}\n');
    const problems = checkLaw(files);
    expect(problems).toContainEqual({
      file: 'clocks.json',
      line: 1,
      path: '$',
      expected: '有这个文件',
      found: '没有这个文件',
    });
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'provisions/civil-code.json', line: 1, path: 'inForceFrom', found: '没有填写' }),
    );
  });

  it('tells a missing field on the line of what lacks it', () => {
    const { line, problems } = replaced('provisions/civil-code.json', '      "article": "第十九条",\n', '');
    expect(problems).toContainEqual(
      expect.objectContaining({ line: line - 2, path: 'articles[0].article', found: '没有填写' }),
    );
  });

  it('names the nearest file of one that it does not know', () => {
    const [problem] = checkLaw(texts({ 'clock.json': () => '{}' }));
    expect(problem).toMatchObject({ file: 'clock.json', expected: '已有的文件（最接近的是 clocks.json）' });
  });

  it('survives names that are none', () => {
    const odd = '{"a[b.c": {"]": [1, {"": 2}]}}';
    expect(
      checkLaw(texts({ 'clocks.json': () => odd }))
        .filter(({ file }) => file === 'clocks.json')
        .map(({ line }) => line),
    ).toContain(1);
  });

  it('sorts by file and line', () => {
    const problems = checkLaw(texts({ 'clocks.json': () => '{', 'channels.json': () => '{\n\n"a": 1}' }));
    expect(problems).toEqual(
      problems.toSorted((one, other) =>
        one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
      ),
    );
  });
});

describe('jsonLines', () => {
  it('tells the line of each value by its path', () => {
    const text = '{\n  "a": 1,\n  "b": [\n    {"c": "x:,{\\"",\n     "d": null},\n    true\n  ]\n}';
    expect(Object.fromEntries(jsonLines(text))).toEqual({
      $: 1,
      a: 2,
      b: 3,
      'b[0]': 4,
      'b[0].c': 4,
      'b[0].d': 5,
      'b[1]': 6,
    });
  });
});
