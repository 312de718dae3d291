import { AppError } from '../contract/errors.ts';
import type { Desk, Running } from '../core/ports.ts';
import type { Workspace } from '../core/workspace.ts';
import { removeRedirect, writeRedirect } from './redirect-file.ts';
import { buildOrKeepWindow, windowFolder } from './stale-window.ts';
import type { Terminal } from './terminal.ts';

export interface WindowOrder {
  readonly dataFolder: string;
  /** A case to begin with: its folder, a .juli file, or its id. */
  readonly caseSource: string | undefined;
  readonly withBrowser: boolean;
  readonly idleMinutes: number;
}

export interface WindowPorts {
  openWorkspace(dataFolder: string, desk: Desk): Promise<Workspace>;
  readonly desk: Desk;
  readonly terminal: Pick<Terminal, 'say' | 'output' | 'progress'>;
  /** Stops the host. */
  readonly signal: AbortSignal;
}

/**
 * Serves the window over the data folder until it is stopped, or nobody has been there for long. A second start joins
 * the first: it shows the way to the window that is there, and ends.
 */
export async function openWindow(order: WindowOrder, ports: WindowPorts): Promise<void> {
  await buildOrKeepWindow(ports.terminal.say);
  let workspace: Workspace;
  try {
    workspace = await ports.openWorkspace(order.dataFolder, ports.desk);
  } catch (cause) {
    return joinRunning(cause, order, ports);
  }
  try {
    await serve(workspace, order, ports);
  } finally {
    await workspace.close();
  }
}

async function serve(workspace: Workspace, order: WindowOrder, ports: WindowPorts): Promise<void> {
  const { dataFolder, caseSource, idleMinutes } = order;
  const [{ createRouter }, { startLoopback }] = await Promise.all([
    import('../core/router.ts'),
    import('./http/serve.ts'),
  ]);
  const stop = new AbortController();
  const signal = AbortSignal.any([ports.signal, stop.signal]);
  const host = await startLoopback({
    workspace,
    router: createRouter(workspace),
    windowFolder,
    uploadsBelow: workspace.store.originals.incoming,
    leftAddress: workspace.store.leftAddress,
    idleMinutes,
    onIdle: () => {
      ports.terminal.say(`已有 ${idleMinutes} 分钟没有打开的窗口，据理自动退出。案件都已保存。\n`);
      stop.abort();
    },
    onArrival: () => void removeRedirect(dataFolder),
  });
  try {
    if (!workspace.store.health.isReadOnly) workspace.store.publishAddress(host.address);
    const running = { signal, progress: ports.terminal.progress };
    await showWindow(await pageOf(host.address, caseSource, workspace, running), order, ports);
    await stopped(signal);
  } finally {
    await host.close();
    await removeRedirect(dataFolder);
  }
}

/** The start page, or that of the case one begins with. */
async function pageOf(
  address: string,
  caseSource: string | undefined,
  workspace: Workspace,
  running: Running,
): Promise<string> {
  if (caseSource === undefined) return address;
  const { openCaseSource } = await import('../core/open-case-source.ts');
  return `${address}#/case/${await openCaseSource(workspace, caseSource, running)}`;
}

async function joinRunning(cause: unknown, order: WindowOrder, ports: WindowPorts): Promise<void> {
  const address = cause instanceof AppError && cause.code === 'STORE_IN_USE' ? cause.data.detail : undefined;
  if (address === undefined || !URL.canParse(address)) throw cause;
  ports.terminal.say('据理已经在运行，这里打开的是同一个窗口。\n');
  if (order.caseSource !== undefined) ports.terminal.say('要打开这个案件，请在窗口的“案件”页选“导入”。\n');
  await showWindow(address, order, ports);
}

/** Says where the window is, and sends the browser there. */
async function showWindow(address: string, order: WindowOrder, { desk, terminal }: WindowPorts): Promise<void> {
  terminal.output({ address }, `据理在这里：${address}\n`);
  if (!order.withBrowser) return;
  if (desk.open === undefined) {
    terminal.say('这台机器没有图形界面，请把上面的地址复制到这台机器的浏览器里打开。\n');
    return;
  }
  try {
    await desk.open(await writeRedirect(order.dataFolder, address));
    terminal.say(
      '如果浏览器没有自己打开，请把上面的地址复制过去。关闭这个终端或按 Ctrl+C 就退出据理，案件随时都已保存。\n',
    );
  } catch {
    terminal.say('没能打开浏览器，请把上面的地址复制过去。\n');
  }
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
