import type { Case, EvidenceFile, RedactionBox } from '../../contract/case/case-file.ts';
import { AppError } from '../../contract/errors.ts';
import type { EvidenceSource, SourceContent } from '../evidence/evidence-source.ts';
import type { Redactor } from '../evidence/redaction/create-redactor.ts';
import { pageUnits } from '../evidence/redaction/page-units.ts';
import type { ExhibitSources } from '../packet/appendix-plan.ts';

type PagesOfFile = Extract<SourceContent, { kind: 'pages' }>;

/**
 * The boxes of each content. They belong to what is seen, so files with the same bytes have them together: what is hidden
 * in one is in all. Throws BOXES_MISPLACED, naming every file, where some do not lie on what they were drawn on: pages
 * that are set, not read out of the file, come out otherwise when something else sets them. `reworded` are the files
 * whose own words are masked, so that the pages which tell of them are not those of the full version.
 */
export async function fittingBoxes(
  exhibits: readonly ExhibitSources[],
  evidence: Case['evidence'],
  reworded: ReadonlySet<string>,
  { markOf }: Pick<Redactor, 'markOf'>,
  signal: AbortSignal,
): Promise<Map<SourceContent, RedactionBox[]>> {
  const hashes = new Map(exhibits.flatMap(({ sources }) => sources.map(({ path, sha256 }) => [path, sha256])));
  const boxed = evidence.flatMap(({ files }) => files.filter(({ redactions = [] }) => redactions.length > 0));
  const drawings = Map.groupBy(boxed, ({ path }) => hashes.get(path) ?? '');
  const fitting = new Map<SourceContent, RedactionBox[]>();
  const misplaced = new Set<string>();

  async function look({ path, content, sha256 }: EvidenceSource): Promise<string | undefined> {
    const drawn = drawings.get(sha256);
    if (content.kind === 'unusable' || drawn === undefined) return;
    let fits = drawn;
    if (content.pages.some(({ isSet }) => isSet)) {
      if (reworded.has(path)) return rewordedWords;
      const mark = await markOf(content.pages, signal);
      fits = drawn.filter(({ drawnOn }) => drawnOn === mark);
      const own = drawn.filter((file) => file.path === path);
      if (fits.length === 0 || own.some(({ drawnOn }) => drawnOn !== mark)) return setWords(own, mark);
    }
    const boxes = fits.flatMap(({ redactions = [] }) => redactions);
    fitting.set(content, boxes);
    return beyondWords(boxes, content);
  }

  for (const { number, title, sources } of exhibits) {
    for (const source of sources) {
      const problem = await look(source);
      if (problem !== undefined) misplaced.add(`证据${number}“${title}”的 ${source.path}：${problem}`);
    }
  }
  if (misplaced.size > 0) throw new AppError('BOXES_MISPLACED', { detail: [...misplaced].join('；') });
  return fitting;
}

const rewordedWords = '它的文件名、载体或文字稿里有要遮的号码，遮盖版会重新排它的页面，框可能盖错地方';

function setWords(own: readonly EvidenceFile[], mark: string): string {
  const why =
    own.length === 0
      ? '内容相同的另一份画了框，这一份的页面排得不一样，框用不上'
      : own.some(({ drawnOn }) => drawnOn === undefined)
        ? '它的页面是排印出来的，没有记下框画在哪种排版上'
        : '它的页面现在排得和画框时不一样了（例如改了用不用 LibreOffice、程序更新过、改过文件名或文字稿）';
  return `${why}（框写在 case.json 里、对照完整版核对无误的，给这个文件写上 "drawnOn": "${mark}"）`;
}

function beyondWords(boxes: readonly RedactionBox[], { pages }: PagesOfFile): string | undefined {
  const count = pageUnits(pages).length;
  const last = Math.max(...boxes.map(({ page }) => page));
  return last > count ? `有框画在第${last}页，它现在只有${count}页` : undefined;
}
