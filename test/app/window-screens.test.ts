import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousProblems } from '../support/accessibility.ts';
import { expectApprovedPicture } from '../support/approved-picture.ts';
import { type TestWindow, useWindows } from '../support/window.ts';
import { type WindowScreen, windowScreens } from '../support/window-screens.ts';

const windows = useWindows();
/** The clock of the tests is a script in every frame; the paper's frame runs none. */
const options = { tolerates: [/^console: Blocked script execution in '[^']*preview\/frame\.html'/], route: '#/help' };
const size = { width: 1280, height: 800 };

let shared: Awaited<ReturnType<typeof windows.openLasting>>;
beforeAll(async () => {
  shared = await windows.openLasting(options);
});
afterAll(() => shared.end());

/** A page on which nothing was done yet, in a window of its own where something is going to be. */
async function windowFor({ isShared = false }: WindowScreen): Promise<TestWindow> {
  if (!isShared) return windows.open(options);
  await shared.page.goto('about:blank');
  await shared.page.setViewportSize(size);
  return shared;
}

describe('every screen and dialog', () => {
  it.each(windowScreens)('$name can be used by everyone, fits at 200 %, and looks as approved', async (screen) => {
    const window = await windowFor(screen);
    const { page } = window;
    await screen.open(window);

    expect(await seriousProblems(page)).toEqual([]);
    await expectApprovedPicture(page, screen.name);

    // At 200 % a window of this size has half as many pixels of the page.
    await page.setViewportSize({ width: size.width / 2, height: size.height / 2 });
    // What floats above the page is put in its place a moment later.
    const overflow = () => page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
    await expect.poll(overflow, { timeout: 15_000 }).toBe(0);
  });
});
