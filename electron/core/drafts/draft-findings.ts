import type { Finding } from '../../contract/finding.ts';
import type { DraftProblem } from './draft-problem.ts';
import { fieldLabel, rowLabel } from './field-labels.ts';
import { stepsOf } from './working-draft.ts';

/** A problem of a draft as a finding: what is wrong, what it means for the papers, what to do. */
export function draftFinding(problem: DraftProblem): Finding {
  return { id: `draft.${problem.kind}`, severity: 'error', path: problem.path, message: messageOf(problem) };
}

function messageOf(problem: DraftProblem): string {
  const steps = stepsOf(problem.path);
  const label = fieldLabel(steps);
  const meaning = problem.isRowLeftOut ? `补好以前，${rowLabel(steps)}不会印进文书。` : '';
  switch (problem.kind) {
    case 'missing':
      return missingText(problem.path, label, meaning);
    case 'unreadable':
      return `“${label}”现在写的（${asTyped(problem.found)}）看不懂，${meaning === '' ? '暂时没有印进文书。' : meaning}${howTo(problem)}`;
    case 'unknown-field':
      return `案件里有一个据理不认识的内容“${label}”，不会印进文书。它可能来自别的版本；不需要的话可以不管。`;
    case 'duplicate':
      return `${rowLabel(steps)}的编号与另一项相同，文书里引用时会分不清，请改成不同的编号。`;
    case 'reference':
      return `“${label}”引用的一项已经不在案件里（${problem.found}），文书里暂时空着。请重新选择，或者删去这个引用。`;
  }
}

/** Fields whose absence means something of its own. */
const missingTexts: Readonly<Record<string, string>> = {
  title: '还没有给案件起名字，封面和文件名暂时用“未命名案件”。写上商品和问题就好，例如“激活码无法激活退款案”。',
  date: '还没有写文书的日期，暂时印今天。提交前请写上实际签名的日期。',
  issues: '还没有选争议类型，依据和证据清单都跟着它走，请至少选一种。',
};

function missingText(path: string, label: string, meaning: string): string {
  const own = Object.hasOwn(missingTexts, path) ? missingTexts[path] : undefined;
  if (own !== undefined) return own;
  if (/^evidence\[\d+\]\.files$/u.test(path)) {
    return '这份证据还没有放入文件，放入以前不会编号，也不会印进材料。请放入截图、照片或者 PDF，或者删去这一份。';
  }
  return `还没有填写“${label}”，${meaning === '' ? '文书里暂时印成空白。' : meaning}`;
}

/** A day and a time of day are typed apart and held together. */
function asTyped(found: string): string {
  return found.replace(/T(\S*)\+08:00/u, ' $1');
}

/** What a field of this kind wants, with an example. */
function howTo({ path, expected }: DraftProblem): string {
  if (expected.startsWith('金额')) return '请只写数字，最多两位小数，例如 128.00。';
  if (expected.startsWith('日期 YYYY-MM-DD，')) return '请写成日期，例如 2026-10-02；知道几点的，可以加上时间。';
  if (expected.startsWith('日期')) return '请写成日期，例如 2026-10-02。';
  if (expected.startsWith('至多')) return `太长了，${expected}，请写短一些。`;
  if (expected.includes('控制字符')) return '里面有看不见的特殊字符，请删去后重新输入。';
  if (expected === '一行文字') return '这里只能写一行，请去掉换行。';
  if (expected.startsWith('下列之一')) return '请从选项里重新选择。';
  if (path.endsWith('.id')) return '编号请用汉字、字母或数字，不要有空格。';
  return `这里应为${expected}。`;
}
