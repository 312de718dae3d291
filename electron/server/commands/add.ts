import type { Command } from 'commander';
import { errorTable } from '../../contract/errors.ts';
import { addReport } from '../cli-reports.ts';
import { dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';

export function addAddCommand(program: Command, { app, terminal, running }: CommandContext): void {
  program
    .command('add')
    .description('把文件收进案件的证据：核对重复、打开压缩包、记下收录记录；打印每个文件的结果')
    .argument('<case>', '案件文件夹，或者案件编号（用 juli cases 查看）')
    .argument('<files...>', '要收录的文件；文件夹连同里面的文件一起收录')
    .option(dataFlags, dataDescription)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (source: string, files: string[], { data }: { readonly data?: string }) => {
      const { kind: _, ...result } = await app({ data }).addEvidence(source, files, running);
      terminal.result(result, addReport(result));
      const isAnyThere =
        result.added > 0 || result.duplicates.length > 0 || result.problems.some(({ isTaken }) => isTaken);
      if (!isAnyThere) process.exitCode = errorTable.NOT_FOUND.exit;
    });
}
