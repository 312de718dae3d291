import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import { evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import type { EvidenceGroup } from './evidence-entries.ts';
import type { EvidenceActs } from './use-evidence-acts.ts';
import type { Selection } from './use-selection.ts';

interface SelectionBarProps {
  readonly selection: Selection;
  readonly acts: EvidenceActs;
  readonly onMove: () => void;
}

/** What can be done with several at once. */
export function SelectionBar({ selection, acts, onMove }: SelectionBarProps) {
  const { keys } = selection;
  if (keys.size === 0) return null;
  return (
    <div className="evidence-selected" role="toolbar" aria-label="对选中的证据">
      <strong role="status">已选 {keys.size} 份</strong>
      <Select<EvidenceGroup>
        aria-label="把选中的归到"
        placeholder="归到……"
        value={null}
        popupMatchSelectWidth={false}
        options={evidenceGroups.map((value) => ({ value, label: evidenceGroupWords[value] }))}
        onSelect={(group) => acts.regroup(keys, group)}
      />
      <Button onClick={onMove}>移到……</Button>
      <Button
        disabled={keys.size < 2}
        title="几张图说的是同一件事，例如一段很长的聊天：合成一份，编一个号"
        onClick={() => {
          acts.merge(keys);
          selection.clear();
        }}
      >
        合并成一份
      </Button>
      <Button
        danger
        onClick={() => {
          acts.remove(keys);
          selection.clear();
        }}
      >
        移除
      </Button>
      <Button type="text" icon={<CloseOutlined />} aria-label="取消选择" onClick={selection.clear} />
    </div>
  );
}
