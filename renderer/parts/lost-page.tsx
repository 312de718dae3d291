import { Link } from 'react-router';
import { Page } from './page.tsx';

export function LostPage() {
  return (
    <Page title="没有这一页" isNarrow>
      <p>
        地址可能写错了，或者这一页已经不在了。案件都还在：<Link to="/">回到案件</Link>。
      </p>
    </Page>
  );
}
