import { type Command, InvalidArgumentError } from 'commander';
import { dataFolderOf } from '../data-folder.ts';
import { createDesk, thisMachine } from '../desk.ts';
import { openWindow } from '../open-window.ts';
import type { CommandContext } from './command-context.ts';

interface OpenOptions {
  readonly data?: string;
  readonly browser: boolean;
  readonly idle: number;
}

export function addOpenCommand(program: Command, { openWorkspace, terminal, running }: CommandContext): void {
  program
    .command('open')
    .description('打开据理的窗口（在默认浏览器里）')
    .argument('[case]', '同时打开这个案件：案件文件夹、.juli 文件或案件编号')
    .option('--data <folder>', '数据文件夹（默认：当前用户自己的）')
    .option('--no-browser', '不打开浏览器，只给出地址')
    .option('--idle <minutes>', '没有打开的窗口多少分钟后自动退出（默认：30）', minutes, 30)
    .option('--json', '把地址作为一个 JSON 对象写到标准输出', false)
    .action(async (caseSource: string | undefined, { data, browser, idle }: OpenOptions) => {
      await openWindow(
        { dataFolder: dataFolderOf(data), caseSource, withBrowser: browser, idleMinutes: idle },
        { openWorkspace, desk: createDesk(thisMachine), terminal, signal: running.signal },
      );
    });
}

function minutes(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 1_440) throw new InvalidArgumentError('应是 1 到 1440 的整数');
  return value;
}
