import { describe, expect, it } from 'vitest';
import { seriousProblems } from '../support/accessibility.ts';
import { expectApprovedPicture } from '../support/approved-picture.ts';
import { useWindows } from '../support/window.ts';
import { windowScreens } from '../support/window-screens.ts';

const windows = useWindows();
/** The clock of the tests is a script in every frame; the paper's frame runs none. */
const tolerates = [/^console: Blocked script execution in '[^']*preview\/frame\.html'/];

describe('every screen and dialog', () => {
  it.each(windowScreens)('$name can be used by everyone, fits at 200 %, and looks as approved', async (screen) => {
    const window = await windows.open({ tolerates, route: '#/help' });
    const { page } = window;
    await screen.open(window);

    expect(await seriousProblems(page)).toEqual([]);
    await expectApprovedPicture(page, screen.name);

    // At 200 % a window of this size has half as many pixels of the page.
    await page.setViewportSize({ width: 640, height: 400 });
    // What floats above the page is put in its place a moment later.
    const overflow = () => page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
    await expect.poll(overflow, { timeout: 15_000 }).toBe(0);
  });
});
