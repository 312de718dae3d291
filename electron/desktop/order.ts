import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

export interface DesktopOrder {
  readonly dataFolder: string;
  /** Where Electron keeps what is its own: the place of the window, the window's storage. */
  readonly profileFolder: string;
  /** A case to begin with: its folder or a .juli file. */
  readonly caseSource: string | undefined;
}

/** What the program was started with, without its own name. What systems and Chromium add begins with a dash. */
export function readOrder(words: readonly string[], workingFolder: string): DesktopOrder {
  const place = words.indexOf('--data');
  const named = place === -1 ? undefined : words[place + 1];
  const source = words.find((word, index) => !word.startsWith('-') && (place === -1 || index !== place + 1));
  const usual = envPaths('juli', { suffix: '' });
  const dataFolder = named === undefined ? usual.data : resolve(workingFolder, named);
  return {
    dataFolder,
    profileFolder: join(named === undefined ? usual.config : dataFolder, 'desktop'),
    caseSource: source === undefined ? undefined : resolve(workingFolder, source),
  };
}
