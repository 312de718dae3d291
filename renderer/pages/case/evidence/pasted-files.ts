import type { ChosenFile } from '../../../api/chosen-file.ts';

/** What browsers call a picture that comes from the clipboard and never had a name. */
const nameless = /^image\.(?<extension>png|jpe?g|webp|gif|bmp)$/i;

/** Files in the clipboard; pictures without a name of their own get one that says what they are. */
export function pastedFiles(files: Iterable<File>, now: Date): ChosenFile[] {
  return [...files].map((file, index) => {
    const extension = nameless.exec(file.name)?.groups?.extension;
    if (extension === undefined) return { file, relativePath: file.name };
    const name = `粘贴的截图 ${minuteText(now)}${index === 0 ? '' : `（${index + 1}）`}.${extension.toLowerCase()}`;
    return { file: new File([file], name, { type: file.type }), relativePath: name };
  });
}

/** 2026-11-22 14.30, in mainland China as all times: no character that a file name may not hold. */
function minuteText(now: Date): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}.${part('minute')}`;
}
