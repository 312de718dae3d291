import { constants } from 'node:fs';
import { access, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { memoise } from '../../memoise.ts';
import type { OfficeConverter, RunProgram, System } from '../../ports.ts';
import { findOffice } from './find-office.ts';
import { officeProfile } from './office-profile.ts';

/** A file that takes longer is given up. */
const timeLimitMs = 120_000;

/**
 * LibreOffice, where it is installed: started for one file, with a profile of its own that is gone afterwards, so that
 * neither the user's settings nor a LibreOffice that is open have a part in it.
 */
export function createOfficeConverter(system: System, run: RunProgram): OfficeConverter {
  const found = memoise(() => findOffice(system));
  return {
    isThere: async () => (await found.get()) !== undefined,
    async toPdf({ path, extension }, folder, signal) {
      const program = await found.get();
      if (program === undefined) throw new Error('no office program is installed');
      const profile = join(folder, 'profile');
      const copy = join(folder, `document.${extension}`);
      const pdf = join(folder, 'document.pdf');
      await mkdir(join(profile, 'user'), { recursive: true, mode: 0o700 });
      await writeFile(join(profile, 'user', 'registrymodifications.xcu'), officeProfile);
      // It goes by the ending, and writes beside what it opens; originals are not touched.
      await copyFile(path, copy, constants.COPYFILE_FICLONE);
      const words = [
        '--headless',
        '--invisible',
        '--nologo',
        '--nodefault',
        '--norestore',
        '--nolockcheck',
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        copy,
      ];
      const environment = { ...system.environment, ...ownEnvironment(profile) };
      await run({ path: program, words, environment }, AbortSignal.any([signal, AbortSignal.timeout(timeLimitMs)]));
      // It ends well also when it could not open the file.
      await access(pdf, constants.R_OK);
      return pdf;
    },
  };
}

/** What must not reach it from outside; on Linux it also needs no display then. */
function ownEnvironment(profile: string): Record<string, string | undefined> {
  const nowhere = 'http://127.0.0.1:9';
  return {
    HOME: profile,
    XDG_CONFIG_HOME: profile,
    XDG_CACHE_HOME: profile,
    SAL_USE_VCLPLUGIN: 'svp',
    DISPLAY: undefined,
    WAYLAND_DISPLAY: undefined,
    DBUS_SESSION_BUS_ADDRESS: undefined,
    http_proxy: nowhere,
    https_proxy: nowhere,
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    no_proxy: undefined,
    NO_PROXY: undefined,
  };
}
