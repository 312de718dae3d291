import { lockedPdf } from '../../../contract/locked-pdf.ts';

/** Why nothing of a PDF can be printed. In Chinese, without full stop. */
export const pdfRefusals = {
  password: `${lockedPdf}，请输入密码后重新生成，或者用密码打开并另存为不加密的文件`,
  failed: 'PDF 已损坏，无法读出页面',
  empty: 'PDF 没有页面',
  tooSlow: 'PDF 无法在限定的时间内读出',
  tooMuch: 'PDF 无法在限定的内存内读出',
} as const;

/** Why one page of it cannot be printed. */
export const pageRefusal = '这一页已损坏，无法显示';
