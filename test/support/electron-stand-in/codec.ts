import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

/** What runs in pages, as it is written. */
export function worldSource(name: 'codec' | 'main-world' | 'preload-world'): string {
  return readFileSync(new URL(`./worlds/${name}.js`, import.meta.url), 'utf8');
}

/** What may pass between processes, as both sides write it. */
export const codec = runInThisContext(worldSource('codec')) as {
  encode(value: unknown): unknown;
  decode(coded: unknown): unknown;
};
