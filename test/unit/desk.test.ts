import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Command, createDesk, type DeskMachine } from '../../electron/server/desk.ts';
import { findElectron } from '../../electron/server/electron-program.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const path = '/home/张三/案件/立案材料 (1).pdf';

function machineOf(platform: NodeJS.Platform, fields: Partial<DeskMachine> = {}): DeskMachine & { started: Command[] } {
  const started: Command[] = [];
  return {
    platform,
    environment: { DISPLAY: ':0' },
    has: () => true,
    start: async (command) => {
      started.push(command);
    },
    started,
    ...fields,
  };
}

describe('the desk of a machine', () => {
  it.each([
    ['linux', ['xdg-open', path], ['xdg-open', '/home/张三/案件']],
    ['darwin', ['open', path], ['open', '-R', path]],
    ['win32', ['rundll32.exe', 'url.dll,FileProtocolHandler', path], ['explorer.exe', `/select,${path}`]],
  ] as const)(
    '%s: opens and shows a file by the program of the system, as one word of its command',
    async (platform, open, reveal) => {
      const machine = machineOf(platform);
      const desk = createDesk(machine);
      await desk.open?.(path);
      await desk.reveal?.(path);
      expect(machine.started).toEqual([open, reveal]);
    },
  );

  it.each([
    ['no screen', { environment: {} }],
    ['no program for it', { has: () => false }],
  ])('Linux with %s: offers nothing', (_, fields) => {
    const desk = createDesk(machineOf('linux', fields));
    expect(desk).toEqual({ host: 'loopback', canDragOut: false });
  });

  it('Linux on Wayland has a screen too', () => {
    expect(createDesk(machineOf('linux', { environment: { WAYLAND_DISPLAY: 'wayland-0' } })).open).toBeDefined();
  });

  it.each(['http://www.12315.cn/', 'file:///etc/passwd', 'javascript:alert(1)'])('does not open %s', async (url) => {
    const machine = machineOf('linux');
    await expect(createDesk(machine).openLink?.(url)).rejects.toMatchObject({ code: 'USAGE' });
    expect(machine.started).toEqual([]);
  });
});

describe('the Electron program', () => {
  const folder = useWorkFolder();
  async function electronPackage(name: string, program: string | undefined): Promise<string> {
    const place = folder.path(name);
    await mkdir(`${place}/dist`, { recursive: true });
    if (program === undefined) return place;
    await writeFile(`${place}/path.txt`, program);
    return place;
  }
  async function placeProgram(file: string): Promise<string> {
    await writeFile(file, '');
    await chmod(file, 0o755);
    return file;
  }

  it('is not there when the package was installed without it', async () => {
    expect(await findElectron(await electronPackage('bare', undefined), {})).toBeUndefined();
    expect(await findElectron(await electronPackage('half', 'electron'), {})).toBeUndefined();
  });

  it('is found where the package noted it', async () => {
    const place = await electronPackage('whole', 'electron');
    const program = await placeProgram(`${place}/dist/electron`);
    expect(await findElectron(place, {})).toBe(program);
  });

  it('is found where the environment says, and only if it is there', async () => {
    const place = await electronPackage('elsewhere', undefined);
    expect(await findElectron(place, { ELECTRON_OVERRIDE_DIST_PATH: folder.path() })).toBeUndefined();
    const program = await placeProgram(folder.path('electron'));
    expect(await findElectron(place, { ELECTRON_OVERRIDE_DIST_PATH: folder.path() })).toBe(program);
  });
});
