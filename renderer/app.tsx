import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import chinese from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect, useState } from 'react';
import { createHashRouter, RouterProvider } from 'react-router';
import { StoreEventsProvider } from './api/store-events.tsx';
import { api } from './api.ts';
import { PageFailure } from './parts/page-failure.tsx';
import { PageFrame } from './parts/page-frame.tsx';
import { createQueryClient } from './query-client.ts';
import { textSizes, themeFor } from './theme.ts';

dayjs.locale('zh-cn');

/** Hash routes: the address before `#` carries the token on loopback and is fixed on the desktop. */
function createRoutes() {
  return createHashRouter([
    {
      path: '/',
      Component: PageFrame,
      HydrateFallback: Nothing,
      children: [
        {
          ErrorBoundary: PageFailure,
          children: [
            {
              index: true,
              lazy: async () => ({ Component: (await import('./pages/cases/cases-page.tsx')).CasesPage }),
            },
            {
              path: 'new',
              lazy: async () => ({ Component: (await import('./pages/new-case/new-case-page.tsx')).NewCasePage }),
            },
            {
              path: 'case/:id/:step?',
              lazy: async () => ({ Component: (await import('./pages/case/case-page.tsx')).CasePage }),
            },
            {
              path: 'deadlines',
              lazy: async () => ({ Component: (await import('./pages/deadlines/deadlines-page.tsx')).DeadlinesPage }),
            },
            {
              path: 'templates',
              lazy: async () => ({ Component: (await import('./pages/templates/templates-page.tsx')).TemplatesPage }),
            },
            {
              path: 'settings',
              lazy: async () => ({ Component: (await import('./pages/settings/settings-page.tsx')).SettingsPage }),
            },
            { path: 'help', lazy: async () => ({ Component: (await import('./pages/help/help-page.tsx')).HelpPage }) },
            {
              path: '*',
              lazy: async () => ({ Component: (await import('./parts/lost-page.tsx')).LostPage }),
            },
          ],
        },
      ],
    },
  ]);
}

/** Pages load from this computer in a moment. */
function Nothing() {
  return null;
}

export function App() {
  const [queries] = useState(createQueryClient);
  const [routes] = useState(createRoutes);
  return (
    <QueryClientProvider client={queries}>
      <StoreEventsProvider>
        <Look>
          <RouterProvider router={routes} />
        </Look>
      </StoreEventsProvider>
    </QueryClientProvider>
  );
}

function Look({ children }: { readonly children: ReactNode }) {
  const { data: settings } = useQuery(api.house.settings.queryOptions());
  const textSize = settings?.textSize ?? 'normal';
  useEffect(() => {
    document.documentElement.style.fontSize = `${textSizes[textSize]}px`;
  }, [textSize]);
  return (
    <ConfigProvider
      locale={chinese}
      theme={themeFor(textSize)}
      button={{ autoInsertSpace: false }}
      csp={{ nonce: pageNonce() }}
    >
      <AntdApp message={{ maxCount: 3 }}>{children}</AntdApp>
    </ConfigProvider>
  );
}

function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
