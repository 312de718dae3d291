import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The Electron program of its npm package; undefined where it was never fetched. The package is only looked at: to
 * import it starts a download.
 */
export async function findElectron(
  packageFolder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const name = (await readFile(join(packageFolder, 'path.txt'), 'utf8').catch(() => '')).trim();
  const elsewhere = environment.ELECTRON_OVERRIDE_DIST_PATH;
  if (name === '' && elsewhere === undefined) return undefined;
  const program = join(elsewhere ?? join(packageFolder, 'dist'), name === '' ? 'electron' : name);
  return access(program, constants.X_OK).then(
    () => program,
    () => undefined,
  );
}
