import { lockedPdf } from '../../../../electron/contract/locked-pdf.ts';
import type { StoredFile } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import type { EvidenceEntry } from './evidence-entries.ts';
import type { StoredFiles } from './use-stored-files.ts';

/** What is wrong with a file and what to do about it. */
export interface FileTrouble {
  /** A few characters, for the card. */
  readonly mark: string;
  readonly text: string;
  readonly isLost: boolean;
}

export function troubleOf(file: StoredFile | undefined, isKnown: boolean): FileTrouble | undefined {
  if (file === undefined || file.isMissing) {
    if (!isKnown) return undefined;
    return {
      mark: '原件不见了',
      text: '据理的数据文件夹里没有这个原件了，打印时会缺这一份。请把同一个文件再放进来，或者在“设置”里从备份恢复。',
      isLost: true,
    };
  }
  if (file.problem === undefined) return undefined;
  if (isLocked(file)) {
    return {
      mark: '印不出来',
      text: `${lockedPdf}。在“详细填写”里输入密码，生成的材料就会印出它的页面；也可以用密码打开，另存为不加密的 PDF，再加一份。没有密码时，原件照样算一份证据，印出来是一页说明。`,
      isLost: false,
    };
  }
  return {
    mark: '印不出来',
    text: `${file.problem}。原件已经收好，照样算一份证据；印出来时先用一页说明代替它。能另外截图或者导出成图片、PDF 的，再加一份更好。`,
    isLost: false,
  };
}

/** Whether only a password is in the way of its pages. */
export function isLocked({ problem }: StoredFile): boolean {
  return problem?.startsWith(lockedPdf) === true;
}

/** Sound or moving pictures: it can be played, and moments of it can be chosen. */
export function isRecording({ mime }: StoredFile): boolean {
  return mime.startsWith('video/') || mime.startsWith('audio/');
}

/** Of an entry: the worst of its files. */
export function troubleOfEntry({ files }: EvidenceEntry, { byPath, isKnown }: StoredFiles): FileTrouble | undefined {
  const troubles = files.flatMap(({ path }) => troubleOf(byPath.get(path), isKnown) ?? []);
  return troubles.find(({ isLost }) => isLost) ?? troubles[0];
}
