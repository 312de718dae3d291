import { nearestName } from '../../cases/nearest-name.ts';
import { isBlock, isMustache, isPartial, isPath, nameOf } from '../template-source.ts';
import { isUnknown, type Shape } from './model-shape.ts';
import { entryOf, follow, type MissingStep, madeUp, nowhere, type Place, type Scope } from './template-scope.ts';

/** Templates as trees, by name: `documents/small-claims`, `partials/signature`. */
export type TemplateTrees = ReadonlyMap<string, hbs.AST.Program>;

export interface WalkProblem {
  /** The template it stands in, as in `TemplateTrees`. */
  readonly template: string;
  readonly line: number;
  readonly detail: string;
  /** The right name that is nearest to a wrong one. */
  readonly nearest: string | undefined;
}

export interface Walk {
  readonly problems: readonly WalkProblem[];
  /** Every field that is placed, looped over or asked for: `claims`, `claims[].text`. */
  readonly used: ReadonlySet<string>;
  /** The document and the partials it comes to. */
  readonly templates: ReadonlySet<string>;
}

/** Walks a document through all its partials as it would be rendered, with the shape of its model for the model. */
export function walkTemplate(document: string, trees: TemplateTrees, shape: Shape): Walk {
  const problems: WalkProblem[] = [];
  const used = new Set<string>();
  const templates = new Set<string>();
  const use = (path: string) => used.add(path);
  const partials = [...trees.keys()].flatMap((name) =>
    name.startsWith('partials/') ? [name.slice('partials/'.length)] : [],
  );

  function enter(template: string, scope: Scope, open: readonly string[]): void {
    const program = trees.get(template);
    // A partial that calls itself ends where its list does; one round says all there is to say.
    if (program === undefined || open.includes(template)) return;
    templates.add(template);
    visit(program, scope, template, [...open, template]);
  }

  function visit(program: hbs.AST.Program | undefined, scope: Scope, template: string, open: readonly string[]): void {
    for (const node of program?.body ?? []) {
      const report = (detail: string, nearest?: string) =>
        problems.push({ template, line: node.loc.start.line, detail, nearest });
      if (isMustache(node)) mustache(node, scope, report);
      else if (isBlock(node)) block(node, scope, report, (inner, next) => visit(inner, next, template, open));
      else if (isPartial(node)) partial(node, scope, report, (name, next) => enter(name, next, open));
    }
  }

  function resolve(node: hbs.AST.Node | undefined, scope: Scope, report: Report): Place {
    if (!isPath(node)) return madeUp;
    const place = follow(node, scope, use);
    if (!isMissing(place)) return place;
    const nearest = nearestName(place.name, place.candidates);
    report(`没有名为 ${place.name} 的字段${nearest === undefined ? '' : `，最接近的是 ${nearest}`}`, nearest);
    return nowhere;
  }

  function mustache({ path, params }: hbs.AST.MustacheStatement, scope: Scope, report: Report): void {
    if (nameOf(path) === 'inline') {
      const [first] = params;
      if (first === undefined) report('inline 后面要写一个字段');
      const { shape } = first === undefined ? madeUp : resolve(first, scope, report);
      if (first !== undefined && shape.isText && !shape.isRuns)
        report(`${nameOf(first)} 是普通文字，请直接写 {{${nameOf(first)}}}`);
      return;
    }
    // What is wrong with a helper is said of the source, whatever the model.
    if (params.length > 0) return;
    const { shape } = resolve(path, scope, report);
    if (isUnknown(shape) || shape.isText) return;
    const name = nameOf(path);
    report(
      shape.isRuns
        ? `${name} 是带格式的文字，请写 {{inline ${name}}}`
        : `${name} 是一组内容，请用 {{#each ${name}}} 或 {{#with ${name}}}`,
    );
  }

  function block(node: hbs.AST.BlockStatement, scope: Scope, report: Report, inside: Inside): void {
    const name = nameOf(node.path);
    const isHelper = ['if', 'unless', 'each', 'with'].includes(name);
    const place = resolve(isHelper ? node.params[0] : node.path, scope, report);
    if (name === 'each' && place.shape.isText && !place.shape.isList)
      report(`${nameOf(node.params[0] ?? node.path)} 不是一组内容，不能用 each`);
    const here = blockPlace(name, place);
    const next = here === undefined ? scope : { ...scope, here, outer: scope, named: namedIn(node, here, scope) };
    inside(node.program, next);
    inside(node.inverse, scope);
  }

  function partial(
    node: hbs.AST.PartialStatement,
    scope: Scope,
    report: Report,
    into: (name: string, scope: Scope) => void,
  ): void {
    const context = node.params?.[0] === undefined ? scope.here : resolve(node.params[0], scope, report);
    const pairs = (node.hash?.pairs ?? []).map(({ key, value }) => [key, resolve(value, scope, report)] as const);
    const name = nameOf(node.name);
    if (!trees.has(`partials/${name}`)) {
      const nearest = nearestName(name, partials);
      report(`没有名为 ${name} 的片段${nearest === undefined ? '' : `，最接近的是 ${nearest}`}`, nearest);
      return;
    }
    const here: Place = { ...context, given: new Map([...(context.given ?? []), ...pairs]) };
    into(`partials/${name}`, { here, outer: undefined, root: scope.root, named: new Map() });
  }

  const root: Place = { shape, path: '' };
  enter(document, { here: root, outer: undefined, root, named: new Map() }, []);
  return { problems, used, templates };
}

type Report = (detail: string, nearest?: string) => void;
type Inside = (program: hbs.AST.Program | undefined, scope: Scope) => void;

/** The context inside a block, `undefined` where it stays as it is. */
function blockPlace(name: string, place: Place): Place | undefined {
  if (name === 'if' || name === 'unless') return undefined;
  if (name === 'with') return place;
  if (name === 'each' || place.shape.isList) return entryOf(place);
  // {{#field}}…{{/field}}: into an object, and where it stands for a text or yes/no.
  return place.shape.fields === undefined ? undefined : place;
}

function namedIn({ program }: hbs.AST.BlockStatement, here: Place, { named }: Scope): Scope['named'] {
  const [first, second] = program?.blockParams ?? [];
  return new Map([
    ...named,
    ...(first === undefined ? [] : [[first, here] as const]),
    ...(second === undefined ? [] : [[second, madeUp] as const]),
  ]);
}

function isMissing(place: Place | MissingStep): place is MissingStep {
  return 'candidates' in place;
}
