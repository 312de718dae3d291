import { join } from 'node:path';

/** What the program brings, by its place; `root` is the folder, or the archive, with package.json. */
export interface ProgramFiles {
  readonly templates: string;
  readonly window: string;
  readonly preload: string;
  readonly icon: string;
}

export function programFiles(root: string): ProgramFiles {
  return {
    templates: join(root, 'templates'),
    window: join(root, 'out/app/window'),
    preload: join(root, 'out/app/desktop/preload/preload.cjs'),
    icon: join(root, 'electron/desktop/icon.png'),
  };
}
