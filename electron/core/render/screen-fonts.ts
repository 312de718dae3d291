import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fallback, families, packageFolder, weights } from './font-families.ts';

/** The faces of the packet for a screen. The browser itself picks the few slices that a page needs. */
export interface ScreenFonts {
  /** `@font-face` rules whose files are at `fonts/<name>`. */
  readonly rules: string;
  /** Where each of those files is on disk. */
  readonly files: ReadonlyMap<string, string>;
}

export async function readScreenFonts(): Promise<ScreenFonts> {
  const files = new Map<string, string>();
  const rules: string[] = [];
  for (const family of families) {
    for (const weight of weights) {
      // Rules that come later go first, so the face for everything else stands before the slices.
      const rare = `${fallback[weight]}.woff2`;
      files.set(rare, join(packageFolder(fallback.package), 'files', rare));
      rules.push(
        `@font-face{font-family:'${family.name}';font-weight:${weight};font-display:swap;src:url('fonts/${rare}') format('woff2')}`,
      );
      const folder = packageFolder(family.package);
      const slices = await readFile(join(folder, `${weight}.css`), 'utf8');
      rules.push(
        slices.replaceAll(/src:[^;]*?url\(\.\/files\/([^)/]+\.woff2)\)[^;]*;/g, (_, name: string) => {
          files.set(name, join(folder, 'files', name));
          return `src: url('fonts/${name}') format('woff2');`;
        }),
      );
    }
  }
  return { rules: rules.join('\n'), files };
}
