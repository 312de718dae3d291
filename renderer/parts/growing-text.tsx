import './growing-text.css';
import { Input } from 'antd';
import type { TextAreaProps } from 'antd/es/input';

interface GrowingTextProps extends Omit<TextAreaProps, 'autoSize' | 'rows' | 'style'> {
  /** Lines it has while empty. */
  readonly rows?: number;
}

/**
 * A text box that grows with what is typed. By CSS: antd's own way measures with a hidden box whose style the window's
 * policy refuses.
 */
export function GrowingText({ className, rows = 3, ...props }: GrowingTextProps) {
  return (
    <Input.TextArea
      className={['growing-text', className].filter(Boolean).join(' ')}
      style={{ minHeight: `${rows * 1.65 + 0.7}em` }}
      rows={rows}
      {...props}
    />
  );
}
