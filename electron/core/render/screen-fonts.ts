import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The faces of the packet for a screen. The browser itself picks the few slices that a page needs. */
export interface ScreenFonts {
  /** `@font-face` rules whose files are at `fonts/<name>`. */
  readonly rules: string;
  /** Where each of those files is on disk. */
  readonly files: ReadonlyMap<string, string>;
}

const families = [
  { name: 'Noto Serif SC', package: '@fontsource/noto-serif-sc' },
  { name: 'Noto Sans SC', package: '@fontsource/noto-sans-sc' },
] as const;
const weights = [400, 700] as const;
/** For rare characters, as in print (see fonts.ts). Large, and loaded only where one of them occurs. */
const fallback = {
  package: '@fontsource/lxgw-wenkai',
  400: 'lxgw-wenkai-latin-500-normal',
  700: 'lxgw-wenkai-latin-700-normal',
};

const packages = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(packages.resolve(`${name}/package.json`));

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
