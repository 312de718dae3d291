import type { Command } from 'commander';
import { errorTable } from '../../contract/errors.ts';
import { addedTimestampReport, timestampReport, timestampRequestReport } from '../integrity-reports.ts';
import { dataDescription, dataFlags } from './case-argument.ts';
import type { CommandContext } from './command-context.ts';

const jsonFlags = ['--json', '把结果作为一个 JSON 对象写到标准输出', false] as const;
const sourceDescription = '材料（PDF）或其他文件；或者一个案件（文件夹、.juli、编号），盖的就是它的证据原件清单';

export function addTimestampCommand(program: Command, { app, terminal, running }: CommandContext): void {
  const timestamp = program
    .command('timestamp')
    .description('时间戳（RFC 3161，可选）：写申请文件、核对回执；据理自己从不联网');
  timestamp
    .command('request')
    .description('写一个申请文件，由您自己交给时间戳服务；里面只有校验值，没有内容')
    .argument('<source>', sourceDescription)
    .option(dataFlags, dataDescription)
    .option('-o, --output <file>', '写到哪个文件（默认：当前文件夹，以来源为名，结尾 .tsq）')
    .option(...jsonFlags)
    .action(async (source: string, { output, data }: { readonly output?: string; readonly data?: string }) => {
      const made = await app({ data }).requestTimestamp({ source, target: output }, running.signal);
      terminal.result(made, timestampRequestReport(made));
    });
  timestamp
    .command('add')
    .description('把证据原件清单的时间戳回执保存到案件文件夹里（timestamps），核对通过才保存')
    .argument('<case>', '案件文件夹')
    .argument('<reply>', '时间戳回执（.tsr）')
    .option('--request <file>', '当时的申请文件（.tsq）；默认：案件里保存的，或者回执旁边同名的那份')
    .option('--ca <file>', '您信任的根证书（PEM 或 DER），用来核对是谁签发的')
    .option(...jsonFlags)
    .action(async (source: string, reply: string, { request, ca }: VerifyOptions) => {
      const added = await app().addTimestamp({ source, reply, request, roots: ca }, running.signal);
      terminal.result(added, addedTimestampReport(added));
      if (added.kept === undefined) process.exitCode = errorTable.VERIFY_MISMATCH.exit;
    });
  timestamp
    .command('verify')
    .description('核对时间戳服务的回执：是不是给这份内容的，有没有改动，由谁签发')
    .argument('<source>', sourceDescription)
    .argument('<reply>', '时间戳回执（.tsr）')
    .option(dataFlags, dataDescription)
    .option('--request <file>', '当时的申请文件（.tsq），用来核对回执回答的就是那一次申请')
    .option('--ca <file>', '您信任的根证书（PEM 或 DER），用来核对是谁签发的')
    .option(...jsonFlags)
    .action(async (source: string, reply: string, options: VerifyOptions) => {
      const { request, ca, data } = options;
      const result = await app({ data }).verifyTimestamp({ source, reply, request, roots: ca }, running.signal);
      terminal.result(result, timestampReport(result));
      if (!result.ok) process.exitCode = errorTable.VERIFY_MISMATCH.exit;
    });
}

interface VerifyOptions {
  readonly request?: string;
  readonly ca?: string;
  readonly data?: string;
}
