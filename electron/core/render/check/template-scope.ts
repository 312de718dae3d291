import { isUnknown, mergeShapes, type Shape, textShape, unknownShape } from './model-shape.ts';

/** A place in a model: what stands there, and the way to it (`claims[].text`), `undefined` for what a template made up. */
export interface Place {
  readonly shape: Shape;
  readonly path: string | undefined;
  /** What a partial was given by name, over the fields of its context. */
  readonly given?: ReadonlyMap<string, Place>;
}

/** Where in the nest of blocks a statement stands. */
export interface Scope {
  readonly here: Place;
  readonly outer: Scope | undefined;
  readonly root: Place;
  readonly named: ReadonlyMap<string, Place>;
}

export interface MissingStep {
  readonly name: string;
  /** What could have been meant. */
  readonly candidates: readonly string[];
}

export const madeUp: Place = { shape: textShape, path: undefined };
export const nowhere: Place = { shape: unknownShape, path: undefined };

const loopWords = ['index', 'first', 'last', 'key'];

/** Follows a path as Handlebars does in strict mode: only own fields, no looking around in outer contexts. */
export function follow(path: hbs.AST.PathExpression, scope: Scope, used: (path: string) => void): Place | MissingStep {
  const parts = path.parts.map(String);
  if (path.data) return followData(parts, scope, used);
  const [first = ''] = parts;
  const named = path.depth === 0 && !/^(?:this\b|\.)/.test(path.original) ? scope.named.get(first) : undefined;
  if (named !== undefined) return step(named, parts.slice(1), used);
  let at: Scope | undefined = scope;
  for (let depth = 0; depth < path.depth; depth += 1) at = at?.outer;
  if (at === undefined) return { name: path.original, candidates: [] };
  return step(at.here, parts, used);
}

function followData(
  [first = '', ...rest]: readonly string[],
  scope: Scope,
  used: (path: string) => void,
): Place | MissingStep {
  if (first === 'root') return step(scope.root, rest, used);
  if (loopWords.includes(first) && rest.length === 0) return madeUp;
  return { name: `@${first}`, candidates: [...loopWords, 'root'].map((word) => `@${word}`) };
}

function step(from: Place, parts: readonly string[], used: (path: string) => void): Place | MissingStep {
  let place = from;
  for (const part of parts) {
    const next = child(place, part);
    if (next === undefined) {
      return { name: part, candidates: [...(place.given?.keys() ?? []), ...(place.shape.fields?.keys() ?? [])] };
    }
    place = next;
    if (place.path !== undefined) used(place.path);
  }
  return place;
}

function child(place: Place, part: string): Place | undefined {
  const given = place.given?.get(part);
  if (given !== undefined) return given;
  const { shape } = place;
  const path = place.path === undefined ? undefined : place.path === '' ? part : `${place.path}.${part}`;
  if (isUnknown(shape)) return { shape: unknownShape, path };
  if (part === 'length' && (shape.isList || shape.isRuns)) return madeUp;
  const field = shape.fields?.get(part);
  return field === undefined ? undefined : { shape: field, path };
}

/** One entry of what a loop goes over. */
export function entryOf({ shape, path }: Place): Place {
  const entry = shape.isList ? (shape.element ?? unknownShape) : mergeShapes([...(shape.fields?.values() ?? [])]);
  return { shape: entry, path: path === undefined ? undefined : `${path}[]` };
}
