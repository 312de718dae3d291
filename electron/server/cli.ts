import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { AppError, errorTable } from '../contract/errors.ts';
import type { App, Running } from '../core/app.ts';
import { type PaperId, paperIds } from '../core/documents/paper.ts';
import { createChromiumPrinter } from './chromium-printer.ts';
import { checkReport, errorReport, packetReport, verifyReport } from './cli-reports.ts';
import { createTerminal, type Terminal } from './terminal.ts';

interface PacketOptions {
  readonly output?: string;
  readonly papers: readonly PaperId[];
  readonly cover: boolean;
  readonly toc: boolean;
  readonly timeline: boolean;
  readonly appendix: boolean;
  readonly checksums: boolean;
  readonly strict: boolean;
  readonly json: boolean;
}

/** Runs one command line (without node and script) and resolves to the exit code of the error table. */
export async function run(commandLine: readonly string[]): Promise<number> {
  // Libraries warn of broken evidence here, in English; what people need to know stands in the result.
  globalThis.console.warn = () => undefined;
  const terminal = createTerminal(commandLine.includes('--json'));
  const stop = new AbortController();
  const cancel = () => stop.abort(new AppError('CANCELLED'));
  process.once('SIGINT', cancel);
  process.once('SIGTERM', cancel);
  const printer = createChromiumPrinter();
  // The browser takes as long to come up as the program to load, so it goes first.
  if (commandLine[0] === 'packet') printer.start();
  const { createApp } = await import('../core/app.ts');
  const app = createApp(
    { printer, clock: { now: () => new Date() } },
    { templatesFolder: fileURLToPath(new URL('../../templates', import.meta.url)) },
  );
  try {
    await createProgram(app, terminal, { signal: stop.signal, progress: terminal.progress }).parseAsync(commandLine, {
      from: 'user',
    });
    return Number(process.exitCode ?? 0);
  } catch (cause) {
    return report(cause, terminal);
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
    await Promise.all([app.close(), printer.close()]);
  }
}

function createProgram(app: App, terminal: Terminal, running: Running): Command {
  const program = new Command('juli')
    .description('据理：把虚拟商品退款纠纷整理成可以提交的材料')
    .exitOverride()
    .configureOutput({ writeErr: terminal.say });

  program
    .command('packet')
    .description('生成一份完整材料（PDF）')
    .argument('<case-folder>', '案件文件夹，里面有 case.json 和证据文件')
    .option('-o, --output <file>', '写到哪个文件（默认：当前文件夹，以案件标题为名）')
    .option('--papers <list>', `要哪些文书，用逗号分开：${paperIds.join(',')}`, parsePapers, paperIds)
    .option('--no-cover', '不要封面')
    .option('--no-toc', '不要目录')
    .option('--no-timeline', '不要时间线')
    .option('--no-appendix', '不要证据附件')
    .option('--no-checksums', '不要证据原件校验清单')
    .option('--strict', '缺少事实时不生成，退出码为 FACTS_INCOMPLETE', false)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (caseFolder: string, options: PacketOptions) => {
      const { papers, cover, toc, timeline, appendix, checksums } = options;
      const result = await app.buildPacket(
        {
          caseFolder,
          target: options.output,
          selection: { papers, cover, contents: toc, timeline, appendix, originals: checksums },
          strict: options.strict,
        },
        running,
      );
      terminal.result(result, packetReport(result));
    });

  program
    .command('check')
    .description('只检查，不生成：缺什么、哪里对不上')
    .argument('<case-folder>', '案件文件夹')
    .option('--papers <list>', `按哪些文书检查：${paperIds.join(',')}`, parsePapers, paperIds)
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (caseFolder: string, options: { papers: readonly PaperId[] }) => {
      const findings = await app.checkCase(caseFolder, options.papers, running);
      terminal.result({ findings }, checkReport(findings));
    });

  program
    .command('verify')
    .description('核对证据原件是否与材料里的 SHA-256 一致')
    .argument('<packet>', '据理生成的 PDF')
    .requiredOption('--evidence <folder>', '案件文件夹，或其中存放证据的文件夹')
    .option('--json', '把结果作为一个 JSON 对象写到标准输出', false)
    .action(async (packet: string, options: { evidence: string }) => {
      const result = await app.verifyPacket(packet, options.evidence, running.signal);
      terminal.result(result, verifyReport(result));
      if (!result.ok) process.exitCode = errorTable.VERIFY_MISMATCH.exit;
    });

  program
    .command('schema')
    .description('打印 case.json 的 JSON Schema')
    .action(() => terminal.print(`${JSON.stringify(app.caseSchema(), undefined, 2)}\n`));

  return program;
}

function parsePapers(list: string): readonly PaperId[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !paperIds.some((id) => id === name));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`没有名为 ${unknown.join('、')} 的文书，可选：${paperIds.join('、')}`);
  }
  return paperIds.filter((id) => names.includes(id));
}

/** Says what went wrong and gives the exit code. Commander has already said its own part. */
function report(cause: unknown, terminal: Terminal): number {
  if (cause instanceof CommanderError) {
    if (cause.exitCode === 0) return 0; // --help
    terminal.result({ error: { code: 'USAGE', detail: cause.message } }, '');
    return errorTable.USAGE.exit;
  }
  const error = cause instanceof AppError ? cause : new AppError('INTERNAL', {}, { cause });
  terminal.result(
    { error: { code: error.code, ...error.data } },
    errorReport(error, process.env.JULI_DEBUG === undefined ? undefined : cause),
  );
  return errorTable[error.code].exit;
}
