import type { Command } from 'commander';
import { errorTable } from '../../contract/errors.ts';
import { templateProblemsReport } from '../cli-reports.ts';
import type { CommandContext } from './command-context.ts';

export function addTemplatesCommand(program: Command, { app, terminal }: CommandContext): void {
  program
    .command('templates')
    .description('自己的模板')
    .command('check')
    .description('检查一个模板文件夹：写错的字段、行号和最接近的正确名称，以及没有用到的必要字段')
    .argument('<folder>', '自己的模板文件夹，结构与 templates 相同')
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (folder: string) => {
      const problems = await app().checkTemplates(folder);
      const ok = problems.every(({ severity }) => severity !== 'error');
      terminal.result({ ok, problems }, templateProblemsReport(problems));
      if (!ok) process.exitCode = errorTable.TEMPLATE_INVALID.exit;
    });
}
