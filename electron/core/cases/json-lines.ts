import { jsonPath } from './json-path.ts';

/** On which line (1-based) each value of a JSON text begins, by its path as `jsonPath` writes it. The text must parse. */
export function jsonLines(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const steps: PropertyKey[] = [];
  let line = 1;
  /** The text of a key that may follow, until its colon says that it was one. */
  let lastString = '';
  for (const { 0: token } of text.matchAll(/\n|"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu)) {
    switch (token) {
      case '\n':
        line += 1;
        break;
      case '{':
        lines.set(jsonPath(steps), line);
        steps.push('');
        break;
      case '[':
        lines.set(jsonPath(steps), line);
        steps.push(0);
        break;
      case '}':
      case ']':
        steps.pop();
        break;
      case ':':
        steps.splice(-1, 1, lastString);
        break;
      case ',': {
        const index = steps.at(-1);
        if (typeof index === 'number') steps.splice(-1, 1, index + 1);
        else steps.splice(-1, 1, '');
        break;
      }
      default:
        if (token.startsWith('"')) lastString = String(JSON.parse(token));
        // A key stands where its value does, as far as a line goes.
        if (steps.at(-1) !== '') lines.set(jsonPath(steps), line);
    }
  }
  return lines;
}
