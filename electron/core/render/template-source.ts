import Handlebars from 'handlebars';
import { nearestName } from '../cases/nearest-name.ts';
import { type ActiveMarkup, activeMarkup, activeStyle, placed } from './active-markup.ts';

/** One thing wrong in one template. */
export interface SourceProblem {
  /** From 1; `undefined` where the whole file is meant. */
  readonly line: number | undefined;
  /** In Chinese, a sentence without its full stop. */
  readonly detail: string;
}

/** The helpers a template may use. `lookup` and `log` of Handlebars are not among them: papers only place. */
const helperNames = ['inline', 'if', 'unless', 'each', 'with'] as const;

/** A template as a tree, or why it cannot be read. */
export type ParsedTemplate =
  | { readonly program: hbs.AST.Program; readonly problem?: undefined }
  | { readonly program?: undefined; readonly problem: SourceProblem };

export function parseTemplate(source: string): ParsedTemplate {
  try {
    return { program: Handlebars.parse(source) };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const line = /on line (?<line>\d+)/.exec(message)?.groups?.line ?? lineNumberOf(cause);
    return {
      problem: {
        line: line === undefined ? undefined : Number(line),
        detail: `模板的括号或语句不完整：${message.split('\n')[0] ?? ''}`,
      },
    };
  }
}

function lineNumberOf(cause: unknown): unknown {
  return cause instanceof Error && 'lineNumber' in cause ? cause.lineNumber : undefined;
}

/** What is wrong with a template or style sheet of one's own, whatever it is rendered with. */
export function sourceProblems(file: string, source: string): SourceProblem[] {
  if (file.endsWith('.css')) return activeStyle(source).map(({ line, detail }) => ({ line, detail }));
  const { program, problem } = parseTemplate(source);
  return program === undefined ? [problem] : forbiddenInTemplate(program);
}

/**
 * What a template of one's own may not hold, whatever it is given: raw output, templates inside templates, partials
 * chosen at run time, and markup that loads or runs something.
 */
function forbiddenInTemplate(program: hbs.AST.Program): SourceProblem[] {
  const problems: SourceProblem[] = [];
  const flat = new FlatText();
  visit(program, problems, flat);
  return [...problems, ...activeMarkup(flat.text).map((one) => ({ line: flat.lineAt(one), detail: one.detail }))];
}

/** The template's own text in the order of the file, with `placed` for what it puts in, and the lines it came from. */
class FlatText {
  text = '';
  private readonly pieces: { readonly start: number; readonly line: number }[] = [];

  add(text: string, line: number): void {
    this.pieces.push({ start: this.text.length, line });
    this.text += text;
  }

  lineAt({ index }: ActiveMarkup): number | undefined {
    const piece = this.pieces.findLast(({ start }) => start <= index);
    if (piece === undefined) return undefined;
    return piece.line + this.text.slice(piece.start, index).split('\n').length - 1;
  }
}

function visit(program: hbs.AST.Program | undefined, problems: SourceProblem[], flat: FlatText): void {
  for (const statement of program?.body ?? []) visitStatement(statement, problems, flat);
}

function visitStatement(statement: hbs.AST.Statement, problems: SourceProblem[], flat: FlatText): void {
  const line = statement.loc.start.line;
  const refuse = (detail: string) => problems.push({ line, detail });
  if (isContent(statement)) {
    flat.add(statement.value, line);
  } else if (isMustache(statement)) {
    if (!statement.escaped) refuse('不能用三重花括号或 {{& }} 原样输出，请用两重花括号');
    expressions(statement, refuse);
    flat.add(placed, line);
  } else if (isBlock(statement)) {
    expressions(statement, refuse);
    visit(statement.program, problems, flat);
    visit(statement.inverse, problems, flat);
  } else if (isPartial(statement)) {
    if (statement.name.type === 'SubExpression') refuse('片段的名称要直接写出，不能计算');
    expressions(statement, refuse);
    flat.add(placed, line);
  } else if (statement.type !== 'CommentStatement') {
    refuse('不能使用内联片段、装饰器或带内容的片段，请把片段放到 partials 文件夹');
  }
}

/** Nested expressions and helpers nobody gave. */
function expressions(
  { params, hash, ...statement }: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.PartialStatement,
  refuse: (detail: string) => void,
): void {
  const given = [...(params ?? []), ...(hash?.pairs ?? []).map(({ value }) => value)];
  if (given.some(({ type }) => type === 'SubExpression')) refuse('不能在语句里再嵌套语句');
  if ('name' in statement || (given.length === 0 && !('program' in statement))) return;
  const name = nameOf(statement.path);
  if (given.length > 0 && !helperNames.some((known) => known === name)) {
    const nearest = nearestName(name, helperNames);
    refuse(`没有名为 ${name} 的语句${nearest === undefined ? '' : `，最接近的是 ${nearest}`}`);
  }
}

/** A path as it was written. */
export function nameOf(path: hbs.AST.Node): string {
  return 'original' in path ? String(path.original) : '';
}

function isContent(node: hbs.AST.Node): node is hbs.AST.ContentStatement {
  return node.type === 'ContentStatement';
}

export function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

export function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

export function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement';
}

export function isPath(node: hbs.AST.Node | undefined): node is hbs.AST.PathExpression {
  return node?.type === 'PathExpression';
}
