import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useDraftSession } from '../../../draft/draft-context.tsx';
import type { RecordingLists } from './recording-changes.ts';
import { isTimeCode } from './recording-words.ts';

interface MarkListProps {
  readonly marks: readonly string[];
  readonly lists: RecordingLists;
  /** Shows the moment in the player. */
  readonly onGo: (at: string) => void;
}

/** The moments whose picture is printed, each to be corrected by hand. */
export function MarkList({ marks, lists, onGo }: MarkListProps) {
  const session = useDraftSession();
  // A moment has no identity but its place: two can be alike while one is being typed.
  const placed = marks.map((at, index) => ({ at, index, name: `第${index + 1}个时刻` }));
  return (
    <>
      <ul className="recording-panel-marks">
        {placed.map(({ at, index, name }) => {
          const isGood = isTimeCode(at);
          return (
            <li key={name}>
              <Input
                size="small"
                aria-label={name}
                value={at}
                status={isGood ? '' : 'error'}
                aria-invalid={!isGood}
                placeholder="分:秒"
                onChange={({ target }) =>
                  session.change('修改截图时刻', lists.set('marks', index, target.value.trim()))
                }
              />
              <Button size="small" disabled={!isGood} aria-label={`跳到${name}`} onClick={() => onGo(at)}>
                跳到
              </Button>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`删除${name}`}
                onClick={() => session.change('删除截图时刻', lists.remove('marks', index))}
              />
              {isGood ? null : <span className="item-file-trouble">写成“分:秒”，例如 1:05 或 1:05.5</span>}
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => session.change('添加截图时刻', lists.insert('marks', marks.length, ['0:00']))}
      >
        手工添加时刻
      </Button>
    </>
  );
}
