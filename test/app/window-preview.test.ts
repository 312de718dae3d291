import { describe, expect, it } from 'vitest';
import { useWindows } from '../support/window.ts';

const windows = useWindows();
/** The test's clock wants to stand still in the paper's frame as well, which runs nothing. */
const stillClock = /^console: Blocked script execution in '[^']*preview\/frame\.html'/;

/** Leaves a mark on every line of the paper that a change of the paper's text would not bring back. */
const markAll = `for (const element of document.querySelector('.paper-pane iframe').contentDocument.querySelectorAll('section *'))
  element.isOld = true`;
const madeAnew = `[...document.querySelector('.paper-pane iframe').contentDocument.querySelectorAll('section *')]
  .filter((element) => !element.isOld).length`;
const all = `document.querySelector('.paper-pane iframe').contentDocument.querySelectorAll('section *').length`;

describe('the paper beside the questions', () => {
  it('puts anew only what the typing changed', async () => {
    const { page, client } = await windows.open({ tolerates: [stillClock] });
    const { id } = await client.cases.openSample({ name: 'software-key' });
    await page.goto(`${page.url().split('#')[0]}#/case/${id}/events`);
    const paper = page.frameLocator('.paper-pane iframe');
    await paper.locator('section.part').waitFor();
    await page.evaluate(markAll);
    const row = page.getByRole('button', { name: /下单前询问店铺客服/ });
    await row.click();
    const box = page.getByRole('textbox', { name: /发生了什么/ }).first();
    await box.fill('下单前在店铺里问过客服');
    await paper.getByText('下单前在店铺里问过客服').first().waitFor();
    expect(await page.evaluate(all)).toBeGreaterThan(100);
    expect(await page.evaluate(madeAnew)).toBeLessThan(5);
  });
});
