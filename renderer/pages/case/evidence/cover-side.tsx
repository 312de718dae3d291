import './cover-side.css';
import { DeleteOutlined, PlusOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { secretKinds } from '../../../../electron/contract/case/case-kinds.ts';
import { secretKindWords } from '../../../../electron/contract/case/words.ts';
import { shownErrorOf } from '../../../api/shown-error.ts';
import { client } from '../../../api.ts';
import { boxName } from './cover-layer.tsx';
import type { CoverBoxes } from './use-cover-boxes.ts';

interface CoverSideProps {
  readonly caseId: string;
  readonly path: string;
  readonly isPdf: boolean;
  readonly covers: CoverBoxes;
}

const kindOptions = secretKinds.map((value) => ({ value, label: secretKindWords[value] }));
/** In the middle of the first page, to be moved from there by keys. */
const middle = { page: 1, x: 0.35, y: 0.47, width: 0.3, height: 0.06 } as const;

/** What is covered in one file, and what covering means. */
export function CoverSide({ caseId, path, isPdf, covers }: CoverSideProps) {
  const [said, setSaid] = useState('');
  const [isAsking, setAsking] = useState(false);
  const propose = async () => {
    setAsking(true);
    try {
      const { isReadable, boxes } = await client.evidence.proposeRedactions({ id: caseId, path });
      const added = covers.addProposed(boxes);
      setSaid(isReadable ? foundWords(boxes.length, added) : '这份 PDF 的文字读不出来，请自己看一遍、框一遍。');
    } catch (error) {
      setSaid(shownErrorOf(error).text);
    } finally {
      setAsking(false);
    }
  };
  return (
    <aside className="viewer-side stack" aria-label="遮盖">
      <h3 className="cover-title">遮盖（{covers.boxes.length} 处）</h3>
      <p>在图上按住鼠标拖出一个框。做“遮盖版”时，框里的内容会被删掉，不只是盖住；“完整版”和原件都不变，页码也一样。</p>
      <div className="row">
        {isPdf ? (
          <Button icon={<ThunderboltOutlined />} loading={isAsking} onClick={() => void propose()}>
            建议遮盖
          </Button>
        ) : null}
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            covers.add([middle]);
            const index = 1 + Math.max(-1, ...covers.boxes.map((box) => box.index));
            requestAnimationFrame(() => focusBox(index));
          }}
        >
          加一个框
        </Button>
      </div>
      <p className="cover-said" role="status">
        {said}
      </p>
      {isPdf ? null : <p className="quiet small">图片里的字据理现在还认不出来，请自己看一遍，把要遮的都框上。</p>}
      {covers.boxes.length === 0 ? (
        <p className="quiet">还没有框。</p>
      ) : (
        <ol className="cover-list">
          {covers.boxes.map((box) => (
            <li key={box.index}>
              <button type="button" className="cover-go" onClick={() => focusBox(box.index)}>
                第{box.index + 1}个，第{box.page}页
              </button>
              <Select
                size="small"
                aria-label={`第${box.index + 1}个框遮的是什么`}
                value={box.kind ?? 'other'}
                options={kindOptions}
                popupMatchSelectWidth={false}
                // Above the viewer, which lies over all else.
                getPopupContainer={({ parentElement }) => parentElement ?? document.body}
                onChange={(kind) => covers.setKind(box, kind)}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`移除${boxName(box)}`}
                onClick={() => covers.remove(box)}
              />
            </li>
          ))}
        </ol>
      )}
      <p className="quiet small">
        案件里填写的证件号码、己方电话、银行卡号、卡密和密码，遮盖版里会自动删去；PDF
        和聊天、邮件文字里的同样号码也会。姓名、出生日期、住址、邮箱、订单号和对方的电话照常保留。
      </p>
    </aside>
  );
}

function focusBox(index: number): void {
  const box = document.querySelector<HTMLElement>(`[data-cover="${index}"]`);
  box?.scrollIntoView({ block: 'center' });
  box?.focus();
}

function foundWords(found: number, added: number): string {
  if (found === 0) return '文字里没有找到这类号码。扫描件里的字认不出来，请自己再看一遍。';
  if (added === 0) return `找到 ${found} 处，都已经有框。扫描件里的字认不出来，请自己再看一遍。`;
  return `找到 ${found} 处，加上了 ${added} 个框。请逐个核对；扫描件里的字认不出来，请自己再看一遍。`;
}
