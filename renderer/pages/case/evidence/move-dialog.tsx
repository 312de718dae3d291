import { InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import type { EvidenceEntry } from './evidence-entries.ts';

interface MoveDialogProps {
  /** What is moved; none: the dialog is closed. */
  readonly keys: ReadonlySet<string> | undefined;
  readonly entries: readonly EvidenceEntry[];
  readonly onMove: (keys: ReadonlySet<string>, number: number) => void;
  readonly onClose: () => void;
}

/** 移到……: by the number it is to bear. */
export function MoveDialog({ keys, entries, onMove, onClose }: MoveDialogProps) {
  const [number, setNumber] = useState<number | null>(null);
  const target = number === null ? undefined : entries[number - 1];
  const isAmongThem = target !== undefined && keys?.has(target.key) === true;
  const move = () => {
    if (keys === undefined || target === undefined || number === null) return;
    onMove(keys, number);
    close();
  };
  const close = () => {
    setNumber(null);
    onClose();
  };
  return (
    <Modal
      title={keys?.size === 1 ? '移到第几号' : `把 ${keys?.size ?? 0} 份移到第几号`}
      open={keys !== undefined}
      okText="移动"
      okButtonProps={{ disabled: target === undefined || isAmongThem }}
      onOk={move}
      onCancel={close}
      width={420}
      destroyOnHidden
    >
      <div className="row">
        <span aria-hidden="true">证据</span>
        <InputNumber
          autoFocus
          aria-label="移到第几号证据"
          min={1}
          max={entries.length}
          precision={0}
          value={number}
          onChange={setNumber}
          onPressEnter={move}
        />
        <span className="quiet">共 {entries.length} 份</span>
      </div>
      <p className="quiet evidence-move-words" role="status">
        {moveWords(target, isAmongThem)}
      </p>
    </Modal>
  );
}

function moveWords(target: EvidenceEntry | undefined, isAmongThem: boolean): string {
  if (target === undefined) return '编号按分组排：先交易凭证，再商家承诺，依此类推。';
  if (isAmongThem) return '它自己就在要移动的里面，换一个号。';
  return `现在的证据${target.number}是“${target.title}”，移过去以后归在“${evidenceGroupWords[target.group]}”。`;
}
