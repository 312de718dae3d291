import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { shownErrorOf } from '../../api/shown-error.ts';
import { api, client } from '../../api.ts';

/**
 * On the first start, with an empty desk, puts the first example on it. Only once: who throws it away is not given it
 * again. True while it is being put there.
 */
export function useFirstSample(isDeskEmpty: boolean): boolean {
  const { data: about } = useQuery(api.house.about.queryOptions());
  const { data: settings } = useQuery(api.house.settings.queryOptions());
  const first = about?.samples[0]?.name;
  const isDue = isDeskEmpty && settings?.welcomeSeen === false && first !== undefined && about?.isReadOnly === false;
  const { mutate, isPending, isIdle } = useMutation({
    mutationFn: async (name: string) => {
      await client.house.changeSettings({ welcomeSeen: true });
      return client.cases.openSample({ name });
    },
  });
  useEffect(() => {
    if (isDue && isIdle && first !== undefined) mutate(first);
  }, [isDue, isIdle, first, mutate]);
  return isPending || (isDue && isIdle);
}

export function OpenSampleButton() {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data: about } = useQuery(api.house.about.queryOptions());
  const first = about?.samples[0]?.name;
  const open = useMutation({
    mutationFn: (name: string) => client.cases.openSample({ name }),
    onSuccess: ({ id }) => navigate(`/case/${id}/papers`),
    onError: (error) => void message.error(shownErrorOf(error).text),
  });
  if (first === undefined) return null;
  return (
    <Button size="large" loading={open.isPending} onClick={() => open.mutate(first)}>
      {open.isPending ? '正在打开示例' : '看示例'}
    </Button>
  );
}
