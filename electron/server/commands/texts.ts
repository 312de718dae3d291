import type { Command } from 'commander';
import { textsReport } from '../cli-reports.ts';
import type { CommandContext } from './command-context.ts';

export function addTextsCommand(program: Command, { app, terminal }: CommandContext): void {
  program
    .command('texts')
    .description('网页表单用的文字：每一栏的内容和字数')
    .argument('<case-folder>', '案件文件夹')
    .option('--channel <id>', '只要一个渠道（默认：全部）')
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (caseFolder: string, { channel }: { readonly channel?: string }) => {
      const texts = await app().caseTexts(caseFolder, channel);
      terminal.output(texts, textsReport(texts));
    });
}
