import './evidence-card.css';
import { EllipsisOutlined, HolderOutlined, WarningFilled } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { memo } from 'react';
import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import { evidenceGroupWords } from '../../../../electron/contract/case/words.ts';
import type { StoredFile } from '../../../../electron/contract/rpc/evidence-procedures.ts';
import { type EvidenceEntry, entryName } from './evidence-entries.ts';
import { provesExamples } from './group-words.ts';
import { Thumbnail } from './thumbnail.tsx';
import type { EvidenceActs } from './use-evidence-acts.ts';

/** What a card asks of the grid around it; the same object all the time. */
export interface CardDesk {
  readonly acts: EvidenceActs;
  view(key: string): void;
  /** `isToBeWritten`: the focus goes to what it proves. */
  showDetails(key: string, isToBeWritten?: boolean): void;
  askPlace(key: string): void;
  select(key: string, isRange: boolean): void;
  /** Enter in a title leads to the next. */
  focusNextTitle(key: string): void;
}

export interface CardProps {
  readonly entry: EvidenceEntry;
  readonly file: StoredFile | undefined;
  readonly isKnown: boolean;
  /** What is wrong with its files, in a word or two. */
  readonly mark: string | undefined;
  /** Where it is cited, in words; empty for nowhere. */
  readonly cited: string;
  readonly isList: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly isLifted: boolean;
  readonly desk: CardDesk;
}

/**
 * One item: its picture, number, name and group; the rest stands in the details. Its
 * controls are the browser's own: dozens of cards come into sight while one scrolls.
 */
export const EvidenceCard = memo(Card);

function Card({ entry, file, isKnown, mark, cited, isList, isCurrent, isSelected, isLifted, desk }: CardProps) {
  const { key, number, title, group, files } = entry;
  const name = `证据${number}`;
  // One stop of the Tab key for all cards; the arrows lead from one to the next.
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <>
      <div className="evidence-card-head">
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={tabIndex}
          aria-label={`选择${name}`}
          onChange={({ nativeEvent }) => desk.select(key, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
        <span className="evidence-card-number">{name}</span>
        <button
          type="button"
          data-grip=""
          className="evidence-card-tool evidence-card-grip"
          tabIndex={tabIndex}
          aria-label={`移动${name}`}
          aria-pressed={isLifted}
          aria-describedby="evidence-grip-help"
        >
          <HolderOutlined />
        </button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'details', label: '详细填写' },
              { key: 'up', label: '上移' },
              { key: 'down', label: '下移' },
              { key: 'move', label: '移到……' },
              { key: 'remove', label: '移除', danger: true },
            ],
            onClick: ({ key: act }) => run(act, key, desk),
          }}
        >
          <button type="button" className="evidence-card-tool" tabIndex={tabIndex} aria-label={`${name}的更多操作`}>
            <EllipsisOutlined />
          </button>
        </Dropdown>
      </div>
      <button
        type="button"
        className="evidence-card-picture"
        data-main=""
        tabIndex={tabIndex}
        onClick={() => desk.view(key)}
      >
        <span className="only-for-readers">查看{entryName(entry)}</span>
        <Thumbnail file={file} isKnown={isKnown} />
        {files.length > 1 ? <span className="evidence-card-count">{files.length} 个文件</span> : null}
        {mark === undefined ? null : (
          <span className="evidence-card-trouble">
            <WarningFilled /> {mark}
          </span>
        )}
      </button>
      <textarea
        className="evidence-card-title"
        rows={2}
        tabIndex={tabIndex}
        aria-label={`${name}的名称`}
        placeholder="写一个名称"
        value={title}
        onChange={({ target }) => desk.acts.write(key, 'title', target.value.replaceAll('\n', ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          desk.focusNextTitle(key);
        }}
      />
      {isList ? (
        <textarea
          className="evidence-card-proves"
          rows={2}
          tabIndex={tabIndex}
          aria-label={`${name}证明什么`}
          placeholder={`证明什么？${provesExamples[group]}`}
          value={entry.proves}
          onChange={({ target }) => desk.acts.write(key, 'proves', target.value)}
        />
      ) : (
        <button
          type="button"
          className={entry.proves === '' ? 'evidence-card-words evidence-card-blank' : 'evidence-card-words'}
          tabIndex={tabIndex}
          aria-label={entry.proves === '' ? `${name}还没写证明什么，去写` : `${name}证明：${entry.proves}`}
          onClick={() => desk.showDetails(key, true)}
        >
          {entry.proves === '' ? '还没写证明什么' : entry.proves}
        </button>
      )}
      <div className="evidence-card-foot">
        <span className={`evidence-dot evidence-dot-${group}`} />
        <select
          className="evidence-card-group"
          tabIndex={tabIndex}
          aria-label={`${name}的分组`}
          value={group}
          onChange={({ target }) => {
            const chosen = evidenceGroups.find((one) => one === target.value);
            if (chosen !== undefined) desk.acts.regroup(new Set([key]), chosen);
          }}
        >
          {evidenceGroups.map((one) => (
            <option key={one} value={one}>
              {evidenceGroupWords[one]}
            </option>
          ))}
        </select>
        <span className="evidence-card-cited">{cited === '' ? '还没被引用' : cited}</span>
      </div>
    </>
  );
}

function run(act: string, key: string, desk: CardDesk): void {
  if (act === 'details') desk.showDetails(key, true);
  if (act === 'up') desk.acts.shift(key, -1);
  if (act === 'down') desk.acts.shift(key, 1);
  if (act === 'move') desk.askPlace(key);
  if (act === 'remove') desk.acts.remove(new Set([key]));
}
