import type { Command } from 'commander';
import { importReport } from '../cli-reports.ts';
import { dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';

export function addImportCommand(program: Command, { app, terminal, running }: CommandContext): void {
  program
    .command('import')
    .description('把一个案件放进数据文件夹，在窗口里继续填写；打印它的案件编号')
    .argument('<case>', '案件文件夹或 .juli 文件')
    .option(dataFlags, dataDescription)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (source: string, { data, json }: { readonly data?: string; readonly json: boolean }) => {
      const { id, title, problems } = await app({ data }).importCase(source, running);
      if (!json) terminal.say(importReport(title, problems));
      terminal.output({ id, title, leftOut: problems }, `${id}\n`);
    });
}
