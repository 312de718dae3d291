const lockOf = (page: string) => `juli.page/${page}`;

/** Held by a page as long as it lives, however it ends. Resolves once it is held. */
export function holdPageLock(page: string): Promise<void> {
  return new Promise((held) => {
    void navigator.locks.request(lockOf(page), () => {
      held();
      return new Promise<never>(() => {
        // Never settled: the lock goes with the page.
      });
    });
  });
}

/** Resolves when that page is gone: at once, or whenever it closes. */
export async function whenPageIsGone(page: string): Promise<void> {
  await navigator.locks.request(lockOf(page), () => undefined);
}
