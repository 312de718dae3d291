import './page-frame.css';
import {
  CalendarOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  QuestionCircleOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { NavLink, Outlet, useNavigate } from 'react-router';
import { useIsConnected } from '../api/store-events.tsx';
import { api } from '../api.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface Place {
  readonly to: string;
  readonly name: string;
  readonly Icon: ComponentType;
  readonly isLater?: boolean;
}

const places: readonly Place[] = [
  { to: '/', name: '案件', Icon: FolderOpenOutlined },
  { to: '/deadlines', name: '期限', Icon: CalendarOutlined },
  { to: '/templates', name: '模板', Icon: FileTextOutlined },
  { to: '/settings', name: '设置', Icon: SettingOutlined, isLater: true },
  { to: '/help', name: '帮助', Icon: QuestionCircleOutlined },
];

/** The rail of places, and the page one is at. */
export function PageFrame() {
  const navigate = useNavigate();
  useShortcuts({
    newCase: () => void navigate('/new'),
    search: () => void navigate('/', { state: { isSearching: true } }),
    help: () => void navigate('/help'),
  });
  return (
    <div className="frame">
      <button type="button" className="frame-skip" onClick={skipToMain}>
        跳到正文
      </button>
      <nav className="frame-rail" aria-label="主导航">
        <NavLink to="/" className="frame-name" aria-label="据理，回到案件">
          据理
        </NavLink>
        <ul className="frame-places">
          {places.map(({ to, name, Icon, isLater }) => (
            <li key={to} className={isLater === true ? 'frame-later' : undefined}>
              <NavLink to={to} end={to === '/'} className="frame-place">
                <Icon />
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" className="frame-main" tabIndex={-1}>
        <Banner />
        <Outlet />
      </main>
    </div>
  );
}

/** The part of an address after `#` is the router's, so this is no link. */
function skipToMain(): void {
  document.getElementById('main')?.focus();
}

/** What a person must know wherever they are: nobody answers, or something is wrong with the data folder. */
function Banner() {
  const isConnected = useIsConnected();
  const { data: about } = useQuery(api.house.about.queryOptions());
  const text = isConnected
    ? about?.warning
    : '窗口与据理断开了，正在重新连接。已经显示“已保存”的内容都在；现在输入的内容会先留在这个窗口里，接上后再保存。请看看据理是否还开着。';
  if (text === undefined) return null;
  return (
    <div className="frame-banner" role="alert">
      {text}
    </div>
  );
}
