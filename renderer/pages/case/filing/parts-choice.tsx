import { Checkbox } from 'antd';
import { useId } from 'react';
import { type PacketChoice, type PacketPart, packetParts } from './packet-choice.ts';

const partWords: Readonly<Record<PacketPart, { readonly title: string; readonly why: string }>> = {
  cover: { title: '封面', why: '装订成一本时放在最前面。' },
  contents: { title: '目录', why: '写明每一部分在第几页。' },
  timeline: { title: '事实经过时间线', why: '把经过按时间画成一张图，看的人一眼能明白。' },
  appendix: { title: '证据附件', why: '截图、账单等，一页页编好号印在后面。' },
  originals: {
    title: '证据原件校验清单',
    why: '列出每个原始文件的校验值（由内容算出，改动一个字节就不同），用来核对文件后来有没有改过。',
  },
};

/** What is bound around the papers. */
export function PartsChoice({ choice: { parts, chooseParts } }: { readonly choice: PacketChoice }) {
  const id = useId();
  const chosen = packetParts.filter((part) => parts[part]).map((part) => partWords[part].title);
  return (
    <section className="packet-section" aria-labelledby={id}>
      <h4 id={id}>和文书装在一起的</h4>
      <p className="quiet small">{chosen.length === 0 ? '证据目录' : `证据目录、${chosen.join('、')}`}</p>
      <details>
        <summary>逐项选</summary>
        <ul className="packet-list">
          {packetParts.map((part) => (
            <li key={part}>
              <Checkbox
                checked={parts[part]}
                onChange={({ target }) => chooseParts({ ...parts, [part]: target.checked })}
              >
                {partWords[part].title}
                <span className="packet-why quiet small">{partWords[part].why}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
