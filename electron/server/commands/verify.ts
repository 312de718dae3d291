import type { Command } from 'commander';
import { errorTable } from '../../contract/errors.ts';
import { verifyReport } from '../cli-reports.ts';
import type { CommandContext } from './command-context.ts';

export function addVerifyCommand(program: Command, { app, terminal, running }: CommandContext): void {
  program
    .command('verify')
    .description('核对证据原件是否与材料里的 SHA-256 一致')
    .argument('<packet>', '据理生成的 PDF')
    .requiredOption('--evidence <folder>', '案件文件夹，或其中存放证据的文件夹')
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (packet: string, { evidence }: { readonly evidence: string }) => {
      const result = await app().verifyPacket(packet, evidence, running.signal);
      terminal.result(result, verifyReport(result));
      if (!result.ok) process.exitCode = errorTable.VERIFY_MISMATCH.exit;
    });
}
