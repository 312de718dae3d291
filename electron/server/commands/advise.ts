import type { Command } from 'commander';
import { adviceReport } from '../advice-report.ts';
import type { CommandContext } from './command-context.ts';

export function addAdviseCommand(program: Command, { app, terminal }: CommandContext): void {
  program
    .command('advise')
    .description('现在能走哪条路：各项判断和依据、期限、该用哪份文书')
    .argument('<case-folder>', '案件文件夹')
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (caseFolder: string) => {
      const advice = await app().adviseCase(caseFolder);
      terminal.output(advice, adviceReport(advice));
    });
}
