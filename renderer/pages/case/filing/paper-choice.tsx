import { Checkbox } from 'antd';
import { useId } from 'react';
import type { AdvicePaper } from '../../../../electron/contract/advice-result.ts';
import { paperIds } from '../../../../electron/contract/case/case-kinds.ts';
import type { PacketChoice } from './packet-choice.ts';

interface PaperChoiceProps {
  readonly choice: PacketChoice;
  readonly papers: readonly AdvicePaper[];
}

const useWords: Readonly<Record<AdvicePaper['use'], string>> = {
  now: '现在该用',
  later: '以后用',
  'not-needed': '用不着',
  'not-possible': '还不能用',
};

/** Which papers, each with why. Those that are not for now are folded away unless they were chosen. */
export function PaperChoice({ choice, papers: advised }: PaperChoiceProps) {
  const id = useId();
  const known = advised.flatMap((paper) => {
    const paperId = paperIds.find((one) => one === paper.id);
    return paperId === undefined ? [] : [{ ...paper, id: paperId }];
  });
  const isInSight = (paper: (typeof known)[number]) => paper.use === 'now' || choice.papers.includes(paper.id);
  const entry = ({ id: paper, title, why, use }: (typeof known)[number]) => (
    <li key={paper}>
      <Checkbox
        checked={choice.papers.includes(paper)}
        onChange={({ target }) =>
          choice.choosePapers(
            target.checked ? [...choice.papers, paper] : choice.papers.filter((chosen) => chosen !== paper),
          )
        }
      >
        {title}
        {use === 'now' ? null : <span className="packet-use">{useWords[use]}</span>}
        <span className="packet-why quiet small">{why}</span>
      </Checkbox>
    </li>
  );
  const others = known.filter((paper) => !isInSight(paper));
  return (
    <section className="packet-section" aria-labelledby={id}>
      <h4 id={id}>放进哪些文书</h4>
      <ul className="packet-list">{known.filter(isInSight).map(entry)}</ul>
      {others.length === 0 ? null : (
        <details>
          <summary>别的文书（{others.length}）</summary>
          <ul className="packet-list">{others.map(entry)}</ul>
        </details>
      )}
    </section>
  );
}
