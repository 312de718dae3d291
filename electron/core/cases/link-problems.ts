import { lstat, readlink, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { evidencePathProblem } from '../../contract/case/evidence-path.ts';
import type { InputProblem } from '../../contract/errors.ts';
import { fieldsAt } from './case-fields.ts';

/**
 * Evidence paths that look harmless and yet lead out of the folder through a link, of the file itself or of a
 * folder above it. A file that is not there is no problem here; it becomes a finding.
 */
export async function linkProblems(folder: string, raw: unknown): Promise<InputProblem[]> {
  const paths = [...fieldsAt(raw, 'evidence[].files[]'), ...fieldsAt(raw, 'evidence[].files[].path')];
  const problems: InputProblem[] = [];
  for (const { path, value } of paths) {
    if (typeof value !== 'string' || evidencePathProblem(value) !== undefined || /\p{Cc}/u.test(value)) continue;
    if (await leadsOutside(folder, join(folder, value))) {
      problems.push({ path, expected: '案件文件夹内的文件', found: '通向文件夹外的链接' });
    }
  }
  return problems;
}

const mostLinks = 40;

/** Whether a path ends outside `folder` (a real path) once every link is followed, dangling ones too. */
async function leadsOutside(folder: string, path: string): Promise<boolean> {
  let target = path;
  for (let links = 0; links < mostLinks; ) {
    const real = await orUndefined(realpath(target));
    if (real !== undefined) return !isWithin(folder, real);
    const status = await orUndefined(lstat(target));
    if (status?.isSymbolicLink() === true) {
      target = resolve(dirname(target), await readlink(target));
      links += 1;
    } else if (dirname(target) === target) return true;
    // Nothing there, or not readable: what counts is where the folder above it really is.
    else target = dirname(target);
  }
  return true;
}

export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function orUndefined<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch {
    return undefined;
  }
}
