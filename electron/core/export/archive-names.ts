import { evidencePathProblem } from '../../contract/case/evidence-path.ts';
import type { InputProblem } from '../../contract/errors.ts';

/** The longest name that every file system and every zip program takes, in bytes, folders included. */
const longestName = 1000;

/**
 * What is wrong with the names of the files of an archive: those that would lead out of a folder, and those that would
 * be one file on Windows or a Mac, where 图A.png and 图a.png are the same.
 */
export function archiveNameProblems(names: readonly string[]): InputProblem[] {
  const problems: InputProblem[] = [];
  const taken = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const name of names) {
    const unsafe = unsafeName(name);
    if (unsafe !== undefined) {
      problems.push({ path: printed(name), expected: '案件文件夹内的相对路径', found: unsafe });
      continue;
    }
    const key = foldedName(name);
    const other = taken.get(key);
    if (other !== undefined) {
      const found = other === name ? '同一名称出现了两次' : `与 ${other} 只差大小写，在有的系统上会是同一个文件`;
      problems.push({ path: name, expected: '与其他文件不同的名称', found });
    }
    taken.set(key, name);
    for (let end = key.indexOf('/'); end !== -1; end = key.indexOf('/', end + 1)) folders.set(key.slice(0, end), name);
  }
  for (const [key, name] of taken) {
    const within = folders.get(key);
    if (within !== undefined) {
      problems.push({ path: name, expected: '与文件夹不同的名称', found: `${within} 要求它是一个文件夹` });
    }
  }
  return problems;
}

/** Names that are one file where case and composition of characters do not count. */
function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

function unsafeName(name: string): string | undefined {
  if (name === '') return '没有名称';
  if (/\p{Cc}/u.test(name)) return '名称里有看不见的控制字符';
  if (Buffer.byteLength(name) > longestName) return '名称过长';
  return evidencePathProblem(name);
}

/** A name as it can be shown: short, and without what would disturb the line. */
export function printed(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
