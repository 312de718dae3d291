import { PlusOutlined } from '@ant-design/icons';
import { useDroppable } from '@dnd-kit/core';
import { Button } from 'antd';
import { evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import { groupDropId } from './drop-place.ts';
import type { EvidenceGroup } from './evidence-entries.ts';
import type { GridRow } from './grid-rows.ts';
import { groupHints } from './group-words.ts';

interface GroupHeadProps {
  readonly row: Extract<GridRow, { kind: 'group' }>;
  /** Something is dragged over it. */
  readonly isTarget: boolean;
  readonly onChoose: (group: EvidenceGroup) => void;
}

export function GroupHead({ row, isTarget, onChoose }: GroupHeadProps) {
  const { group, count, first } = row;
  const { setNodeRef } = useDroppable({ id: groupDropId(group) });
  const words = evidenceGroupWords[group];
  return (
    <div ref={setNodeRef} className={isTarget ? 'evidence-group evidence-group-target' : 'evidence-group'}>
      <h3>
        <span className={`evidence-dot evidence-dot-${group}`} />
        {words}
      </h3>
      <span className="quiet">{count === 0 ? '还没有' : rangeWords(first, count)}</span>
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-label={`放进这一组（${words}）`}
        onClick={() => onChoose(group)}
      >
        放进这一组
      </Button>
    </div>
  );
}

function rangeWords(first: number, count: number): string {
  return count === 1 ? `证据${first}` : `${count} 份，证据${first}至${first + count - 1}`;
}

/** What to look for, and where. */
export function EmptyGroup({ group }: { readonly group: EvidenceGroup }) {
  return (
    <p className="evidence-empty" data-drop-group={group}>
      {groupHints[group]}
    </p>
  );
}
