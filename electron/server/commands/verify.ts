import type { Command } from 'commander';
import { AppError, errorTable } from '../../contract/errors.ts';
import { verifyReport } from '../integrity-reports.ts';
import type { CommandContext } from './command-context.ts';

interface VerifyOptions {
  readonly evidence?: string;
  readonly log?: string;
  readonly stamp?: string;
  readonly request?: string;
  readonly ca?: string;
}

export function addVerifyCommand(program: Command, { app, terminal, running }: CommandContext): void {
  program
    .command('verify')
    .description('核对材料本身、证据原件、收录记录和时间戳有没有改动，不用案件数据，也不联网')
    .argument('<packet>', '据理生成的 PDF')
    .option(
      '--evidence <folder>',
      '存放证据原件的文件夹：案件文件夹，或者任何放着这些文件的文件夹；其中的 timestamps 也会核对',
    )
    .option('--log <file>', '收录记录 intake-log.jsonl，或者它所在的文件夹、.juli 文件（默认：原件旁边的那份）')
    .option('--stamp <file>', '时间戳回执（.tsr），可以是材料的，也可以是原件清单的')
    .option('--request <file>', '当时的时间戳申请文件（.tsq）')
    .option('--ca <file>', '您信任的根证书（PEM 或 DER），用来核对时间戳是谁签发的')
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (packet: string, { evidence, log, stamp, request, ca }: VerifyOptions) => {
      if (stamp === undefined && request !== undefined) {
        throw new AppError('USAGE', { detail: '--request 要与 --stamp 一起用' });
      }
      if (stamp === undefined && evidence === undefined && ca !== undefined) {
        throw new AppError('USAGE', { detail: '--ca 要与 --stamp 或 --evidence 一起用' });
      }
      const result = await app().verifyPacket(
        {
          packet,
          evidence,
          log,
          roots: ca,
          stamp: stamp === undefined ? undefined : { reply: stamp, request, roots: ca },
        },
        running.signal,
      );
      terminal.result(result, verifyReport(result));
      if (!result.ok) process.exitCode = errorTable.VERIFY_MISMATCH.exit;
    });
}
