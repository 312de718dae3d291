/**
 * What is wrong with an evidence path as it is written, or `undefined`. Whether a link leads out of the
 * folder can only be seen on disk; the folder reader checks that.
 */
export function evidencePathProblem(path: string): string | undefined {
  if (path.includes('\\')) return '请用正斜杠 / 分隔';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return '不能是绝对路径';
  const parts = path.split('/');
  if (parts.includes('..')) return '不能含有 ..';
  if (parts.some((part) => part === '' || part === '.')) return '不能含有空的或 . 的一段';
  return undefined;
}
