import { useRouteError } from 'react-router';
import { ErrorNotice } from './error-notice.tsx';
import { Page } from './page.tsx';

/** What stands in place of a page that could not be shown. The other places of the rail still work. */
export function PageFailure() {
  const error = useRouteError();
  return (
    <Page title="这一页没能显示" isNarrow>
      <ErrorNotice error={error} onRetry={() => window.location.reload()} />
    </Page>
  );
}
