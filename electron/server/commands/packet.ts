import { type Command, Option } from 'commander';
import { AppError } from '../../contract/errors.ts';
import type { StatementLayout } from '../../core/app.ts';
import type { PapersChoice } from '../../core/choose-papers.ts';
import { packetReport } from '../cli-reports.ts';
import { caseDescription, dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';
import { addFormOptions, type FormOptions, packetForm } from './form-options.ts';
import { papersDescription, papersFlags, parsePapers } from './papers-option.ts';
import { passwordsDescription, passwordsFlags, readPasswords } from './passwords-option.ts';

interface PacketOptions extends FormOptions {
  readonly output?: string;
  readonly papers?: PapersChoice;
  readonly cover: boolean;
  readonly toc: boolean;
  readonly timeline: boolean;
  readonly appendix: boolean;
  readonly checksums: boolean;
  readonly strict: boolean;
  readonly layout?: StatementLayout;
  readonly perClaimant: boolean;
  readonly passwords?: string;
  readonly office: boolean;
  readonly data?: string;
}

export function addPacketCommand(program: Command, { app, office, terminal, running }: CommandContext): void {
  const command = program
    .command('packet')
    .description('生成一份完整材料（PDF）')
    .argument('<case>', caseDescription)
    .option(dataFlags, dataDescription)
    .option('-o, --output <file>', '写到哪个文件（默认：当前文件夹，以案件标题为名）')
    .option(papersFlags, `${papersDescription}（默认：案件里写的，没有写则为退款申请书、投诉书、起诉状）`, parsePapers)
    .option('--no-cover', '不要封面')
    .option('--no-toc', '不要目录')
    .option('--no-timeline', '不要时间线')
    .option('--no-appendix', '不要证据附件')
    .option('--no-checksums', '不要证据原件校验清单')
    .addOption(
      new Option('--layout <layout>', '起诉状的样式：traditional 传统式，elements 要素式（默认：案件里写的）').choices([
        'traditional',
        'elements',
      ]),
    )
    .option('--per-claimant', '每名投诉人各做一份，--output 为文件夹', false);
  addFormOptions(command)
    .option(passwordsFlags, passwordsDescription)
    .option('--office', '用这台电脑上的 LibreOffice 排印 Word 和表格文件；页面会随它的版本和本机字体而不同', false)
    .option('--strict', '缺少事实时不生成，退出码为 FACTS_INCOMPLETE', false)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (source: string, options: PacketOptions) => {
      const { papers, cover, toc, timeline, appendix, checksums, strict, output, layout, perClaimant, data } = options;
      if (options.office && !(await office.isThere())) {
        throw new AppError('USAGE', { detail: '没有找到 LibreOffice（soffice），请安装它，或者去掉 --office' });
      }
      const opened = app({ data, usesOffice: options.office });
      const request = {
        case: source,
        target: output,
        selection: { papers, cover, contents: toc, timeline, appendix, originals: checksums },
        strict,
        layout,
        form: packetForm(options),
        passwords: await readPasswords(options.passwords),
      };
      if (perClaimant) {
        const packets = await opened.buildPacketPerClaimant(request, running);
        terminal.result({ packets }, packets.map(packetReport).join('\n'));
      } else {
        const result = await opened.buildPacket(request, running);
        terminal.result(result, packetReport(result));
      }
    });
}
