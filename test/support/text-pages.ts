import type { Case } from '../../electron/contract/case/case-file.ts';
import type { AuditedComposition, AuditedContent } from '../../electron/core/audit/audit-packet.ts';
import type { PageText } from '../../electron/core/audit/read-packet-text.ts';
import { readSectionText } from '../../electron/core/audit/section-text.ts';
import { packetContent, unreadExhibits } from '../../electron/core/packet/packet-content.ts';
import { composeParts } from './composed-parts.ts';
import { everyPaper, readHouse } from './printed-case.ts';

const house = await readHouse();

/** What an audit asks for, of a case whose packet was never printed. */
export function composedForAudit(file: Case): {
  readonly content: AuditedContent;
  readonly composed: AuditedComposition;
} {
  return { content: packetContent(file, everyPaper, unreadExhibits(file), house), composed: composeParts(file) };
}

/** Pages as they would be read back if all the text of a part stood on the first of its pages. */
export function pagesOf({ sections, parts }: Pick<AuditedComposition, 'sections' | 'parts'>): PageText[] {
  const total = Math.max(...parts.map(({ firstPage, pages }) => firstPage + pages - 1));
  return Array.from({ length: total }, (_, index) => {
    const number = index + 1;
    const part = parts.find(({ firstPage, pages }) => firstPage === number && pages > 0);
    const section = sections.find(({ id }) => id === part?.id);
    const texts = section === undefined ? [] : readSectionText(section.html).texts;
    return {
      number,
      runs: [
        { text: `第${number}页共${total}页`, isContent: false },
        ...texts.map(({ text }) => ({ text, isContent: true })),
      ],
    };
  });
}
