import './error-notice.css';
import { Button } from 'antd';
import { shownErrorOf } from '../api/shown-error.ts';

interface ErrorNoticeProps {
  /** Whatever was thrown, or a ShownError. */
  readonly error: unknown;
  /** Offered as 再试一次. */
  readonly onRetry?: () => void;
}

/** A failure in words: what happened, what it means for the filing, what to do; files and fields folded away. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { text, file, detail, problems = [] } = shownErrorOf(error);
  const [, title = text, rest = ''] = /^([^。\n]+)。?\n?(.*)$/su.exec(text) ?? [];
  const hasParticulars = file !== undefined || problems.length > 0;
  return (
    <div className="error-notice" role="alert">
      <p className="error-notice-title">{title}</p>
      {detail === undefined ? null : <p>{detail}</p>}
      {rest === '' ? null : <p>{rest}</p>}
      {hasParticulars ? (
        <details>
          <summary>具体情况</summary>
          {file === undefined ? null : <p>文件：{file}</p>}
          <ul>
            {problems.map(({ path, expected, found }) => (
              <li key={path}>
                {path}：应为{expected}，现在是{found}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {onRetry === undefined ? null : (
        <p>
          <Button onClick={onRetry}>再试一次</Button>
        </p>
      )}
    </div>
  );
}
