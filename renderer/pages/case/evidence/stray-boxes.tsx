import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCoverBoxes } from './use-cover-boxes.ts';

interface StrayBoxesProps {
  /** Where the item stands in the draft, and the file in it. */
  readonly item: number;
  readonly file: number;
}

/** Boxes on a file without pages of its own; they came with a case folder, for none can be drawn on it here. */
export function StrayBoxes({ item, file }: StrayBoxesProps) {
  const { boxes, removeAll } = useCoverBoxes(item, file);
  if (boxes.length === 0) return null;
  return (
    <section className="stack" aria-label="遮盖框">
      <p className="item-file-trouble">
        这份文件上有 {boxes.length}{' '}
        个遮盖框，可能盖错地方：它没有固定的页面，是排印出来的。排得和画框时不一样，就不会生成遮盖版。
      </p>
      <p>可以移除这些框。要遮的内容，请另存为 PDF 或截图，换下这个文件，再在上面画框；原件请自己另外保管。</p>
      <div>
        <Button icon={<DeleteOutlined />} onClick={removeAll}>
          移除全部遮盖框
        </Button>
      </div>
    </section>
  );
}
