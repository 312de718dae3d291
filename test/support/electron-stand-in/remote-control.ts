import { app, type MenuEntry, menuNow, openWindows } from './electron.ts';
import { forge, receive } from './ipc.ts';
import { answers, recorded } from './record.ts';

/** What a test can ask of the program that runs against the stand-in, from its own process. */
const asks: Readonly<Record<string, (...given: never[]) => unknown>> = {
  recorded: () => recorded,
  willAnswer: (answer: unknown) => void answers.push(answer),
  windows: () =>
    openWindows().map(({ id, isShown, options, contents }) => ({ id, isShown, options, url: contents.getURL() })),
  close: () => openWindows()[0]?.leave(),
  menu: () => labelsOf(menuNow()),
  press: (...labels: string[]) => entryOf(labels).click?.(),
  quit: () => app.quit(),
  openFile: (path: string) => void app.emit('open-file', { preventDefault: () => undefined }, path),
  /** A message as if another page, or a frame in the window, had sent it. */
  forgeSend: async (sent: Parameters<typeof receive>[1], from: { url: string; isMain: boolean }) => {
    for (const { contents } of openWindows().slice(0, 1)) await receive(contents, sent, from);
  },
  forgeInvoke: (channel: string, given: unknown[], from: { url: string; isMain: boolean }) => {
    const [window] = openWindows();
    return window === undefined ? undefined : forge(window.contents, channel, given, from);
  },
  /** As if the preload script had said it. */
  runInPreload: (expression: string) => openWindows()[0]?.contents.tell(expression),
};

function labelsOf(entries: readonly MenuEntry[]): unknown[] {
  return entries.map(({ label = '', submenu }) => (submenu === undefined ? label : [label, labelsOf(submenu)]));
}

function entryOf(labels: readonly string[]): MenuEntry {
  let entry: MenuEntry = { submenu: menuNow() };
  for (const label of labels) {
    const next = entry.submenu?.find((one) => one.label === label);
    if (next === undefined) throw new Error(`the menu has no ${label}`);
    entry = next;
  }
  return entry;
}

interface Asked {
  readonly id: number;
  readonly ask: string;
  readonly given: readonly never[];
}

process.on('message', async ({ id, ask, given }: Asked) => {
  try {
    const does = asks[ask];
    if (does === undefined) throw new Error(`nobody knows ${ask}`);
    process.send?.({ id, answer: await does(...given) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
process.send?.({ id: 0 });
