import type { Command } from 'commander';
import type { PapersChoice } from '../../core/choose-papers.ts';
import { checkReport } from '../cli-reports.ts';
import { caseDescription, dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';
import { papersDescription, papersFlags, parsePapers } from './papers-option.ts';

export function addCheckCommand(program: Command, { app, terminal, running }: CommandContext): void {
  program
    .command('check')
    .description('只检查，不生成：缺什么、哪里对不上')
    .argument('<case>', caseDescription)
    .option(dataFlags, dataDescription)
    .option(papersFlags, papersDescription, parsePapers)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (source: string, { papers, data }: { readonly papers?: PapersChoice; readonly data?: string }) => {
      const findings = await app({ data }).checkCase(source, papers, running);
      terminal.result({ findings }, checkReport(findings));
    });
}
