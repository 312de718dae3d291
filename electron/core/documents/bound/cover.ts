import { formatDay } from '../../../contract/case/moments.ts';
import { issueWords } from '../../../contract/case/words.ts';
import type { PacketForm } from '../../../contract/packet-form.ts';
import { isCourtFee } from '../../law/sum-in-dispute.ts';
import { placedClaims, totalInWords } from '../blocks/claims.ts';
import { type Inline, joinInline, text } from '../inline.ts';
import type { DocumentInput } from '../paper.ts';
import type { PartPlace } from './contents.ts';
import { type VolumeShown, versionWord, volumeOf } from './inserted-sheets.ts';

export interface CoverModel {
  readonly title: string;
  /** A longer title is set smaller, so that the cover stays one page. */
  readonly titleSize: 'short' | 'middle' | 'long';
  readonly rows: readonly CoverRow[];
  readonly contents: readonly string[];
  readonly pages: string;
  /** Which of several volumes this is the cover of. */
  readonly volume: string;
  /** "遮盖版", "副本". */
  readonly version: string;
  readonly isRedacted: boolean;
}

export interface CoverRow {
  readonly label: string;
  /** What the papers call this party, since the word depends on the paper. */
  readonly roles: string | undefined;
  readonly value: readonly Inline[];
}

/** Names and numbers beyond these would push the cover onto a second page; the papers name all of them. */
const mostEntries = 6;
const mostCharacters = 110;

/** 封面: whose case it is, against whom, about what and for how much, and what lies behind the cover. */
export function buildCover(
  input: DocumentInput,
  /** 0 pages in a preview, where they are not known yet. */
  packet: {
    readonly parts: readonly PartPlace[];
    readonly totalPages: number;
    readonly volumes: readonly VolumeShown[];
    readonly form: Pick<PacketForm, 'isRedacted' | 'isCopy'>;
  },
): CoverModel {
  const { case: file } = input;
  const inside = packet.parts.filter((part) => part.id !== 'cover' && part.id !== 'contents');
  return {
    title: file.title,
    titleSize: titleSize(file.title),
    rows: [
      { label: '申请人', roles: '投诉人、原告', value: claimantNames(input) },
      { label: '被申请人', roles: '被投诉人、被告', value: respondentNames(input) },
      { label: '订单号', roles: undefined, value: orderNumbers(input) },
      { label: '争议类型', roles: undefined, value: text(file.issues.map((issue) => issueWords[issue]).join('、')) },
      { label: '请求金额合计', roles: undefined, value: claimedSum(input) },
      { label: '材料日期', roles: undefined, value: text(formatDay(file.date)) },
    ],
    contents: inside.map((part) => part.title),
    pages: packet.totalPages === 0 ? '全卷页数在生成时填写' : `全卷共${packet.totalPages}页`,
    volume: volumeLine(packet.volumes),
    version: versionWord(packet.form),
    isRedacted: packet.form.isRedacted,
  };
}

/** The cover is that of the first volume. */
function volumeLine(volumes: readonly VolumeShown[]): string {
  const [first] = volumes;
  return first === undefined || volumes.length < 2 ? '' : `${volumeOf(1, volumes.length)}　本册第1—${first.pages}页`;
}

function titleSize(title: string): CoverModel['titleSize'] {
  const length = [...title].length;
  return length <= 26 ? 'short' : length <= 80 ? 'middle' : 'long';
}

function claimantNames({ case: file, facts }: DocumentInput): Inline[] {
  const names = file.claimants.map(({ name }) => name);
  return listed(names, '人', (name, index) => facts.need(name, '申请人姓名', `claimants[${index}].name`));
}

function respondentNames({ case: file, facts }: DocumentInput): Inline[] {
  const names = file.respondents.map(({ name }) => name);
  return listed(names, '方', (name, index) => facts.need(name, '被申请人名称', `respondents[${index}].name`));
}

function orderNumbers({ case: file, facts }: DocumentInput): Inline[] {
  if (file.orders.length === 0) return facts.need(undefined, '订单', 'orders');
  const numbers = file.orders.map(({ number }) => number);
  return listed(numbers, '笔订单', (number, index) => facts.need(number, '订单号', `orders[${index}].number`));
}

/** The first values of a list, and how many there are when some had to be left out. */
function listed(
  values: readonly (string | undefined)[],
  unit: string,
  show: (value: string | undefined, index: number) => Inline[],
): Inline[] {
  let characters = 0;
  let shown: Inline[] = [];
  for (const [index, value] of values.entries()) {
    characters += value?.length ?? 0;
    if (index > 0 && (index >= mostEntries || characters > mostCharacters)) {
      return joinInline(shown, `等${values.length}${unit}`);
    }
    shown = joinInline(shown, index === 0 ? '' : '、', show(value, index));
  }
  return shown;
}

/** All sums claimed, in digits and capitals; a blank while nothing is claimed yet. */
function claimedSum({ case: file, facts }: DocumentInput): Inline[] {
  if (file.claims.length === 0) return facts.need(undefined, '诉求', 'claims');
  const total = totalInWords(
    facts,
    placedClaims(file, (claim) => !isCourtFee(claim)),
  );
  return total.length === 0 ? text('不涉及金额') : total;
}
