import { join } from 'node:path';
import { emoji, fallback, families, packageFolder, weights } from './font-families.ts';
import { readSheets, type SliceSheet } from './font-slices.ts';

/** The faces of the packet for a screen. The browser itself picks the few slices that a page needs. */
export interface ScreenFonts {
  /** `@font-face` rules whose files are at `fonts/<name>`. */
  readonly rules: string;
  /** Where each of those files is on disk. */
  readonly files: ReadonlyMap<string, string>;
}

/** Rules that come later go first: the slices, the face for what they lack, and emoji, as in print (see fonts.ts). */
export async function readScreenFonts(): Promise<ScreenFonts> {
  const files = new Map<string, string>();
  const [sheets, emojiSheets] = await Promise.all([
    readSheets(families.map((family) => family.package)),
    readSheets([emoji.package]),
  ]);
  const rules = [
    ...families.flatMap(({ name }) =>
      emojiSheets.map((sheet) => shown(sheet).replaceAll(/font-family:[^;]*;/g, `font-family: '${name}';`)),
    ),
    ...families.flatMap(({ name }) => weights.map((weight) => fallbackRule(name, weight))),
    ...sheets.map(shown),
  ];

  function shown({ folder, rules: slices }: SliceSheet): string {
    return slices.replaceAll(/src:[^;]*?url\(\.\/files\/([^)/]+\.woff2)\)[^;]*;/g, (_, name: string) => {
      files.set(name, join(folder, 'files', name));
      return `src: url('fonts/${name}') format('woff2');`;
    });
  }

  function fallbackRule(family: string, weight: (typeof weights)[number]): string {
    const rare = `${fallback[weight]}.woff2`;
    files.set(rare, join(packageFolder(fallback.package), 'files', rare));
    return `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url('fonts/${rare}') format('woff2')}`;
  }

  return { rules: rules.join('\n'), files };
}
