/** Each key and what it does. The keys themselves are in parts/use-shortcuts.ts and in the case's own page. */
export const keysInWords: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Ctrl+N', 'Alt+N'], does: '新建案件（在浏览器里用 Alt+N）' },
  { keys: ['Ctrl+K'], does: '查找案件' },
  { keys: ['Ctrl+Z'], does: '撤销（在案件里）' },
  { keys: ['Ctrl+Shift+Z'], does: '重做（在案件里）' },
  { keys: ['Tab', 'Shift+Tab'], does: '到下一个、上一个可以填写或者按下的地方' },
  { keys: ['Enter', '空格'], does: '按下按钮、打开选择' },
  { keys: ['Esc'], does: '关闭弹出的窗口或者选择' },
  { keys: ['?'], does: '打开这一页' },
];
