import type { ComparedPage, Prepared, WhyImage } from './pdf-tasks.ts';

type PreparedPdf = Extract<Prepared, { kind: 'prepared' }>;

/** At the head of a page that is a picture of itself. */
export const imageMark = '此页以图像方式收录';
/** At the head of a page that the file itself no longer shows. */
export const mendedMark = '此页按修复后的内容收录';

const reasons: Readonly<Record<WhyImage, string>> = {
  differs: '照原样显示，其中的文字不能选取',
  reader: '表单、批注或链接框线的样子由各阅读器自行绘制，这里照一种阅读器的显示，请与原件核对',
  rebuilt: '文件结构有损坏，各阅读器读出的可能不同，这里照一种阅读器的显示，请核对',
};

/** Which way the pages went, and what of the file is not on them. Each a sentence in Chinese without its full stop. */
export function pdfRemarks({ copy, facts, shown }: PreparedPdf, pages: readonly ComparedPage[]): string[] {
  const numbers = (wanted: ComparedPage['kind']) =>
    pages.flatMap(({ kind }, index) => (kind === wanted ? [index + 1] : []));
  const images = (wanted: WhyImage) =>
    pages.flatMap((page, index) => (page.kind === 'image' && page.why === wanted ? [index + 1] : []));
  const mended = numbers('mended');
  const attachments = facts.attachments + pages.reduce((sum, page) => sum + page.attachments, 0);
  const remarks: string[] = [];
  if (copy === 'repaired' || copy === 'rebuilt') {
    const checked = shown === 0 ? '请逐页核对' : '收录的页面已与原文件的显示逐页比对';
    remarks.push(`文件结构有损坏，修复后收录，${checked}`);
  }
  for (const why of ['differs', 'reader', 'rebuilt'] as const) {
    const found = images(why);
    if (found.length > 0) remarks.push(`${pageNumbers(found, pages.length)}以图像方式收录：${reasons[why]}`);
  }
  if (mended.length > 0)
    remarks.push(`${pageNumbers(mended, pages.length)}原文件显示为空白，按修复后的内容收录，请核对`);
  if (attachments > 0) remarks.push(`文件里附有${attachments}个附件，没有打印，见原始文件`);
  if (facts.scripts > 0) remarks.push('文件里有脚本，没有运行');
  if (facts.isDynamicForm) remarks.push('这是动态表单（XFA），可能要用 Adobe Reader 打开才显示全部内容，请核对页面');
  return remarks;
}

/** `第1、3—5页`, or `全部3页`. */
function pageNumbers(numbers: readonly number[], pages: number): string {
  if (numbers.length === pages) return pages === 1 ? '本页' : `全部${pages}页`;
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const words = runs.map(({ first, last }) => (first === last ? String(first) : `${first}—${last}`));
  return `第${words.join('、')}页`;
}
