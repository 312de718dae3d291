import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { System } from '../../ports.ts';

/** Where LibreOffice is on this computer: on the path of programs, or where its installer puts it. */
export async function findOffice(system: System): Promise<string | undefined> {
  const places = system.platform === 'win32' ? windowsPlaces(system) : await unixPlaces(system);
  for (const place of places) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return undefined;
}

/** `soffice.com` waits for its work to end, which `soffice.exe` does not promise. */
const windowsNames = ['soffice.com', 'soffice.exe'];

function windowsPlaces({ environment }: System): string[] {
  const installed = [environment.ProgramFiles, environment['ProgramFiles(x86)'], environment.ProgramW6432]
    .filter((folder) => folder !== undefined && folder !== '')
    .map((folder) => win32.join(folder ?? '', 'LibreOffice', 'program'));
  return [...foldersOf(environment.Path ?? environment.PATH, win32), ...installed].flatMap((folder) =>
    windowsNames.map((name) => win32.join(folder, name)),
  );
}

async function unixPlaces({ platform, environment }: System): Promise<string[]> {
  const onPath = foldersOf(environment.PATH, posix).flatMap((folder) =>
    ['soffice', 'libreoffice'].map((name) => posix.join(folder, name)),
  );
  if (platform === 'darwin') {
    const homes = ['', environment.HOME].filter((home) => home !== undefined);
    return [...onPath, ...homes.map((home) => `${home}/Applications/LibreOffice.app/Contents/MacOS/soffice`)];
  }
  // The packages of libreoffice.org go to /opt, a folder for each version.
  const versions = (await readdir('/opt').catch(() => [])).filter((name) => /^libreoffice/u.test(name));
  return [
    ...onPath,
    '/usr/lib/libreoffice/program/soffice',
    '/usr/lib64/libreoffice/program/soffice',
    ...versions.toSorted().map((name) => `/opt/${name}/program/soffice`),
  ];
}

function foldersOf(path: string | undefined, { delimiter, isAbsolute }: typeof posix): string[] {
  // A relative entry would name whatever lies where the program happened to be started.
  return (path ?? '').split(delimiter).filter(isAbsolute);
}
