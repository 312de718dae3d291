import './case-clocks.css';
import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { AdviceClock } from '../../../../electron/contract/advice-result.ts';
import { api, client } from '../../../api.ts';
import { useDraftSession } from '../../../draft/draft-context.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { saveText } from '../../../parts/save-text.ts';
import { dayInWords, today } from '../../../parts/today.ts';
import { Waiting } from '../../../parts/waiting.tsx';
import { ClockCard } from './clock-card.tsx';
import { timeScale } from './time-scale.ts';

/** 期限 of this case: what runs, until when, and what it means. */
export function CaseClocks({ caseId }: { readonly caseId: string }) {
  const session = useDraftSession();
  const deadlines = useQuery(api.deadlines.ofCase.queryOptions({ input: { id: caseId } }));
  const calendar = useMutation({
    mutationFn: async () => {
      await session.saved();
      return client.deadlines.calendar({ id: caseId });
    },
    onSuccess: ({ name, text }) => saveText(name, text, 'text/calendar'),
  });
  if (deadlines.isError) return <ErrorNotice error={deadlines.error} onRetry={() => void deadlines.refetch()} />;
  if (deadlines.data === undefined) return <Waiting what="正在推算期限" />;
  if (deadlines.data.length === 0) {
    return (
      <EmptyState title="现在没有期限在走">
        在“订单与卡密”“经过”里填上付款、收货、发现问题、答复等日期以后，这里会列出每个期限的最后一天。
      </EmptyState>
    );
  }
  const day = today();
  const scale = timeScale(
    deadlines.data.flatMap(({ start, lastDay }) => [start, lastDay].filter((one) => one !== undefined)),
    day,
  );
  const groups: readonly { readonly title: string; readonly clocks: readonly AdviceClock[] }[] = [
    { title: '您自己要赶的', clocks: deadlines.data.filter((clock) => clock.whose === 'claimant' && isOpen(clock)) },
    {
      title: '对方和受理机关的',
      clocks: deadlines.data.filter((clock) => clock.whose !== 'claimant' && isOpen(clock)),
    },
    { title: '已经完成的，或者还没有开始的', clocks: deadlines.data.filter((clock) => !isOpen(clock)) },
  ];
  const canBeKept = deadlines.data.some(
    ({ whose, status, lastDay }) => whose === 'claimant' && lastDay !== undefined && /^(running|soon)$/u.test(status),
  );
  return (
    <div className="case-clocks stack">
      <div className="row case-clocks-head">
        <p className="quiet">按您填写的日期推算，今天是{dayInWords(day)}。受理的机关另有通知的，以通知为准。</p>
        {canBeKept ? (
          <Button icon={<DownloadOutlined />} loading={calendar.isPending} onClick={() => calendar.mutate()}>
            存到日历（.ics）
          </Button>
        ) : null}
      </div>
      {calendar.isError ? <ErrorNotice error={calendar.error} /> : null}
      {groups.map(({ title, clocks }) =>
        clocks.length === 0 ? null : (
          <section key={title} aria-label={title}>
            <h3 className="case-clocks-group">{title}</h3>
            <ul className="case-clocks-list">
              {clocks.toSorted(byLastDay).map((clock) => (
                <ClockCard key={`${clock.id}${clock.name}`} clock={clock} day={day} scale={scale} />
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}

function isOpen({ status }: AdviceClock): boolean {
  return status === 'running' || status === 'soon' || status === 'passed' || status === 'unknown';
}

/** Without a last day there is nothing to hurry for. */
function byLastDay(first: AdviceClock, second: AdviceClock): number {
  return (first.lastDay ?? '9') < (second.lastDay ?? '9') ? -1 : 1;
}
