/** A timer that tests can turn by hand. */
export interface Timer {
  /** Runs `then` once after so many milliseconds; returns how to call it off. */
  after(milliseconds: number, then: () => void): () => void;
}

export const systemTimer: Timer = {
  after(milliseconds, then) {
    const timeout = setTimeout(then, milliseconds);
    timeout.unref();
    return () => clearTimeout(timeout);
  },
};

export interface IdleWatch {
  /** Something goes on, a request or a stream; returns how to say that it ended. */
  begin(): () => void;
  stop(): void;
}

/**
 * Tells when nobody has been there for so long: no window with an open stream, no request. What still works, such as a
 * packet being printed after its window was closed, is waited for.
 */
export function watchIdle(
  milliseconds: number,
  { timer, isWorking, onIdle }: { readonly timer: Timer; isWorking(): boolean; onIdle(): void },
): IdleWatch {
  let going = 0;
  let callOff: (() => void) | undefined;

  function wait(): void {
    callOff = timer.after(milliseconds, () => (isWorking() ? wait() : onIdle()));
  }

  wait();
  return {
    begin() {
      callOff?.();
      callOff = undefined;
      going += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        going -= 1;
        if (going === 0) wait();
      };
    },
    stop() {
      callOff?.();
      going = Number.POSITIVE_INFINITY;
    },
  };
}
