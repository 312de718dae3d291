import type { Command } from 'commander';
import { AppError } from '../../contract/errors.ts';
import type { PapersChoice } from '../../core/choose-papers.ts';
import { exportReport } from '../cli-reports.ts';
import type { CommandContext } from './command-context.ts';
import { papersDescription, papersFlags, parsePapers } from './papers-option.ts';

interface ExportOptions {
  readonly docx: boolean;
  readonly output?: string;
  readonly papers?: PapersChoice;
}

export function addExportCommand(program: Command, { app, terminal, running }: CommandContext): void {
  program
    .command('export')
    .description('导出可以修改的文件')
    .argument('<case-folder>', '案件文件夹')
    .option('--docx', '每份文书一个 Word 文件', false)
    .option('-o, --output <folder>', '写到哪个文件夹（默认：当前文件夹下，以案件标题为名）')
    .option(papersFlags, papersDescription, parsePapers)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (caseFolder: string, { docx, output, papers }: ExportOptions) => {
      if (!docx) throw new AppError('USAGE', { detail: '请写明导出的格式：--docx' });
      const files = await app().exportWord({ case: caseFolder, targetFolder: output, papers }, running);
      terminal.result({ files }, exportReport(files));
    });
}
