import { InvalidArgumentError } from 'commander';
import { nearestName } from '../../core/cases/nearest-name.ts';
import type { PapersChoice } from '../../core/choose-papers.ts';
import { choosablePapers } from '../../core/documents/paper.ts';

export const papersFlags = '--papers <list>';
export const papersDescription = `要哪些文书，用逗号分开：${choosablePapers.join(',')}；all 为全部，suggested 为按阶段和争议类型选`;

/** Throws InvalidArgumentError naming each unknown paper and the nearest right name. */
export function parsePapers(list: string): PapersChoice {
  const names = list
    .split(/[,，、]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('没有写文书的名称');
  if (names.length === 1 && (names[0] === 'all' || names[0] === 'suggested')) return names[0];
  const unknown = names.filter((name) => !choosablePapers.some((id) => id === name));
  if (unknown.length > 0) {
    const told = unknown.map((name) => {
      const nearest = nearestName(name, choosablePapers);
      return nearest === undefined ? name : `${name}（是不是 ${nearest}）`;
    });
    throw new InvalidArgumentError(
      `没有名为 ${told.join('、')} 的文书，可选：${choosablePapers.join('、')}；也可以只写 all 或 suggested`,
    );
  }
  return choosablePapers.filter((id) => names.includes(id));
}
