import { basename } from 'node:path';
import type { SalvageReport } from './salvage.ts';

/** What the window says for as long as something is wrong with the data folder: what, what it means, what to do. */

export const readOnlyWarning =
  '数据文件夹现在只能读，不能写，所以修改存不下来。已有的案件仍然可以查看、打印和导出。请检查这个文件夹和所在磁盘的写入权限，或者先把要紧的案件导出到别的磁盘。';

export const fullWarning =
  '存放案件的磁盘满了，所以修改存不下来。已有的案件仍然可以查看、打印和导出。请删除一些不要的文件腾出空间，再重新打开据理。';

export const damagedWarning =
  '案件数据库里有读不出来的地方，碰到它的案件可能打不开；证据原件另外存放，不在其中。请关闭据理再打开一次，程序会救出还能读的内容，并保留损坏的文件。';

const mostTitles = 5;

/** `2026年11月22日` */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** What a salvage saved and what not. */
export function lossWarning(
  { saved, lost, rebuilt, fromCopy, hasLostDetails }: SalvageReport,
  damagedFile: string,
): string {
  const titles = lost
    .slice(0, mostTitles)
    .map((title) => `“${title}”`)
    .join('、');
  const sentences = [
    '案件数据库有损坏，程序已经把读得出来的内容救到新的数据库里。',
    saved === 0 ? '没有能救回的案件。' : `救回了${saved}个案件。`,
    lost.length === 0 ? '' : `有${lost.length}个案件没有救回：${titles}${lost.length > mostTitles ? '等' : ''}。`,
    rebuilt === 0 ? '' : `其中${rebuilt}个案件的内容还在，但归档、回收站等标记丢失，请重新整理。`,
    fromCopy === undefined
      ? ''
      : `其中${fromCopy.count}个案件取自${dayInWords(fromCopy.day)}的每日副本，那以后写的内容可能不在里面，请对照着补上。`,
    hasLostDetails ? '有些撤销记录、证据文件的登记或设置没有救回。' : '',
    `证据原件另外存放，没有被改动；损坏的文件保留为 ${basename(damagedFile)}，请不要删除。`,
    '递交材料之前，请把救回的案件从头看一遍；有备份的，可以在“设置”里恢复备份。',
  ];
  return sentences.join('');
}
