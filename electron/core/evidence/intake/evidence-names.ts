import type { evidenceGroups } from '../../../contract/case/case-kinds.ts';
import { fileNamePart } from '../../cases/per-claimant.ts';

type EvidenceGroup = (typeof evidenceGroups)[number];

/** What a file is called by the one who took it, made into what the case calls it. */

// Characters a case may not hold (contract/case/field-types.ts), or that show nothing.
const unprintable = /\p{Cc}|[\p{Bidi_Control}\p{Noncharacter_Code_Point}]|\p{Zl}|\p{Zp}/gu;
const extension = /\.(?<extension>[A-Za-z0-9]{1,8})$/;
const longestTitle = 80;
/** Of UTF-8: with the folder before it and a number behind, far below the 255 that file systems take. */
const mostBytesOfName = 150;

/** The title of a new item: the name of its file without the extension. */
export function titleOf(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(unprintable, ' ')
    .replace(extension, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const title = [...plain].slice(0, longestTitle).join('').trim();
  return title === '' ? '未命名的文件' : title;
}

/**
 * Where a file stands in the case folder: `证据/<name>`, in characters that every system takes, and unlike any path in
 * `taken` also where large and small letters are the same. `taken` holds what `pathKey` makes of paths.
 */
export function freePath(name: string, taken: ReadonlySet<string>): string {
  const plain = name.toWellFormed().replaceAll(unprintable, ' ');
  const ending = extension.exec(plain)?.[0] ?? '';
  const stem = fileNamePart(plain.slice(0, plain.length - ending.length), mostBytesOfName) || '文件';
  let path = `证据/${stem}${ending}`;
  for (let number = 2; taken.has(pathKey(path)); number += 1) path = `证据/${stem}（${number}）${ending}`;
  return path;
}

/** The same for paths that some file system takes for one. */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Words by which a name tells its group; the first line that fits counts, so the less doubtful stand first. */
const words: readonly (readonly [RegExp, EvidenceGroup])[] = [
  [/营业执照|执照|身份证|主体信息|工商信息|企业信息/u, 'identity'],
  [/聊天|客服|沟通|对话|工单|回复|协商|投诉|短信|邮件|通话/u, 'communication'],
  [/报错|错误|失败|无法|不能|无效|异常|已使用|已被使用|未到账|打不开/u, 'problem'],
  [/订单|付款|支付|交易|账单|流水|转账|收据|发票|扣款|充值/u, 'transaction'],
  [/商品|详情|宣传|广告|承诺|描述|介绍|直播|保障/u, 'promise'],
];

/** A soft guess from the name, then from the folders it lay in, the nearest first. The user sees it and can change it. */
export function guessGroup(relativePath: string): EvidenceGroup {
  for (const part of relativePath.split('/').toReversed()) {
    const found = words.find(([pattern]) => pattern.test(part));
    if (found !== undefined) return found[1];
  }
  return 'other';
}

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Files of one drop in the order of their names, 2 before 10: what cameras and screenshots count by. */
export function inOrderOfNames<File extends { readonly relativePath: string }>(files: readonly File[]): File[] {
  return files.toSorted((first, second) => byName.compare(first.relativePath, second.relativePath));
}

const leftByTheSystem = /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.localized)$/i;

/** What a system leaves in a folder of its own accord. Nobody meant it as evidence. */
export function isLeftByTheSystem(relativePath: string): boolean {
  const parts = relativePath.split('/');
  return parts.includes('__MACOSX') || leftByTheSystem.test(parts.at(-1) ?? '');
}
