import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { AppError } from '../../contract/errors.ts';

export const passwordsFlags = '--passwords <file>';
/** A password on the command line itself would stand in the shell's history and in the list of processes. */
export const passwordsDescription =
  '打开有密码的 PDF：文件里每行一个证据文件的路径、一个制表符（Tab）和密码；写 - 则从标准输入读。密码只在本次运行中使用';

/** By the path of the file in the case. */
export async function readPasswords(file: string | undefined): Promise<ReadonlyMap<string, string> | undefined> {
  if (file === undefined) return undefined;
  const content = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch((cause: unknown): never => {
    throw new AppError('NOT_FOUND', { file }, { cause });
  });
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  return new Map(
    lines.flatMap((line, index) => {
      if (line.trim() === '') return [];
      const tab = line.indexOf('\t');
      if (tab <= 0 || tab === line.length - 1) {
        throw new AppError('USAGE', { detail: `${passwordsFlags}：第${index + 1}行应为路径、制表符（Tab）和密码` });
      }
      return [[line.slice(0, tab), line.slice(tab + 1)] as const];
    }),
  );
}
