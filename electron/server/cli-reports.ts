import { relative } from 'node:path';
import type { AppError } from '../contract/errors.ts';
import type { Finding } from '../contract/finding.ts';
import type { PacketResult } from '../contract/packet-result.ts';
import type { TextsResult } from '../contract/texts-result.ts';
import type { ListedCase } from '../core/case-source.ts';
import { describeError } from '../core/error-texts.ts';
import type { TakeResult } from '../core/evidence/intake/sort-files.ts';
import type { WrittenPaper } from '../core/export/export-docx.ts';
import type { LeftOut } from '../core/export/exported-case.ts';
import type { LawProblem } from '../core/law/check/law-problem.ts';
import type { LawEntry } from '../core/law/list-law.ts';
import type { TemplateProblem } from '../core/render/check/check-templates.ts';

/** What was built, where, how many pages, how long it took; then what to look at before filing. */
export function packetReport(result: PacketResult): string {
  const files = result.evidence.flatMap(({ number, files: ofItem }) => ofItem.map((file) => ({ ...file, number })));
  const placeholders = files.filter(({ status }) => status === 'placeholder');
  const explained = files.filter(({ status, reason }) => status !== 'placeholder' && reason !== undefined);
  return lines(
    `已生成材料，共 ${result.pages} 页，用时 ${(result.durationMs / 1000).toFixed(1)} 秒。`,
    ...result.volumes.map(({ packet, firstPage, pages }) =>
      result.volumes.length === 1
        ? `文件：${shortPath(packet)}`
        : `文件：${shortPath(packet)}（${pageText(firstPage, pages)}）`,
    ),
    '',
    ...result.parts.map(({ title, firstPage, pages }) => `  ${pageText(firstPage, pages).padEnd(10, ' ')} ${title}`),
    '',
    `证据 ${result.evidence.length} 项，原件 ${files.length} 个。`,
    ...placeholders.map(({ number, path, reason }) => `  没有印出：证据${number} ${path}（${reason ?? ''}）`),
    ...explained.map(({ number, path, reason }) => `  印出说明：证据${number} ${path}（${reason}）`),
    findingsText(result.findings),
  );
}

export function checkReport(findings: readonly Finding[]): string {
  return lines(findingsText(findings));
}

/** Each provision on one line, with what it says in our own words below it. */
export function lawReport(entries: readonly LawEntry[]): string {
  return lines(
    ...entries.map(
      ({ law, article, clause = '', gist, inForceFrom, confidence }) =>
        `《${law}》${article}${clause}（${inForceFrom}起施行，核对程度 ${confidence}）\n  ${gist}`,
    ),
    `共 ${entries.length} 条。引用前请以官方公布的文本为准。`,
  );
}

export function lawProblemsReport(problems: readonly LawProblem[]): string {
  if (problems.length === 0) return '法律数据没有发现错误。\n';
  return lines(
    `法律数据有 ${problems.length} 处错误：`,
    ...problems.map(({ file, line, path, expected, found }) => {
      const place = `${file} 第${line}行${path === '$' ? '' : ` ${path}`}`;
      return `  ${place}：应为${expected}，实为${found}`;
    }),
  );
}

export function templateProblemsReport(problems: readonly TemplateProblem[]): string {
  if (problems.length === 0) return '模板没有发现错误。\n';
  const words = { error: '错误', warning: '提醒' } as const;
  return lines(
    `模板有 ${problems.length} 处问题：`,
    ...problems.map(({ severity, file, line, detail }) => {
      const place = line === undefined ? file : `${file} 第${line}行`;
      return `  [${words[severity]}] ${place}：${detail}`;
    }),
  );
}

export function exportReport(files: readonly WrittenPaper[]): string {
  return lines(
    `已导出 ${files.length} 个 Word 文件：`,
    ...files.map(({ path }) => `  ${shortPath(path)}`),
    '修改后请自行核对金额、日期和法条；证据编号与材料（PDF）一致，页码以材料为准。',
  );
}

/** A case that was taken elsewhere, and what of it could not go along. */
export function caseExportReport(target: string, leftOut: readonly LeftOut[]): string {
  return lines(`案件已导出到 ${shortPath(target)}。`, ...leftOutLines(leftOut));
}

export function importReport(title: string, leftOut: readonly LeftOut[]): string {
  return lines(`已导入“${title}”。`, ...leftOutLines(leftOut));
}

const keptAllTheSame = '原件已经收好，照样算一份证据；印出来时先用一页说明代替它';

export function addReport({ added, duplicates, problems, archives = [] }: Omit<TakeResult, 'kind'>): string {
  return lines(
    `收录了 ${added} 个文件。`,
    ...archives.map(({ name, files }) => `  ${name}：压缩包已解开，里面有 ${files} 个文件`),
    ...duplicates.map(({ name, sameAs }) => `  ${name}：和“${sameAs}”是同一个文件，没有再收`),
    ...problems.map(({ name, reason, isTaken }) => `  ${name}：${reason}${isTaken ? `。${keptAllTheSame}` : ''}`),
  );
}

function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  if (leftOut.length === 0) return [];
  return [`有 ${leftOut.length} 个文件没有收进来：`, ...leftOut.map(({ name, reason }) => `  ${name}：${reason}`)];
}

export function casesReport(cases: readonly ListedCase[]): string {
  if (cases.length === 0) return '数据文件夹里还没有案件。\n';
  return lines(...cases.map(({ id, title, isArchived }) => `${id}  ${title}${isArchived ? '（已归档）' : ''}`));
}

/** The texts to copy: a heading for each box with its count, then nothing but the text. */
export function textsReport({ title, channels }: TextsResult): string {
  return lines(
    title,
    ...channels.flatMap(({ title: channel, note, fields, lengths, missing }) => [
      '',
      `==== ${channel} ====`,
      note,
      ...fields.flatMap(({ name, text, count, maxLength, verified, notes }) => [
        '',
        `【${name}】${count}字${maxLength === undefined ? '' : `／上限${maxLength}字`}${verified ? '' : '（未核实）'}`,
        text,
        ...notes.map((one) => `  注：${one}`),
      ]),
      ...lengths.flatMap(({ label, text, count }) => ['', `【陈述 · ${label}】${count}字`, text]),
      ...missing.map(({ label, path }) => `  缺少：${label}（${path}）`),
    ]),
  );
}

/** `cause` is shown only when the developer's switch asks for it. */
export function errorReport(error: AppError, cause: unknown): string {
  const { title, meaning, remedy, lines: particulars } = describeError(error);
  return lines(
    `错误（${error.code}）：${title}`,
    ...particulars.map((line) => `  ${line}`),
    meaning,
    remedy,
    ...(cause instanceof Error
      ? [cause.stack ?? cause.message, ...(cause.cause === undefined ? [] : [String(cause.cause)])]
      : []),
  );
}

function findingsText(findings: readonly Finding[]): string {
  if (findings.length === 0) return '检查没有发现问题。提交前仍请逐页核对事实和金额。';
  const words = { error: '错误', warning: '警告', hint: '提示' } as const;
  return [
    `检查有 ${findings.length} 条提示：`,
    ...findings.flatMap(({ severity, message, path, source }) => [
      `  [${words[severity]}] ${message}${path === '' ? '' : `（${path}）`}`,
      ...(source === undefined ? [] : [`    依据：${source}`]),
    ]),
  ].join('\n');
}

function pageText(firstPage: number, pages: number): string {
  return pages <= 1 ? `第${firstPage}页` : `第${firstPage}—${firstPage + pages - 1}页`;
}

function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}

function lines(...parts: readonly string[]): string {
  return `${parts.join('\n')}\n`;
}
