import { z } from 'zod';
import { paperIds } from '../../../contract/case/case-kinds.ts';
import { textsIn } from '../../cases/case-fields.ts';
import { foundText } from '../../cases/found-text.ts';
import { jsonLines } from '../../cases/json-lines.ts';
import { scanJson } from '../../cases/json-scan.ts';
import { nearestName } from '../../cases/nearest-name.ts';
import { shapeProblems } from '../../cases/shape-problems.ts';
import { tables } from '../law.ts';
import { provisionFileSchema } from '../provisions.ts';
import { type LawFile, type LawProblem, placed } from './law-problem.ts';
import { lawRules } from './law-rules.ts';

const tableFiles: readonly string[] = Object.values(tables).map(({ file }) => file);

/**
 * All that is wrong with the law files, which come as text by their path below templates/law: what is no JSON, what
 * does not fit its schema, and what the files say against each other or against the law in force. Sorted by place.
 */
export function checkLaw(texts: ReadonlyMap<string, string>): LawProblem[] {
  const problems: LawProblem[] = [];
  const read: LawFile[] = [];
  for (const [file, text] of texts) {
    const schema = schemaOf(file);
    if (schema === undefined) {
      problems.push(unknownFile(file));
      continue;
    }
    const { syntax, duplicateKeys } = scanJson(text);
    if (syntax !== undefined) {
      const { line, column, expected, found } = syntax;
      problems.push({ file, line, path: '$', expected: `第${column}列：${expected}`, found });
      continue;
    }
    const json: unknown = JSON.parse(text);
    const one: LawFile = { file, json, lines: jsonLines(text) };
    read.push(one);
    const parsed = schema.safeParse(json);
    const shape = parsed.success ? [] : shapeProblems(parsed.error, json, { schema, found: openly });
    const twice = duplicateKeys.map((path) => ({ path, expected: '每个字段只写一次', found: '同一字段写了不止一次' }));
    problems.push(...[...shape, ...twice].map((problem) => placed(one, problem)));
  }
  for (const file of tableFiles) {
    if (!texts.has(file)) problems.push({ file, line: 1, path: '$', expected: '有这个文件', found: '没有这个文件' });
  }
  problems.push(...lawRules.flatMap((rule) => rule(read)), ...unknownProvisions(read));
  return problems.sort((one, other) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
  );
}

function schemaOf(file: string): z.ZodType | undefined {
  if (/^provisions\/[a-z][a-z0-9-]*\.json$/.test(file)) return provisionFileSchema;
  return Object.values<{ file: string; schema: z.ZodType }>(tables).find((table) => table.file === file)?.schema;
}

function unknownFile(file: string): LawProblem {
  const nearest = nearestName(file, tableFiles);
  const known =
    nearest === undefined ? `provisions 里的文件，或者${tableFiles.join('、')}` : `已有的文件（最接近的是 ${nearest}）`;
  return { file, line: 1, path: '$', expected: known, found: `不认识的文件 ${file}` };
}

/** Nothing in a law file is private, so what was found is shown. */
function openly(value: unknown, field: string): string {
  return typeof value === 'string' && value !== '' ? `“${[...value].slice(0, 40).join('')}”` : foundText(value, field);
}

const looksLikeProvision = /^[a-z]+(?:-[a-z]+)*(?:-\d+)+$/;

/** Wherever a table names a provision, the provision must be there. */
function unknownProvisions(files: readonly LawFile[]): LawProblem[] {
  const named = files.filter(({ file }) => file.startsWith('provisions/')).flatMap(({ json }) => idsIn(json));
  const known = new Set(named);
  return files
    .filter(({ file }) => !file.startsWith('provisions/'))
    .flatMap((file) =>
      textsIn(file.json)
        .filter(({ text }) => looksLikeProvision.test(text) && !paperIds.some((paper) => paper === text))
        .filter(({ text }) => !known.has(text))
        .map(({ path, text }) => {
          const nearest = nearestName(text, named);
          const suggestion = nearest === undefined ? '' : `（最接近的是 ${nearest}）`;
          return placed(file, {
            path,
            expected: `provisions 里已有的条文编号${suggestion}`,
            found: `没有这个编号 ${text}`,
          });
        }),
    );
}

const withIds = z.object({ articles: z.array(z.object({ id: z.string() })) });

function idsIn(json: unknown): string[] {
  return withIds.safeParse(json).data?.articles.map(({ id }) => id) ?? [];
}
