import type { Command } from 'commander';
import type { CommandContext } from './command-context.ts';

export function addSchemaCommand(program: Command, { app, terminal }: CommandContext): void {
  program
    .command('schema')
    .description('打印 case.json 的 JSON Schema')
    .action(() => terminal.print(`${JSON.stringify(app().caseSchema(), undefined, 2)}\n`));
}
