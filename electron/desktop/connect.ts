import { RPCHandler } from '@orpc/server/message-port';
import { type IpcMainEvent, ipcMain } from 'electron';
import type { Router } from '../core/router.ts';
import { channels } from './channels.ts';

/** Answers the questions of the window over the port it brings. A page that is not ours has its port closed. */
export function answerWindow(router: Router, isOurs: (event: IpcMainEvent) => boolean): void {
  const handler = new RPCHandler(router);
  ipcMain.on(channels.connect, (event) => {
    const [port] = event.ports;
    if (port === undefined) return;
    if (!isOurs(event)) {
      port.close();
      return;
    }
    handler.upgrade(port);
    port.start();
  });
}
