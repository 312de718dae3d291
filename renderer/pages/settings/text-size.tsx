import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Radio } from 'antd';
import type { Settings } from '../../../electron/contract/rpc/house-procedures.ts';
import { api, client } from '../../api.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';

const sizes: readonly { readonly value: Settings['textSize']; readonly label: string }[] = [
  { value: 'normal', label: '标准' },
  { value: 'large', label: '大' },
  { value: 'larger', label: '更大' },
];

export function TextSize() {
  const queries = useQueryClient();
  const { data: settings } = useQuery(api.house.settings.queryOptions());
  const change = useMutation({
    mutationFn: (textSize: Settings['textSize']) => client.house.changeSettings({ textSize }),
    onSuccess: (changed) => queries.setQueryData(api.house.settings.queryKey(), changed),
  });
  return (
    <>
      <Radio.Group
        aria-label="字的大小"
        optionType="button"
        buttonStyle="solid"
        size="large"
        options={[...sizes]}
        value={settings?.textSize ?? 'normal'}
        onChange={({ target }) => change.mutate(target.value)}
      />
      <p className="quiet">还可以用 Ctrl 和加号、减号放大缩小整个窗口。印出来的字不受影响。</p>
      {change.isError ? <ErrorNotice error={change.error} /> : null}
    </>
  );
}
