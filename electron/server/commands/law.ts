import type { Command } from 'commander';
import { errorTable } from '../../contract/errors.ts';
import { lawProblemsReport, lawReport } from '../cli-reports.ts';
import type { CommandContext } from './command-context.ts';

export function addLawCommand(program: Command, { app, terminal }: CommandContext): void {
  const law = program.command('law').description('法律条文和数据表');
  law
    .command('list')
    .description('列出程序可能引用的全部条文')
    .option('--json', '作为一个 JSON 数组写到标准输出', false)
    .action(async () => {
      const entries = await app().listLaw();
      terminal.output(entries, lawReport(entries));
    });
  law
    .command('check')
    .description('检查 templates/law 里的数据：错在哪个文件、哪一行、应当怎样写')
    .argument('[folder]', '自己的模板文件夹（其中的 law 覆盖内置数据）')
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (folder: string | undefined) => {
      const problems = await app({ templates: folder }).checkLaw();
      terminal.result({ ok: problems.length === 0, problems }, lawProblemsReport(problems));
      if (problems.length > 0) process.exitCode = errorTable.TEMPLATE_INVALID.exit;
    });
}
