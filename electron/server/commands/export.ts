import type { Command } from 'commander';
import { AppError } from '../../contract/errors.ts';
import type { App, CaseExportRequest } from '../../core/app.ts';
import type { PapersChoice } from '../../core/choose-papers.ts';
import { caseExportReport, exportReport } from '../cli-reports.ts';
import { caseDescription, dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';
import { papersDescription, papersFlags, parsePapers } from './papers-option.ts';

interface ExportOptions {
  readonly docx: boolean;
  readonly juli?: string;
  readonly folder?: string;
  readonly output?: string;
  readonly papers?: PapersChoice;
  readonly data?: string;
}

export function addExportCommand(program: Command, context: CommandContext): void {
  program
    .command('export')
    .description('导出可以修改的文件，或者整个案件')
    .argument('<case>', caseDescription)
    .option('--docx', '每份文书一个 Word 文件', false)
    .option('-o, --output <folder>', 'Word 文件写到哪个文件夹（默认：当前文件夹下，以案件标题为名）')
    .option(papersFlags, papersDescription, parsePapers)
    .option('--juli <file>', '案件和全部证据原件存成一个 .juli 文件')
    .option('--folder <folder>', '案件和全部证据原件写成一个案件文件夹（须是新的或空的）')
    .option(dataFlags, dataDescription)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (source: string, options: ExportOptions) => {
      const { docx, juli, folder, data } = options;
      const form = formOf(options);
      if (Number(docx) + Number(juli !== undefined) + Number(folder !== undefined) !== 1) {
        throw new AppError('USAGE', { detail: '请写明导出的格式，三者选一：--docx、--juli <file>、--folder <folder>' });
      }
      const app = context.app({ data });
      if (form === undefined) await exportWord(app, source, options, context);
      else await exportCase(app, { case: source, ...form }, context);
    });
}

function formOf({ juli, folder }: ExportOptions): Omit<CaseExportRequest, 'case'> | undefined {
  if (juli !== undefined) return { form: 'juli', target: juli };
  if (folder !== undefined) return { form: 'folder', target: folder };
  return undefined;
}

async function exportWord(
  app: App,
  source: string,
  { output, papers }: ExportOptions,
  { terminal, running }: CommandContext,
): Promise<void> {
  const files = await app.exportWord({ case: source, targetFolder: output, papers }, running);
  terminal.result({ files }, exportReport(files));
}

async function exportCase(app: App, request: CaseExportRequest, { terminal, running }: CommandContext): Promise<void> {
  const leftOut = await app.exportCase(request, running);
  terminal.result({ exported: request.target, leftOut }, caseExportReport(request.target, leftOut));
}
