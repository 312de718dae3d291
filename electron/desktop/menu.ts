import type { MenuItemConstructorOptions } from 'electron';

export interface RecentCase {
  readonly id: string;
  readonly title: string;
}

/** What the menu can set going. */
export interface MenuActions {
  /** Shows a page of the window: `/new`. */
  go(route: string): void;
  /** The filing step of the case that is open; of no use elsewhere. */
  goToFiling(): void;
  importFile(): void;
  undo(): void;
  redo(): void;
}

/** The menu of the program, in the order people know from others. */
export function menuTemplate(
  actions: MenuActions,
  recent: readonly RecentCase[],
  isMac: boolean,
): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [appMenu(actions)] : []),
    {
      label: '文件',
      submenu: [
        { label: '新建案件', accelerator: 'CommandOrControl+N', click: () => actions.go('/new') },
        { label: '打开 .juli 文件……', accelerator: 'CommandOrControl+O', click: actions.importFile },
        { label: '最近的案件', enabled: recent.length > 0, submenu: recent.map((one) => recentItem(one, actions)) },
        { type: 'separator' },
        { label: '导出这个案件……', accelerator: 'CommandOrControl+E', click: actions.goToFiling },
        { type: 'separator' },
        { label: '设置', accelerator: 'CommandOrControl+,', click: () => actions.go('/settings') },
        ...(isMac ? [] : [{ role: 'quit', label: '退出' } as const]),
      ],
    },
    {
      label: '编辑',
      submenu: [
        // The window takes back steps of the case itself when it gets these keys; here they only stand to be found.
        { label: '撤销', accelerator: 'CommandOrControl+Z', registerAccelerator: false, click: actions.undo },
        { label: '重做', accelerator: 'Shift+CommandOrControl+Z', registerAccelerator: false, click: actions.redo },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '视图',
      submenu: [
        { label: '全部案件', click: () => actions.go('/') },
        { label: '期限', click: () => actions.go('/deadlines') },
        { label: '模板', click: () => actions.go('/templates') },
        { type: 'separator' },
        { role: 'zoomIn', label: '放大', accelerator: 'CommandOrControl+=' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '原来的大小' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: '全屏' },
      ],
    },
    { role: 'help', label: '帮助', submenu: [{ label: '据理是什么、怎么用', click: () => actions.go('/help') }] },
  ];
}

function appMenu(actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: '据理',
    submenu: [
      { label: '关于据理', click: () => actions.go('/help') },
      { type: 'separator' },
      { role: 'hide', label: '隐藏据理' },
      { role: 'hideOthers', label: '隐藏其他' },
      { role: 'unhide', label: '全部显示' },
      { type: 'separator' },
      { role: 'quit', label: '退出据理' },
    ],
  };
}

function recentItem({ id, title }: RecentCase, actions: MenuActions): MenuItemConstructorOptions {
  // An ampersand would underline the letter after it.
  return { label: title.replaceAll('&', '&&'), click: () => actions.go(`/case/${id}`) };
}
