import type { Locator, Page } from 'playwright-core';

type Pressable = 'button' | 'link' | 'checkbox' | 'radio' | 'tab';

/** The ways in which a person uses the window. Letters are typed on a keyboard by everybody. */
export interface Hands {
  press(role: Pressable, name: string | RegExp): Promise<void>;
  write(field: string | RegExp, text: string): Promise<void>;
  /** In the last of several rows that ask the same. */
  writeLast(field: string | RegExp, text: string): Promise<void>;
  choose(field: string | RegExp, option: string): Promise<void>;
}

const patience = { timeout: 20_000 };

function pointedAt(page: Page, role: Pressable | 'combobox', name: string | RegExp): Locator {
  return page.getByRole(role, { name }).first();
}

/** A box with suggestions is a box to write in too. */
function boxes(page: Page, name: string | RegExp): Locator {
  return page.getByRole('textbox', { name }).or(page.getByRole('combobox', { name }));
}

/** Somebody who never tabs. */
export function mouseHands(page: Page): Hands {
  async function write(box: Locator, text: string): Promise<void> {
    await box.click({ clickCount: 3, ...patience });
    await page.keyboard.insertText(text);
  }
  return {
    press: (role, name) => pointedAt(page, role, name).click(patience),
    write: (field, text) => write(boxes(page, field).first(), text),
    writeLast: (field, text) => write(boxes(page, field).last(), text),
    async choose(field, option) {
      await pointedAt(page, 'combobox', field).click(patience);
      await page.locator('.ant-select-item-option').getByText(option, { exact: true }).first().click(patience);
    },
  };
}

/** Somebody who never touches the mouse. */
export function keyboardHands(page: Page): Hands {
  async function write(box: Locator, text: string): Promise<void> {
    await tabTo(page, box);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
  }
  return {
    async press(role, name) {
      const wanted = pointedAt(page, role, name);
      if (role === 'radio') return pickRadio(page, wanted);
      if (role === 'tab') return pickTab(page, wanted);
      await tabTo(page, wanted);
      await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
    },
    write: (field, text) => write(boxes(page, field).first(), text),
    writeLast: (field, text) => write(boxes(page, field).last(), text),
    async choose(field, option) {
      await tabTo(page, pointedAt(page, 'combobox', field));
      await page.keyboard.press('Enter');
      const active = page.locator('.ant-select-item-option-active');
      await active.waitFor(patience);
      for (let presses = 0; presses < mostArrows; presses += 1) {
        if ((await active.textContent()) === option) {
          await page.keyboard.press('Enter');
          return;
        }
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`no arrow leads to ${option}`);
    },
  };
}

const mostTabs = 300;
const mostArrows = 40;

const hasFocus = (element: Locator) =>
  element.evaluate((node: { ownerDocument: { activeElement: unknown } }) => node === node.ownerDocument.activeElement);

/** Forwards or backwards, whichever is shorter, as a person sees it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor(patience);
  for (let presses = 0; presses < mostTabs; presses += 1) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press((await liesBehind(wanted)) ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`no Tab leads to ${wanted}, the last was ${await page.evaluate(focused)}`);
}

const liesBehind = (element: Locator) =>
  element.evaluate((node: ComparedNode) => {
    const from = node.ownerDocument.activeElement;
    // Node.DOCUMENT_POSITION_PRECEDING; the body itself is where one stands before the first Tab.
    return from !== node.ownerDocument.body && (from?.compareDocumentPosition(node) ?? 0) === 2;
  });

interface ComparedNode {
  readonly ownerDocument: {
    readonly body: unknown;
    readonly activeElement: { compareDocumentPosition(other: unknown): number } | null;
  };
}

const focused = `document.activeElement?.outerHTML.slice(0, 300) ?? 'nothing'`;

/** Tab leads to one button of the group, the arrows from there to the others. */
async function pickRadio(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor(patience);
  const name = await wanted.getAttribute('name');
  const group = `document.activeElement?.getAttribute('name') === ${JSON.stringify(name)}`;
  for (let presses = 0; !(await page.evaluate<boolean>(group)); presses += 1) {
    if (presses > mostTabs) throw new Error(`no Tab leads to the group of ${wanted}`);
    await page.keyboard.press('Tab');
  }
  for (let presses = 0; !(await hasFocus(wanted)); presses += 1) {
    if (presses > mostArrows) throw new Error(`no arrow leads to ${wanted}`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Space');
}

async function pickTab(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor(patience);
  const inTabs = `document.activeElement?.getAttribute('role') === 'tab'`;
  for (let presses = 0; !(await page.evaluate<boolean>(inTabs)); presses += 1) {
    if (presses > mostTabs) throw new Error('no Tab leads to the tabs');
    await page.keyboard.press('Tab');
  }
  for (let presses = 0; !(await hasFocus(wanted)); presses += 1) {
    if (presses > mostArrows) throw new Error(`no arrow leads to ${wanted}`);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
}
