import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { AppError, errorTable } from '../contract/errors.ts';
import type { App, AppFolders } from '../core/app.ts';
import { createOfficeConverter } from '../core/evidence/documents/office-converter.ts';
import { createRunProgram } from '../core/run-program.ts';
import { createChromiumMedia } from './chromium-media.ts';
import { createChromiumPrinter } from './chromium-printer.ts';
import { errorReport } from './cli-reports.ts';
import { addAddCommand } from './commands/add.ts';
import { addAdviseCommand } from './commands/advise.ts';
import { addCasesCommand } from './commands/cases.ts';
import { addCheckCommand } from './commands/check.ts';
import type { CommandContext } from './commands/command-context.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addLawCommand } from './commands/law.ts';
import { addOpenCommand } from './commands/open.ts';
import { addPacketCommand } from './commands/packet.ts';
import { addSchemaCommand } from './commands/schema.ts';
import { addTemplatesCommand } from './commands/templates.ts';
import { addTextsCommand } from './commands/texts.ts';
import { addTimestampCommand } from './commands/timestamp.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { dataFolderOf } from './data-folder.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { chineseHelp, usageDetail } from './usage-words.ts';

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
  const media = createChromiumMedia();
  const office = createOfficeConverter(
    { platform: process.platform, environment: process.env },
    createRunProgram(spawn),
  );
  // The browser takes as long to come up as the program to load, so it goes first.
  if (commandLine[0] === 'packet') printer.start();
  const clock = { now: () => new Date() };
  const openWorkspace: CommandContext['openWorkspace'] = async (dataFolder, desk) => {
    const workspace = await import('../core/open-workspace.ts');
    return workspace.openWorkspace({ dataFolder, templatesFolder }, { printer, media, office, clock, desk });
  };
  const { createApp } = await import('../core/app.ts');
  const apps: App[] = [];
  const openApp: ProgramContext['open'] = (folders, usesOffice) => {
    const app = createApp(
      { printer, media, clock, office: usesOffice ? () => office : undefined },
      { templatesFolder, ...folders },
    );
    apps.push(app);
    return app;
  };
  try {
    const running = { signal: stop.signal, progress: terminal.progress };
    await createProgram({ open: openApp, openWorkspace, office, terminal, running }).parseAsync(commandLine, {
      from: 'user',
    });
    return Number(process.exitCode ?? 0);
  } catch (cause) {
    return report(cause, terminal);
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
    await Promise.all([...apps.map((app) => app.close()), printer.close()]);
  }
}

const addCommands = [
  addOpenCommand,
  addPacketCommand,
  addCheckCommand,
  addAdviseCommand,
  addTextsCommand,
  addExportCommand,
  addImportCommand,
  addAddCommand,
  addCasesCommand,
  addVerifyCommand,
  addTimestampCommand,
  addLawCommand,
  addTemplatesCommand,
  addSchemaCommand,
] as const;

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

interface ProgramContext extends Omit<CommandContext, 'app'> {
  open(folders: Pick<AppFolders, 'ownTemplates' | 'dataFolder'>, usesOffice: boolean): App;
}

function createProgram({ open, openWorkspace, office, terminal, running }: ProgramContext): Command {
  const program = new Command('juli')
    .description('据理：把虚拟商品退款纠纷整理成可以提交的材料')
    .option('--templates <folder>', '自己的模板文件夹，其中的文件代替内置模板里同名的文件')
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [command]', '显示一个命令的用法')
    .configureHelp(chineseHelp)
    .exitOverride()
    // Its errors are told by `report`, like all others.
    .configureOutput({ writeErr: terminal.say, outputError: () => undefined });
  const app: CommandContext['app'] = ({ templates, data, usesOffice = false } = {}) =>
    open(
      {
        ownTemplates: templates ?? program.opts<{ templates?: string }>().templates,
        dataFolder: dataFolderOf(data),
      },
      usesOffice,
    );
  for (const addCommand of addCommands) addCommand(program, { app, openWorkspace, office, terminal, running });
  return program;
}

/** Says what went wrong and gives the exit code. */
function report(cause: unknown, terminal: Terminal): number {
  if (cause instanceof CommanderError && cause.exitCode === 0) return 0; // --help
  const error = errorOf(cause);
  const isHelpShown = cause instanceof CommanderError && cause.code === 'commander.help';
  terminal.result(
    { error: { code: error.code, ...error.data } },
    isHelpShown ? '' : errorReport(error, process.env.JULI_DEBUG === undefined ? undefined : cause),
  );
  return errorTable[error.code].exit;
}

function errorOf(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (!(cause instanceof CommanderError)) return new AppError('INTERNAL', {}, { cause });
  return new AppError('USAGE', { detail: usageDetail(cause) }, { cause });
}
