import './deadlines-page.css';
import { DownloadOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { api, client } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Page } from '../../parts/page.tsx';
import { saveText } from '../../parts/save-text.ts';
import { today } from '../../parts/today.ts';
import { Waiting } from '../../parts/waiting.tsx';
import { DeadlineEntry } from './deadline-entry.tsx';
import { groupDeadlines } from './deadline-groups.ts';

/** 期限: the clocks of all open cases, the nearest first. */
export function DeadlinesPage() {
  const navigate = useNavigate();
  const deadlines = useQuery(api.deadlines.all.queryOptions());
  const calendar = useMutation({
    mutationFn: () => client.deadlines.calendar({}),
    onSuccess: ({ name, text }) => saveText(name, text, 'text/calendar'),
  });
  const day = today();
  const groups = groupDeadlines(deadlines.data ?? [], day);

  return (
    <Page
      title="期限"
      lead="所有进行中的案件，最近的在前。按您填写的日期推算；以受理机关的通知为准。"
      actions={
        groups.length === 0 ? undefined : (
          <Button
            size="large"
            icon={<DownloadOutlined />}
            loading={calendar.isPending}
            onClick={() => calendar.mutate()}
          >
            存到日历（.ics）
          </Button>
        )
      }
    >
      <div className="stack">
        {calendar.isError ? <ErrorNotice error={calendar.error} /> : null}
        {deadlines.isPending ? <Waiting what="正在推算期限" /> : null}
        {deadlines.isError ? <ErrorNotice error={deadlines.error} onRetry={() => void deadlines.refetch()} /> : null}
        {deadlines.isSuccess && groups.length === 0 ? (
          <EmptyState title="现在没有期限在走" actions={<Button onClick={() => void navigate('/')}>回到案件</Button>}>
            在案件里填上收货、投诉、答复等日期以后，这里会列出每个期限的最后一天。
          </EmptyState>
        ) : null}
        {groups.map(({ name, deadlines: inGroup }) => (
          <section key={name} aria-labelledby={`deadlines-${name}`}>
            <h2 id={`deadlines-${name}`} className="deadlines-group">
              {name} <span className="quiet small">{inGroup.length} 个</span>
            </h2>
            <ul className="deadlines-list">
              {inGroup.map((deadline) => (
                <DeadlineEntry key={`${deadline.caseId} ${deadline.id}`} deadline={deadline} day={day} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
}
