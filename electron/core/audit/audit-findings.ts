import type { Finding } from '../../contract/finding.ts';
import type { PlacedText } from './match-text.ts';
import type { FigureKind } from './read-figures.ts';
import type { UntracedFigure } from './trace-figures.ts';

/** What people call the kinds of figures. */
const kindWords: Readonly<Record<FigureKind, string>> = {
  amount: '金额',
  date: '日期或者时间',
  percentage: '百分比',
  number: '编号',
  article: '法律条文',
  statute: '法律文件名称',
  count: '页码或者数目',
};

/** So much of a text tells where it stands. */
const shownAround = 14;
const mostShown = 60;

/** One finding for each figure, with all the pages it stands on. */
export function untracedFindings(untraced: readonly UntracedFigure[]): Finding[] {
  const byFigure = Map.groupBy(untraced, ({ figure }) => `${figure.kind} ${figure.text}`);
  return [...byFigure.values()].flatMap((same): Finding[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { figure, text } = first;
    const pages = [...new Set(same.map(({ page }) => page))].join('、');
    const around = text.slice(Math.max(0, figure.index - shownAround), figure.index + figure.text.length + shownAround);
    return [
      {
        id: 'audit.untraced-figure',
        severity: 'error',
        message: `成品第${pages}页的${kindWords[figure.kind]}“${figure.text}”（见“${around}”）在案件、证据和法律数据中找不到出处，或者与它们不一致。请勿提交这一份；请核对模板中的这处文字，改正后重新生成。`,
        path: '',
      },
    ];
  });
}

/** A figure that is not the one the template gave. */
export function changedFinding({ page, text }: PlacedText): Finding {
  return {
    id: 'audit.changed-figure',
    severity: 'error',
    message: `成品第${page}页“${shortened(text)}”中的数字与排版前的文书不一致。请勿提交这一份，重新生成后再核对这一页。`,
    path: '',
  };
}

/** A text with figures that did not come out at all. */
export function lostFinding(title: string, page: number, text: string): Finding {
  return {
    id: 'audit.changed-figure',
    severity: 'error',
    message: `从成品第${page}页开始的《${title}》中缺少“${shortened(text)}”。请勿提交这一份；如果使用了自己的模板或者样式，请检查是否遮住或者隐藏了这处文字，再重新生成。`,
    path: '',
  };
}

/** The packet could not be read back. */
export const unreadFinding: Finding = {
  id: 'audit.unread',
  severity: 'error',
  message:
    '成品已经写出，但没有能读回核对其中的数字。请重新生成；如果仍有这条提示，请逐页核对金额、日期、编号和法律条文，确认无误后再提交。',
  path: '',
};

function shortened(text: string): string {
  return text.length <= mostShown ? text : `${text.slice(0, mostShown)}…`;
}
