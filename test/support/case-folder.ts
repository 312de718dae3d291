import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cleanCaseFile } from './clean-case.ts';
import { checkerPng } from './pictures.ts';

/** Files of a case folder by their path in it; `undefined` is a file that is named but not there. */
export type CaseFiles = ReadonlyMap<string, Uint8Array | undefined>;

/** Writes a case and its files; resolves to the folder. */
export async function writeCaseFolder(folder: string, caseFile: object, files: CaseFiles): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'case.json'), JSON.stringify(caseFile));
  for (const [path, bytes] of files) {
    if (bytes === undefined) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

/** The clean case with `changes`, each of its five evidence files a small picture. Builds in a moment. */
export async function writeCleanCase(folder: string, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const picture = await checkerPng(60, 90);
  const names = ['订单详情.png', '支付凭证.png', '商品详情.png', '激活报错.jpg', '聊天记录.png'];
  return writeCaseFolder(folder, cleanCaseFile(changes), new Map(names.map((name) => [`evidence/${name}`, picture])));
}

/** A case of nothing but these files, each an exhibit of its own. */
export async function writeExhibits(folder: string, files: CaseFiles): Promise<string> {
  return writeCaseFolder(
    folder,
    cleanCaseFile({ ...withoutReferences, evidence: exhibitsOf([...files.keys()]) }),
    files,
  );
}

/** One evidence item for each file, so that each file is an exhibit of its own; all in one group. */
export function exhibitsOf(paths: readonly string[]): object[] {
  return paths.map((path, index) => ({
    id: `件-${index + 1}`,
    title: `第${index + 1}件`,
    group: 'problem',
    files: [path],
    source: '投诉人手机截图',
    proves: '问题所在。',
    form: 'original',
    carrier: '投诉人手机',
  }));
}

/** Changes that leave of the clean case nothing that refers to its own evidence. */
export const withoutReferences: Readonly<Record<string, unknown>> = {
  keys: [],
  promises: [],
  events: [],
  filings: [],
  statements: {},
  'claims[0].evidence': [],
};
