import type { Command } from 'commander';
import { textsReport } from '../cli-reports.ts';
import { caseDescription, dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';

export function addTextsCommand(program: Command, { app, terminal }: CommandContext): void {
  program
    .command('texts')
    .description('网页表单用的文字：每一栏的内容和字数')
    .argument('<case>', caseDescription)
    .option(dataFlags, dataDescription)
    .option('--channel <id>', '只要一个渠道（默认：全部）')
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (source: string, { channel, data }: { readonly channel?: string; readonly data?: string }) => {
      const texts = await app({ data }).caseTexts(source, channel);
      terminal.output(texts, textsReport(texts));
    });
}
