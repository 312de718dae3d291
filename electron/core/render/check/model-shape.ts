/** What templates can expect at a place of a model, as far as examples show it. All unset: no example has anything. */
export interface Shape {
  /** A text, number or yes/no that prints as it is. */
  readonly isText: boolean;
  /** A line of runs, for the `inline` helper. */
  readonly isRuns: boolean;
  readonly isList: boolean;
  /** The fields of an object, by name. */
  readonly fields: ReadonlyMap<string, Shape> | undefined;
  /** What stands in a list. */
  readonly element: Shape | undefined;
}

export const unknownShape: Shape = {
  isText: false,
  isRuns: false,
  isList: false,
  fields: undefined,
  element: undefined,
};

export const textShape: Shape = { ...unknownShape, isText: true };

export function isUnknown({ isText, isRuns, isList, fields }: Shape): boolean {
  return !isText && !isRuns && !isList && fields === undefined;
}

/** The shape of one value: plain data as the models in core/documents are made of. */
export function shapeOf(value: unknown): Shape {
  if (value === undefined || value === null) return unknownShape;
  if (typeof value !== 'object') return textShape;
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isRun)) return { ...unknownShape, isRuns: true };
    return { ...unknownShape, isList: true, element: mergeShapes(value.map(shapeOf)) };
  }
  return { ...unknownShape, fields: new Map(Object.entries(value).map(([key, child]) => [key, shapeOf(child)])) };
}

/** What is true of any of them. An empty list beside runs is a line without runs. */
export function mergeShapes(shapes: readonly Shape[]): Shape {
  return shapes.reduce(merge, unknownShape);
}

function merge(first: Shape, second: Shape): Shape {
  return {
    isText: first.isText || second.isText,
    isRuns: first.isRuns || second.isRuns,
    isList: first.isList || second.isList,
    fields: mergeFields(first.fields, second.fields),
    element:
      first.element === undefined || second.element === undefined
        ? (first.element ?? second.element)
        : merge(first.element, second.element),
  };
}

function mergeFields(first: Shape['fields'], second: Shape['fields']): Shape['fields'] {
  if (first === undefined || second === undefined) return first ?? second;
  const merged = new Map(first);
  for (const [key, shape] of second) merged.set(key, merge(merged.get(key) ?? unknownShape, shape));
  return merged;
}

const runKinds = ['text', 'strong', 'blank', 'link'];

function isRun(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    runKinds.includes(value.kind) &&
    ('text' in value || 'label' in value)
  );
}
