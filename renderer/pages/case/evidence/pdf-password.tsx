import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../api.ts';
import { ErrorNotice } from '../../../parts/error-notice.tsx';

interface PdfPasswordProps {
  readonly caseId: string;
  /** As `files[]` of the item names it. */
  readonly path: string;
  /** 第2个文件. */
  readonly place: string;
}

/** Asks for the password of a PDF. It goes no further than the memory of the program, and is gone when that ends. */
export function PdfPassword({ caseId, path, place }: PdfPasswordProps) {
  const [isAsking, setAsking] = useState(false);
  const [password, setPassword] = useState('');
  const unlock = useMutation(api.evidence.unlock.mutationOptions());
  const hint = useId();
  if (unlock.data?.isOpen) {
    return (
      <p className="item-file-unlocked" role="status">
        密码正确。关闭据理之前，生成的材料会印出它的页面；密码没有保存。
      </p>
    );
  }
  if (!isAsking) {
    return (
      <Button size="small" aria-label={`输入${place}的打开密码`} onClick={() => setAsking(true)}>
        输入打开密码
      </Button>
    );
  }
  return (
    <form
      className="item-file-password"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') unlock.mutate({ id: caseId, path, password });
      }}
    >
      <div className="item-file-password-row">
        <Input.Password
          autoFocus
          size="small"
          autoComplete="off"
          aria-label={`${place}的打开密码`}
          aria-describedby={hint}
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Button size="small" htmlType="submit" loading={unlock.isPending} disabled={password === ''}>
          打开
        </Button>
      </div>
      <p id={hint} className="quiet small" role="status">
        {unlock.data === undefined ? '密码只在本次运行中使用，不会保存。' : '这个密码打不开文件，请再试一次。'}
      </p>
      {unlock.error === null ? null : <ErrorNotice error={unlock.error} />}
    </form>
  );
}
