import type { Command } from 'commander';
import { adviceReport } from '../advice-report.ts';
import { caseDescription, dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';

export function addAdviseCommand(program: Command, { app, terminal }: CommandContext): void {
  program
    .command('advise')
    .description('现在能走哪条路：各项判断和依据、期限、该用哪份文书')
    .argument('<case>', caseDescription)
    .option(dataFlags, dataDescription)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (source: string, { data }: { readonly data?: string }) => {
      const advice = await app({ data }).adviseCase(source);
      terminal.output(advice, adviceReport(advice));
    });
}
