import type { Command } from 'commander';
import { casesReport } from '../cli-reports.ts';
import { dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';

export function addCasesCommand(program: Command, { app, terminal }: CommandContext): void {
  program
    .command('cases')
    .description('列出数据文件夹里的案件：案件编号和标题')
    .option(dataFlags, dataDescription)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async ({ data }: { readonly data?: string }) => {
      const cases = await app({ data }).listCases();
      terminal.output({ cases }, casesReport(cases));
    });
}
