import { lockedPdf } from '../../../contract/locked-pdf.ts';

/** What readers can show can be printed, and what is printed is simple. */
const printAnew = '，请打开后用“打印”另存为新的 PDF，再添加';

/** Why nothing of a PDF can be printed. In Chinese, without full stop. */
export const pdfRefusals = {
  password: `${lockedPdf}，请输入密码后重新生成，或者用密码打开并另存为不加密的文件`,
  failed: 'PDF 已损坏，无法读出页面，请重新下载或者另存一份完好的，再添加',
  empty: 'PDF 没有页面，请重新下载或者另存一份完好的，再添加',
  'endless-form': `PDF 里的表单结构不正常，读不到尽头${printAnew}`,
  tooSlow: `PDF 无法在限定的时间内读出${printAnew}`,
  tooMuch: `PDF 无法在限定的内存内读出${printAnew}`,
} as const;

/** Why one page of it cannot be printed. */
export const pageRefusal = '这一页已损坏，无法显示';
