import type { PrintSession } from '../ports.ts';

/** While one print is read the next is under way; more would only fill memory. */
const mostAhead = 2;

/** Prints documents in order, begun at once and a little ahead of whoever takes them. */
export function printAhead(
  documents: readonly string[],
  session: PrintSession,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  const waiting = [...documents];
  const printing: Promise<Uint8Array>[] = [];
  const begin = () => {
    const html = waiting.shift();
    if (html === undefined) return;
    const printed = session.print(html, signal);
    printed.catch(() => undefined); // whoever takes it is told
    printing.push(printed);
  };
  for (let count = 0; count < mostAhead; count += 1) begin();
  return (async function* () {
    for (let next = printing.shift(); next !== undefined; next = printing.shift()) {
      const bytes = await next;
      signal.throwIfAborted();
      begin();
      yield bytes;
    }
  })();
}
