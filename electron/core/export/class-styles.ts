import type { Element } from 'domhandler';

/** What the style sheet says of a property for an element's own classes, or `undefined`. */
export type ClassStyles = (element: Element, property: string) => string | undefined;

interface ClassRule {
  readonly classes: readonly string[];
  readonly declarations: ReadonlyMap<string, string>;
}

/**
 * Reads which declarations a style sheet makes for classes. Only the last compound of a selector is looked at
 * (`.ruled .evidence-title` speaks of `evidence-title`): enough for the few looks that have to be told to Word in
 * other words. The real cascade is docx/html's.
 */
export function readClassStyles(stylesheet: string): ClassStyles {
  const rules = [...stylesheet.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
    ([, selectors = '', body = '']): ClassRule[] => {
      const declarations = new Map(declarationsIn(body));
      return selectors.split(',').flatMap((selector) => {
        const last =
          selector
            .trim()
            .split(/[\s>+~]+/)
            .at(-1) ?? '';
        return /^[a-z]*(?:\.[\w-]+)+$/i.test(last) ? [{ classes: last.split('.').slice(1), declarations }] : [];
      });
    },
  );
  return (element, property) => {
    const own = new Set((element.attribs.class ?? '').split(/\s+/));
    const rule = rules.findLast(
      ({ classes, declarations }) => declarations.has(property) && classes.every((name) => own.has(name)),
    );
    return rule?.declarations.get(property);
  };
}

function declarationsIn(body: string): [property: string, value: string][] {
  return body.split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':');
    if (colon < 0) return [];
    return [[declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()]];
  });
}

const pointsPerUnit: Readonly<Record<string, number>> = { mm: 72 / 25.4, cm: 72 / 2.54, in: 72, pt: 1, px: 0.75 };

/** The first absolute length in a value such as `1 0 42mm`, in points. */
export function lengthIn(value: string | undefined): number | undefined {
  const match = /(?<![\w.])(?<number>\d+(?:\.\d+)?)(?<unit>mm|cm|in|pt|px)\b/.exec(value ?? '');
  const { number, unit = '' } = match?.groups ?? {};
  return number === undefined ? undefined : Number(number) * (pointsPerUnit[unit] ?? 1);
}
