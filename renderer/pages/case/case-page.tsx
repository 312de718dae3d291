import { useParams } from 'react-router';
import { useCaseSession } from '../../draft/use-case-session.ts';
import { ErrorNotice } from '../../parts/error-notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Waiting } from '../../parts/waiting.tsx';
import { readStep } from './steps.ts';
import { Workbench } from './workbench.tsx';

/** 案件工作台. */
export function CasePage() {
  const { id = '', step } = useParams();
  const { data: session, error, refetch } = useCaseSession(id);
  if (session !== undefined) return <Workbench key={id} id={id} session={session} step={readStep(step)} />;
  return (
    <Page title="案件">
      {error === null ? <Waiting what="正在打开案件" /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
    </Page>
  );
}
