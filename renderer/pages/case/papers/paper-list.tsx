import { Checkbox } from 'antd';
import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import { defaultPapers, paperIds } from '../../../../electron/contract/case/case-kinds.ts';
import type { PreviewPart } from '../../../../electron/contract/rpc/paper-procedures.ts';
import { useField } from '../../../draft/use-field.ts';

interface PaperListProps {
  readonly papers: readonly AdvicePaper[];
  readonly shown: PreviewPart;
  readonly onShow: (part: PreviewPart) => void;
}

const groups: readonly { readonly use: AdvicePaper['use']; readonly title: string; readonly isFolded: boolean }[] = [
  { use: 'now', title: '现在该用', isFolded: false },
  { use: 'later', title: '以后可能用到', isFolded: false },
  { use: 'not-needed', title: '这个案件用不着', isFolded: true },
  { use: 'not-possible', title: '现在还不能用', isFolded: true },
];

const attached: readonly { readonly id: PreviewPart; readonly title: string; readonly why: string }[] = [
  { id: 'timeline', title: '事实经过时间线', why: '把经过按时间画出来，附在文书后面' },
  { id: 'evidence-list', title: '证据目录', why: '每份材料都有，按法院对证据的要求列出' },
  { id: 'cover', title: '封面', why: '装订成卷时放在最前面' },
];

/** All papers by when they are used, and why; which of them go into the packet is chosen here as well. */
export function PaperList({ papers, shown, onShow }: PaperListProps) {
  const [listed, write] = useField(['papers'], '要用的文书');
  const chosen = Array.isArray(listed) ? listed.filter((id) => typeof id === 'string') : [...defaultPapers];
  const choose = (id: string, isChosen: boolean) => {
    const next = isChosen ? [...chosen, id] : chosen.filter((one) => one !== id);
    const ordered = paperIds.filter((one) => next.includes(one));
    write([...ordered, ...next.filter((one) => !paperIds.some((known) => known === one))]);
  };
  return (
    <nav className="paper-list" aria-label="文书">
      {groups.map((group) => (
        <PaperGroup
          key={group.use}
          group={group}
          papers={papers.filter(({ use }) => use === group.use)}
          shown={shown}
          chosen={chosen}
          onShow={onShow}
          onChoose={choose}
        />
      ))}
      <section>
        <h3>和文书装在一起的</h3>
        <ul>
          {attached.map(({ id, title, why }) => (
            <li key={id} className={id === shown ? 'paper-list-entry paper-list-shown' : 'paper-list-entry'}>
              <button
                type="button"
                className="paper-list-name"
                aria-current={id === shown ? 'true' : undefined}
                onClick={() => onShow(id)}
              >
                {title}
              </button>
              <span className="paper-list-why quiet small">{why}</span>
            </li>
          ))}
        </ul>
      </section>
    </nav>
  );
}

interface PaperGroupProps {
  readonly group: (typeof groups)[number];
  readonly papers: readonly AdvicePaper[];
  readonly shown: PreviewPart;
  readonly chosen: readonly string[];
  readonly onShow: (part: PreviewPart) => void;
  readonly onChoose: (id: string, isChosen: boolean) => void;
}

function PaperGroup({ group: { title, isFolded }, papers, shown, chosen, onShow, onChoose }: PaperGroupProps) {
  if (papers.length === 0) return null;
  const list = (
    <ul>
      {papers.map((paper) => (
        <PaperEntry
          key={paper.id}
          paper={paper}
          isShown={paper.id === shown}
          isChosen={chosen.includes(paper.id)}
          onShow={onShow}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
  if (!isFolded) {
    return (
      <section>
        <h3>{title}</h3>
        {list}
      </section>
    );
  }
  return (
    <details open={papers.some(({ id }) => id === shown || chosen.includes(id))}>
      <summary>
        {title}（{papers.length}）
      </summary>
      {list}
    </details>
  );
}

interface PaperEntryProps {
  readonly paper: AdvicePaper;
  readonly isShown: boolean;
  readonly isChosen: boolean;
  readonly onShow: (part: PreviewPart) => void;
  readonly onChoose: (id: string, isChosen: boolean) => void;
}

function PaperEntry({ paper: { id, title, why }, isShown, isChosen, onShow, onChoose }: PaperEntryProps) {
  const part = paperIds.find((known) => known === id);
  if (part === undefined) return null;
  return (
    <li className={isShown ? 'paper-list-entry paper-list-shown' : 'paper-list-entry'}>
      <button
        type="button"
        className="paper-list-name"
        aria-current={isShown ? 'true' : undefined}
        onClick={() => onShow(part)}
      >
        {title}
      </button>
      <Checkbox
        checked={isChosen}
        aria-label={`把${title}放进材料`}
        onChange={({ target }) => onChoose(id, target.checked)}
      >
        <span className="small">放进材料</span>
      </Checkbox>
      <span className="paper-list-why quiet small">{why}</span>
    </li>
  );
}
