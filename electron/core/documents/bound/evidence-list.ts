import type { Case, EvidenceItem } from '../../../contract/case/case-file.ts';
import { defaultPapers, evidenceGroups } from '../../../contract/case/case-kinds.ts';
import { formatDay } from '../../../contract/case/moments.ts';
import { evidenceFormWords, evidenceGroupWords, numeral, scanWord } from '../../../contract/case/words.ts';
import { type SignatureLine, signatureBlock } from '../blocks/signature.ts';
import { type Exhibit, exhibitAnchor, pageRange } from '../exhibits.ts';
import { type Inline, joinInline, listInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';

export interface EvidenceListModel {
  readonly caseTitle: string;
  readonly submitters: readonly Inline[];
  readonly opponents: readonly Inline[];
  readonly groups: readonly EvidenceGroupRows[];
  readonly foot: EvidenceListFoot;
}

export interface EvidenceListFoot {
  readonly total: string;
  readonly copies: string;
  /** Each claimant signs, a guardian for a minor. */
  readonly signatures: readonly SignatureLine[];
  readonly date: string;
}

export interface EvidenceGroupRows {
  readonly title: string;
  readonly rows: readonly EvidenceRow[];
}

export interface EvidenceRow {
  /** `evidence-row-3`: where references lead when the packet has no appendix. */
  readonly anchor: string;
  readonly number: string;
  readonly title: string;
  readonly source: readonly (readonly Inline[])[];
  readonly proves: readonly (readonly Inline[])[];
  readonly pages: readonly Inline[];
  readonly form: readonly Inline[];
}

/**
 * 证据目录. 证据规定 19 asks for each item's number, source, what it proves and its content, signature, date, and
 * copies by the number of opponents; the columns are the usual ones. Groups as in core/documents/exhibit-order.ts,
 * so the numbers run through.
 */
export function buildEvidenceList(input: DocumentInput): EvidenceListModel {
  const { case: file, facts } = input;
  const rows = file.evidence.map((item, index) => ({ group: item.group, ...evidenceRow(input, index) }));
  const groups = evidenceGroups
    .map((group) => ({ group, rows: rows.filter((row) => row.group === group).toSorted(byOrder) }))
    .filter(({ rows: inGroup }) => inGroup.length > 0);
  return {
    caseTitle: file.title,
    submitters: listInline(
      file.claimants.map(({ name }, index) => facts.need(name, '申请人姓名', `claimants[${index}].name`)),
    ),
    opponents: listInline(
      file.respondents.map(({ name }, index) => facts.need(name, '被申请人名称', `respondents[${index}].name`)),
    ),
    groups: groups.map(({ group, rows: inGroup }, index) => ({
      title: `${numeral(index + 1)}、${evidenceGroupWords[group]}`,
      rows: inGroup,
    })),
    foot: {
      total: totalText(input),
      copies: copiesText(file),
      signatures: signatureBlock(file, '提交人').lines,
      date: formatDay(file.date),
    },
  };
}

function byOrder(first: { readonly order: number }, second: { readonly order: number }): number {
  return first.order - second.order;
}

function evidenceRow(
  { case: file, exhibits, facts }: DocumentInput,
  index: number,
): EvidenceRow & { readonly order: number } {
  const item = file.evidence[index];
  const exhibit = item === undefined ? undefined : exhibits.get(item.id);
  if (item === undefined || exhibit === undefined) throw new RangeError(`evidence[${index}] is not among the exhibits`);
  const path = `evidence[${index}]`;
  const form = formInWords(item);
  return {
    order: exhibit.number,
    anchor: `evidence-row-${exhibit.number}`,
    number: `证据${exhibit.number}`,
    title: item.title,
    source: facts.needProse(item.source, `证据${exhibit.number}的来源`, `${path}.source`),
    proves: facts.needProse(item.proves, `证据${exhibit.number}的证明对象`, `${path}.proves`),
    pages: pagesOf(exhibit),
    form: joinInline(
      facts.need(form, `证据${exhibit.number}是原件还是复制件`, `${path}.form`),
      item.carrier === undefined ? '' : `；${item.carrier}`,
    ),
  };
}

/** 证据规定 11: a scan is handed in as a copy of the paper, and the catalogue says which kind of copy. */
function formInWords({ form, title }: EvidenceItem): string | undefined {
  if (form === undefined) return undefined;
  const kind = form === 'copy' ? scanWord(title) : undefined;
  return kind === undefined ? evidenceFormWords[form] : `${evidenceFormWords[form]}（${kind}）`;
}

function pagesOf(exhibit: Exhibit): Inline[] {
  if (exhibit.pages === 0) return text('—');
  return [{ kind: 'link', text: pageRange(exhibit).replaceAll(/[第页]/g, ''), href: `#${exhibitAnchor(exhibit)}` }];
}

function totalText({ case: file, exhibits }: DocumentInput): string {
  const pages = [...exhibits.values()].reduce((sum, exhibit) => sum + exhibit.pages, 0);
  const items = `证据共${file.evidence.length}项`;
  return pages === 0 ? `${items}。` : `${items}，附件共${pages}页；页码为全卷页码。`;
}

/** Copies by the number of opponents (证据规定 19) and one for the court; who else receives it asks for what it needs. */
function copiesText({ papers, respondents: { length } }: Case): string {
  return (papers ?? defaultPapers).includes('small-claims')
    ? `一式${length + 1}份，其中提交人民法院1份，按对方当事人人数提交副本${length}份`
    : '按接收单位的要求提交';
}
