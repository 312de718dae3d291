import { type IpcMainEvent, ipcMain } from 'electron';
import type { Jobs } from '../core/jobs/jobs.ts';
import { channels } from './channels.ts';
import { fieldOf } from './tickets.ts';

export interface DragPorts {
  readonly jobs: Pick<Jobs, 'resultFile'>;
  /** What is under the pointer meanwhile; some systems drag nothing without it. */
  readonly icon: string;
  isOurs(event: IpcMainEvent): boolean;
}

/** Lets what a job has made be dragged out of the window. The window names job and place, never a path. */
export function letDragOut({ jobs, icon, isOurs }: DragPorts): void {
  ipcMain.on(channels.dragOut, (event, asked: unknown) => {
    const job = fieldOf(asked, 'job');
    const index = fieldOf(asked, 'index');
    if (!isOurs(event) || typeof job !== 'string' || typeof index !== 'number') return;
    const file = jobs.resultFile(job, index);
    if (file !== undefined) event.sender.startDrag({ file: file.path, icon });
  });
}
