import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for readers: 投诉内容. */
  readonly name: string;
  /** Most characters the place it goes to takes; shows a counter. */
  readonly most?: number;
}

const stays = 2_000;

/** Copies a text; says so where it was pressed. The counter counts characters as web forms do. */
export function CopyButton({ text, name, most }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), stays);
    return () => clearTimeout(timer);
  }, [state]);
  const length = [...text].length;
  return (
    <span className="row">
      <Button
        icon={state === 'copied' ? <CheckOutlined /> : <CopyOutlined />}
        aria-label={`${state === 'copied' ? '已复制' : '复制'}${name}`}
        onClick={() => {
          navigator.clipboard.writeText(text).then(
            () => setState('copied'),
            () => setState('refused'),
          );
        }}
      >
        {state === 'copied' ? '已复制' : '复制'}
      </Button>
      {most === undefined ? null : (
        <span className={length > most ? 'copy-too-long' : 'quiet'}>
          {length}/{most} 字
        </span>
      )}
      <span role="status" className={state === 'refused' ? '' : 'only-for-readers'}>
        {state === 'copied' ? `${name}已复制` : ''}
        {state === 'refused' ? '浏览器没有允许复制，请选中文字后按 Ctrl+C。' : ''}
      </span>
    </span>
  );
}
