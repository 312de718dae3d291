import './timestamps.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, client } from '../../../api.ts';
import { useDraftSession } from '../../../draft/draft-context.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { TimestampEntry } from './timestamp-entry.tsx';

/** 时间戳: optional, and never anything that Juli does by itself: what is sent, the user sends. */
export function Timestamps({ caseId }: { readonly caseId: string }) {
  const session = useDraftSession();
  const queries = useQueryClient();
  const stamps = useQuery(api.timestamps.ofCase.queryOptions({ input: { id: caseId } }));
  const refresh = () => queries.invalidateQueries({ queryKey: api.timestamps.ofCase.key({ input: { id: caseId } }) });
  const asking = useMutation({
    mutationFn: async () => {
      await session.saved();
      return client.timestamps.request({ id: caseId });
    },
    onSuccess: refresh,
  });
  return (
    <section className="sheet stack" aria-label="时间戳（可选）">
      <div>
        <h3>时间戳（可选）</h3>
        <p>
          时间戳由专门的机构签名，写着某一刻这些证据文件已经存在，之后改动一个字节都会被看出来。没有它也能投诉、起诉。
        </p>
        <ol>
          <li>
            写一个申请文件。里面只有证据原件清单的校验值（由内容算出的一串字符，从它看不出内容）和一个随机数，没有证据和案件的内容。
          </li>
          <li>据理不联网，请您自己把申请文件交给选定的时间戳服务（支持 RFC 3161），取回回执。</li>
          <li>把回执添加到这里，据理会核对它是不是给这些文件的、有没有被改动。</li>
        </ol>
        <p className="quiet small">
          时间戳不说明内容是否真实，有了它也不当然推定真实；是否采信，由人民法院结合其他情况判断。
        </p>
      </div>
      <div>
        <Button loading={asking.isPending} onClick={() => asking.mutate()}>
          写一个申请文件
        </Button>
      </div>
      {asking.isError ? <ErrorNotice error={asking.error} /> : null}
      {stamps.isError ? <ErrorNotice error={stamps.error} onRetry={() => void stamps.refetch()} /> : null}
      {stamps.data === undefined || stamps.data.length === 0 ? null : (
        <ul className="timestamps-list">
          {stamps.data.map((stamp) => (
            <TimestampEntry key={stamp.stamp} caseId={caseId} kept={stamp} onChange={refresh} />
          ))}
        </ul>
      )}
    </section>
  );
}
