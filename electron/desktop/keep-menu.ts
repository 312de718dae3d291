import { type BrowserWindow, dialog, type MenuItemConstructorOptions } from 'electron';
import { caseQuery } from '../contract/rpc/case-procedures.ts';
import type { Workspace } from '../core/workspace.ts';
import { type MenuActions, menuTemplate, type RecentCase } from './menu.ts';

export interface MenuWindow {
  window(): BrowserWindow | undefined;
  /** Shows a page of the window by its route: `#/new`. */
  go(route: string): void;
  /** Opens a case by its folder or `.juli` file. */
  open(source: string): void;
}

const recentCases = caseQuery.parse({ sort: 'updated', limit: 8 });

/** Sets the menu, and again whenever the cases that were worked on last are others. */
export function keepMenu(
  { store, events }: Pick<Workspace, 'store' | 'events'>,
  view: MenuWindow,
  signal: AbortSignal,
  set: (template: MenuItemConstructorOptions[]) => void,
): void {
  const actions = actionsOn(view);
  let shown = '';
  const refresh = (): void => {
    const recent: RecentCase[] = store.cases.list(recentCases).cases.map(({ id, title }) => ({ id, title }));
    if (JSON.stringify(recent) === shown) return;
    shown = JSON.stringify(recent);
    set(menuTemplate(actions, recent, process.platform === 'darwin'));
  };
  const follow = async (): Promise<void> => {
    for await (const { kind } of events.listen(signal)) {
      if (kind === 'case' || kind === 'list') refresh();
    }
  };
  refresh();
  void follow();
}

function actionsOn({ window, go, open }: MenuWindow): MenuActions {
  return {
    go: (route) => go(`#${route}`),
    goToFiling() {
      const [, id] = /#\/case\/([^/?]+)/.exec(window()?.webContents.getURL() ?? '') ?? [];
      if (id !== undefined) go(`#/case/${id}/filing`);
    },
    importFile: () => void chooseFile(window()).then((path) => (path === undefined ? undefined : open(path))),
    undo: () => press(window(), ['control']),
    redo: () => press(window(), ['control', 'shift']),
  };
}

async function chooseFile(window: BrowserWindow | undefined): Promise<string | undefined> {
  if (window === undefined) return undefined;
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: '打开案件',
    buttonLabel: '打开',
    filters: [{ name: '据理案件', extensions: ['juli'] }],
    properties: ['openFile'],
  });
  return filePaths[0];
}

/** Undo is the window's own business, asked for by its key as from the keyboard. */
function press(window: BrowserWindow | undefined, modifiers: ('control' | 'shift')[]): void {
  window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Z', modifiers });
  window?.webContents.sendInputEvent({ type: 'keyUp', keyCode: 'Z', modifiers });
}
