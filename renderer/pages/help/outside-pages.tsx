import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { houseLinks } from '../../../electron/contract/house-links.ts';
import { shownErrorOf } from '../../api/shown-error.ts';
import { api, client } from '../../api.ts';

/** Pages outside Juli, opened only when they are pressed: by the desktop after a question, by the browser in a new tab. */
export function OutsidePages() {
  const { message } = App.useApp();
  const { data: about } = useQuery(api.house.about.queryOptions());
  return (
    <>
      <p>这些网站要联网，会在浏览器里打开；据理不会把您的内容带过去。</p>
      <ul className="help-list">
        {Object.entries(houseLinks).map(([link, { name, url }]) => (
          <li key={link}>
            {about?.host === 'desktop' ? (
              <Button
                type="link"
                className="help-outside"
                onClick={() => {
                  client.house.openLink({ link }).catch((error) => void message.error(shownErrorOf(error).text));
                }}
              >
                {name}
              </Button>
            ) : (
              <a href={url} target="_blank" rel="noopener noreferrer">
                {name}
              </a>
            )}{' '}
            <span className="quiet">{new URL(url).host}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
