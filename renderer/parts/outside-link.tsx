import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { houseLinks } from '../../electron/contract/house-links.ts';
import { shownErrorOf } from '../api/shown-error.ts';
import { api, client } from '../api.ts';

/** A page outside Juli by its name in `houseLinks`: the desktop asks before it opens it, a browser opens a new tab. */
export function OutsideLink({ link }: { readonly link: string }) {
  const { message } = App.useApp();
  const { data: about } = useQuery(api.house.about.queryOptions());
  const page = houseLinks[link];
  if (page === undefined) return null;
  if (about?.host !== 'desktop') {
    return (
      <a href={page.url} target="_blank" rel="noopener noreferrer">
        {page.name}
      </a>
    );
  }
  return (
    <Button
      type="link"
      size="small"
      onClick={() => {
        client.house.openLink({ link }).catch((error) => void message.error(shownErrorOf(error).text));
      }}
    >
      {page.name}
    </Button>
  );
}
