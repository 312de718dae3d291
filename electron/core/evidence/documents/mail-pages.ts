import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address, type Email, type Attachment as MailAttachment } from 'postal-mime';
import type { EvidenceLimits } from '../../../contract/evidence-limits.ts';
import { printed } from '../../export/archive-names.ts';
import { entriesProblem } from '../limits.ts';
import { UnusableFile } from '../unusable-file.ts';
import { cleanHtml } from './clean-html.ts';
import type { Attachment } from './document-task.ts';
import { caption, htmlText, note } from './html-text.ts';
import { mailTime } from './mail-time.ts';
import type { PrintableDocument } from './printable-document.ts';

/** A mail: its head, its text, and the list of what came with it. Attachments are written to `folder`. */
export async function mailPages(
  bytes: Uint8Array,
  name: string,
  limits: EvidenceLimits,
  folder: string,
): Promise<{ document: PrintableDocument; attachments: Attachment[] }> {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' }).catch(
    (cause: unknown): never => {
      throw new UnusableFile('邮件已损坏，读不出内容，请从邮箱里重新导出，再添加一份', { cause });
    },
  );
  const tooMany = entriesProblem(mail.attachments.length, '邮件', limits);
  if (tooMany !== undefined) throw new UnusableFile(tooMany);
  const parts = mail.attachments.map(attached);
  const body = await bodyOf(mail, parts, limits.pixels);
  const attachments: Attachment[] = [];
  const rows: string[] = [];
  for (const [index, part] of parts.entries()) {
    const isInText = part.contentId !== undefined && body.used.has(part.contentId);
    const label = isInText ? '正文中' : `附件${attachments.length + 1}`;
    rows.push(attachmentRow(label, part));
    if (isInText) continue;
    const path = join(folder, String(index));
    await writeFile(path, part.bytes, { flag: 'wx', mode: 0o600 });
    attachments.push({ name: part.name, path });
  }
  const remarks = body.remarks;
  return {
    document: {
      parts: [
        {
          orientation: 'portrait',
          body: [
            caption(
              `电子邮件“${name}”`,
              ...(attachments.length === 0 ? [] : [`附件 ${attachments.length} 个，依次印在后面`]),
            ),
            headTable(mail),
            remarks.length === 0 ? '' : note(remarks.join('；')),
            `<div class="document-text mail-text">${body.html}</div>`,
            rows.length === 0 ? '' : attachmentTable(rows),
          ].join(''),
        },
      ],
      remarks,
    },
    attachments,
  };
}

interface MailPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Without its angle brackets. */
  readonly contentId: string | undefined;
}

function attached({ filename, mimeType, content, contentId }: MailAttachment, index: number): MailPart {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content);
  const unnamed = mimeType === 'message/rfc822' ? '随附的邮件.eml' : `未命名的附件 ${index + 1}`;
  return {
    name: printed(filename === null || filename.trim() === '' ? unnamed : filename),
    bytes,
    contentId: contentId?.replaceAll(/^<|>$/g, ''),
  };
}

async function bodyOf(
  { html, text }: Email,
  parts: readonly MailPart[],
  mostPixels: number,
): Promise<{ html: string; remarks: readonly string[]; used: ReadonlySet<string> }> {
  if (html !== undefined) {
    const attachedPictures = new Map(
      parts.flatMap(({ contentId, bytes }) => (contentId === undefined ? [] : [[contentId, bytes] as const])),
    );
    const clean = await cleanHtml(html, { mostPixels, attached: attachedPictures });
    if (clean.hasContent || text === undefined || text.trim() === '') {
      return clean.hasContent ? clean : { ...clean, html: note('这封邮件没有正文') };
    }
  }
  const plain = (text ?? '').replaceAll(/\r\n?/g, '\n').trimEnd();
  const used = new Set<string>();
  if (plain === '') return { html: note('这封邮件没有正文'), remarks: [], used };
  return { html: `<pre class="plain-text">\n${htmlText(plain)}</pre>`, remarks: [], used };
}

function headTable(mail: Email): string {
  const header = (key: string) => mail.headers.find((candidate) => candidate.key === key)?.value.trim();
  const sent = header('date');
  const local = sent === undefined ? undefined : mailTime(sent);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['发件人', addresses(mail.from === undefined ? [] : [mail.from])],
    ['收件人', addresses(mail.to)],
    ['抄送', addresses(mail.cc)],
    ['密送', addresses(mail.bcc)],
    ['回复至', addresses(mail.replyTo)],
    [
      '发送时间',
      [sent, local === undefined ? undefined : `（北京时间 ${local}）`].filter((one) => one !== undefined).join(''),
    ],
    ['主题', mail.subject],
    ['Message-ID', mail.messageId],
  ];
  const shown = rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [`<tr><th scope="row">${label}</th><td>${htmlText(value)}</td></tr>`],
  );
  return shown.length === 0
    ? note('这封邮件没有信头')
    : `<table class="mail-head"><tbody>${shown.join('')}</tbody></table>`;
}

function addresses(list: readonly Address[] | undefined): string {
  return (list ?? []).map(addressText).join('，');
}

function addressText({ name, address, group }: Address): string {
  if (group !== undefined) return `${name}：${addresses(group)}`;
  if (name === '' || name === address) return address ?? '';
  return address === undefined || address === '' ? name : `${name} <${address}>`;
}

function attachmentRow(label: string, { name, bytes }: MailPart): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `<tr><td>${label}</td><td>${htmlText(name)}</td><td class="number">${bytes.length.toLocaleString('en-US')} 字节</td><td class="hash">${sha256}</td></tr>`;
}

function attachmentTable(rows: readonly string[]): string {
  const head = '<tr><th>附件</th><th>名称</th><th>大小</th><th>SHA-256</th></tr>';
  return `<section class="sheet-part"><h2>附件</h2><table class="file-list"><thead>${head}</thead><tbody>${rows.join('')}</tbody></table></section>`;
}
