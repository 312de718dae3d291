import { z } from 'zod';
import { caseFileSchema } from '../../contract/case/case-file.ts';
import type { InputProblem } from '../../contract/errors.ts';
import { ownValue } from './case-fields.ts';
import { foundText, lengthOf, quote } from './found-text.ts';
import { jsonPath } from './json-path.ts';
import { nearestName } from './nearest-name.ts';

type Issue = z.core.$ZodIssue;
type Steps = readonly PropertyKey[];

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 […]',
  object: '对象 {…}',
};

/** What was read: its schema, and how a value may be quoted. */
export interface Source {
  readonly schema: z.ZodType;
  readonly found: (value: unknown, field: string) => string;
}

const caseSource: Source = { schema: caseFileSchema, found: foundText };

/** What the schema says about a raw file, told for people: where, what was expected, what was found. */
export function shapeProblems(error: z.ZodError, raw: unknown, source: Source = caseSource): InputProblem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, issue.path, raw, source));
}

function problemsOf(issue: Issue, steps: Steps, raw: unknown, source: Source): InputProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(steps, key, source));
  if (issue.code === 'invalid_union') return unionProblems(issue, steps, raw, source);
  const value = valueAt(raw, steps);
  return [
    {
      path: jsonPath(steps),
      expected: expectedText(issue, steps, value, source),
      found: foundBy(issue, steps, value, source),
    },
  ];
}

function expectedText(issue: Issue, steps: Steps, value: unknown, { schema }: Source): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        (isContainer(issue) ? undefined : describedAs(steps, schema)) ?? typeNames[issue.expected] ?? issue.expected
      );
    case 'invalid_value':
      return issue.values.length === 1
        ? `“${String(issue.values[0])}”`
        : `下列之一：${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return describedAs(steps, schema) ?? '正确的写法';
    case 'too_small':
      if (issue.origin === 'array') return `至少${issue.minimum}项`;
      return issue.origin === 'string' ? `至少${issue.minimum}个字` : `不小于${issue.minimum}的数`;
    case 'too_big':
      if (issue.origin === 'array') return `至多${issue.maximum}项`;
      return issue.origin === 'string' ? `至多${issue.maximum}个字` : `不大于${issue.maximum}的数`;
    case 'custom':
      return expectedParameter(issue.params) ?? '正确的写法';
    default:
      return describedAs(steps, schema) ?? (value === undefined ? '必须填写' : '正确的写法');
  }
}

function foundBy(issue: Issue, steps: Steps, value: unknown, { found }: Source): string {
  if (typeof value === 'string' && (issue.code === 'too_big' || issue.code === 'too_small'))
    return `${lengthOf(value)}个字`;
  // Where a list or an object belongs, a text can be anything, whatever the name of the field.
  return found(value, isContainer(issue) ? '' : fieldName(steps));
}

function isContainer(issue: Issue): boolean {
  return issue.code === 'invalid_type' && (issue.expected === 'array' || issue.expected === 'object');
}

function expectedParameter(parameters: Record<string, unknown> | undefined): string | undefined {
  const expected = parameters?.expected;
  return typeof expected === 'string' ? expected : undefined;
}

function unknownKey(steps: Steps, key: string, { schema }: Source): InputProblem {
  const known = Object.keys(objectAt(steps, schema)?.shape ?? {});
  const nearest = nearestName(key, known);
  return {
    path: jsonPath([...steps, key]),
    expected: nearest === undefined ? `下列字段之一：${known.join('、')}` : `已有的字段（最接近的是 ${nearest}）`,
    found: `不认识的字段${quote(key)}`,
  };
}

/** The branch that was meant is the one whose type fits; when none fits, every branch is named. */
function unionProblems(
  issue: z.core.$ZodIssueInvalidUnion,
  steps: Steps,
  raw: unknown,
  source: Source,
): InputProblem[] {
  const isWrongType = (issues: readonly Issue[]) =>
    issues.some((one) => one.code === 'invalid_type' && one.path.length === 0);
  const meant = issue.errors.find((issues) => !isWrongType(issues));
  if (meant !== undefined) return meant.flatMap((one) => problemsOf(one, [...steps, ...one.path], raw, source));
  const types = issue.errors
    .flat()
    .flatMap((one) => (one.code === 'invalid_type' ? [typeNames[one.expected] ?? one.expected] : []));
  return [
    { path: jsonPath(steps), expected: types.join('或'), found: source.found(valueAt(raw, steps), fieldName(steps)) },
  ];
}

function valueAt(raw: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>((value, step) => ownValue(value, step), raw);
}

/** The nearest name above a value: `amount` for claims[0].amount, `files` for evidence[0].files[1]. */
function fieldName(steps: Steps): string {
  return String(steps.findLast((step) => typeof step === 'string') ?? '');
}

/** The description that the schema gives a field, for example of an amount. */
function describedAs(steps: Steps, root: z.ZodType): string | undefined {
  return schemasAt(steps, root)
    .map((schema) => z.globalRegistry.get(schema)?.description)
    .find((description) => description !== undefined);
}

function objectAt(steps: Steps, root: z.ZodType): z.ZodObject | undefined {
  return schemasAt(steps, root).find((schema) => schema instanceof z.ZodObject);
}

/** The schema of a place in the file, and everything it is wrapped around. */
function schemasAt(steps: Steps, root: z.ZodType): z.core.$ZodType[] {
  let schemas = unwrapped(root);
  for (const step of steps) {
    schemas = schemas.flatMap((schema): z.core.$ZodType[] => {
      if (schema instanceof z.ZodArray && typeof step === 'number') return unwrapped(schema.element);
      if (!(schema instanceof z.ZodObject) || typeof step !== 'string') return [];
      const child: unknown = ownValue(schema.shape, step);
      return child instanceof z.ZodType ? unwrapped(child) : [];
    });
  }
  return schemas;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return [schema, ...unwrapped(schema.unwrap())];
  if (schema instanceof z.ZodPipe) return [schema, ...unwrapped(schema.in)];
  if (schema instanceof z.ZodUnion) return [schema, ...schema.options.flatMap(unwrapped)];
  return [schema];
}
