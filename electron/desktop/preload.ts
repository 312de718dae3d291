import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels, portMessage } from './channels.ts';

/** Of the page, all that is used here. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void;
};

/** All that the window gets of this computer: a way to ask, and a way for files. It runs in the sandbox. */

contextBridge.exposeInMainWorld('juliPort', {
  /** One end of the port goes to the program, the other to the window: no port passes through a context bridge. */
  connect(): void {
    const { port1, port2 } = new MessageChannel();
    ipcRenderer.postMessage(channels.connect, null, [port1]);
    window.postMessage(portMessage, window.location.origin, [port2]);
  },
});

contextBridge.exposeInMainWorld('juliFiles', {
  /** A ticket for a file that a person chose, dropped or pasted. */
  async admit(file: File, relativePath: string): Promise<unknown> {
    const path = webUtils.getPathForFile(file);
    if (path !== '') return ipcRenderer.invoke(channels.admitPath, { path, relativePath });
    const bytes = await file.arrayBuffer();
    return ipcRenderer.invoke(channels.admitBytes, { name: file.name, relativePath, bytes });
  },
  /** Lets a result of a job be dragged to where it is wanted; asked when the drag starts. */
  dragOut(job: string, index: number): void {
    ipcRenderer.send(channels.dragOut, { job, index });
  },
});
