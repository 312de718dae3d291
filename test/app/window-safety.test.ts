import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { useWindows } from '../support/window.ts';

/** What a hostile chat, shop name or file name could carry into a case. */
const hostile = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";

/** Run in another page: the ways in which it could reach the window. */
const attempts = `async (target) => {
  const attempt = (name, promise) => promise.then(() => name + ': got', () => name + ': nothing');
  const load = (tag, source) =>
    new Promise((resolve, reject) => {
      const element = document.createElement(tag);
      element.onload = resolve;
      element.onerror = () => reject(new Error('refused'));
      element.src = source;
      document.body.append(element);
    });
  const frame = document.createElement('iframe');
  const shown = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = target;
  document.body.append(frame);
  await shown;
  return [
    await attempt('page', fetch(target)),
    await attempt('question', fetch(target + 'rpc/cases/list', { method: 'POST', body: '{}' })),
    await attempt('picture', load('img', target + 'preview/frame.html')),
    frame.contentDocument === null ? 'frame: nothing' : 'frame: got',
  ];
}`;

/** Run in the window itself, as if something had found a way in. */
const intrusion = `() => {
  const script = document.createElement('script');
  script.textContent = 'document.title = "taken"';
  document.body.append(script);
  document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="document.title = \\'taken\\'">');
  return new Promise((resolve) => requestAnimationFrame(() => resolve(document.title)));
}`;

const windows = useWindows();

const answers = {
  claimant: hostile,
  bought: {
    name: `软件${hostile}`,
    kind: 'card-key',
    price: '99.00',
    quantity: 1,
    platform: '',
    shop: hostile,
    paidOn: '',
    paidBy: '',
  },
  issues: ['does-not-activate'],
  problem: `激活不了。${hostile}`,
  answers: [],
  asked: [],
} as const;

describe('in a real browser', () => {
  it('a script in a field of a case is text, in the list, the case and its papers', async () => {
    const { page, client, address } = await windows.open();
    const { id } = await client.cases.create({ ...answers, issues: [...answers.issues], answers: [], asked: [] });
    await page.reload();
    await page.getByRole('main').getByText('<img src=x').first().waitFor();
    await page.goto(`${address()}#/case/${id}/papers`);
    await page.getByRole('main').waitFor();
    const preview = await client.papers.preview({ id, part: 'refund-request' });
    expect(preview.html).toContain('&lt;img');
    expect(preview.html).not.toContain('<img src=x');
    expect(preview.html).not.toContain('<script');
    expect(await page.title()).not.toBe('taken');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  it('the window can be read, framed or asked by no other page', async () => {
    const { page, address } = await windows.open();
    const other = createServer((_request, response) => response.end('<!doctype html><title>other</title>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => other.close(() => resolve())));
    const context = await page.context().browser()?.newContext();
    if (context === undefined) throw new Error('no browser');
    onTestFinished(() => context.close());
    const foreign = await context.newPage();
    await foreign.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    // Even a page that somehow learnt the address gets nothing.
    const tried = await foreign.evaluate<string[]>(`(${attempts})(${JSON.stringify(address())})`);
    expect(tried).toEqual(['page: nothing', 'question: nothing', 'picture: nothing', 'frame: nothing']);
  });

  it('the policy of the window stops a script that got into the page all the same', async () => {
    const { page } = await windows.open({ tolerates: [/Content Security Policy/, /unsafe-inline/] });
    const title = await page.evaluate<string>(`(${intrusion})()`);
    expect(title).not.toBe('taken');
  });

  it('the whole program starts again on what it kept', async () => {
    const window = await windows.open();
    const { id } = await window.client.cases.openSample({ name: 'software-key' });
    await window.restart();
    expect((await window.client.cases.list({})).cases.map((one) => one.id)).toEqual([id]);
  });
});
