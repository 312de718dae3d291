import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useWindows } from '../support/window.ts';

const windows = useWindows();

describe('more windows than a browser has connections', () => {
  it('all open, and all follow what is edited, also when the first is closed', async () => {
    const { page: first, client, another } = await windows.open();
    const { id } = await client.cases.openSample({ name: 'software-key' });
    const others: Page[] = [];
    for (let number = 2; number <= 8; number += 1) others.push(await another());
    const rename = async (title: string) => {
      const { revision } = await client.cases.get({ id });
      const changes = [{ kind: 'set' as const, path: ['title'], value: title }];
      await client.cases.edit({ id, baseRevision: revision, changes, label: '案件名称' });
    };

    await rename('八个窗口都看得到');
    for (const page of [first, ...others]) await page.getByText('八个窗口都看得到').first().waitFor();
    await first.close();
    await rename('七个窗口都看得到');
    for (const page of others) await page.getByText('七个窗口都看得到').first().waitFor();

    expect(others).toHaveLength(7);
  });
});
