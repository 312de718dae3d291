import { desktopPort } from './desktop-bridge.ts';

/** What one window tells the others. */
type Word<Event> =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'connection'; readonly isConnected: boolean }
  | { readonly kind: 'missed' }
  /** Somebody looks at a window: how do things stand? */
  | { readonly kind: 'look' };

export interface StreamListener<Event> {
  onEvent(event: Event): void;
  onConnection(isConnected: boolean): void;
  /** Events may have been lost: ask for everything again. */
  onMissed(): void;
}

const name = 'juli.events';
const pauseBeforeTryingAgain = 1_000;

/**
 * Follows a stream of events together with all windows of this browser. A browser opens six connections to one host,
 * over all its windows, and a stream holds one for good: so one window follows and tells the others, and when it closes
 * another does. Hidden windows go on with it; the host takes an open stream for somebody who is there.
 */
export async function followTogether<Event>(
  open: (signal: AbortSignal) => Promise<AsyncIterable<Event>>,
  listener: StreamListener<Event>,
  signal: AbortSignal,
): Promise<void> {
  // The desktop has one window, and no connections.
  if (desktopPort() !== undefined) return lead(open, listener, false, () => () => undefined, signal);
  const channel = new BroadcastChannel(name);
  const wakers = new Set<() => void>();
  let isConnected = true;
  let isLeading = false;

  channel.onmessage = ({ data }: MessageEvent<Word<Event>>) => {
    if (data.kind !== 'look') return hear(data, listener);
    if (!isLeading) return;
    channel.postMessage({ kind: 'connection', isConnected });
    for (const wake of wakers) wake();
  };
  const tell = (word: Exclude<Word<Event>, { kind: 'look' }>) => {
    if (word.kind === 'connection') isConnected = word.isConnected;
    hear(word, listener);
    channel.postMessage(word);
  };
  const told: StreamListener<Event> = {
    onEvent: (event) => tell({ kind: 'event', event }),
    onConnection: (connection) => tell({ kind: 'connection', isConnected: connection }),
    onMissed: () => tell({ kind: 'missed' }),
  };
  // A window that nobody looks at waits longer than it means to; whoever looks at another one calls it.
  const onWake = (wake: () => void) => {
    wakers.add(wake);
    return () => wakers.delete(wake);
  };
  const look = () => {
    if (document.visibilityState === 'visible') channel.postMessage({ kind: 'look' });
  };
  const leadFrom = (hasMissed: boolean) => {
    isLeading = true;
    return lead(open, told, hasMissed, onWake, signal);
  };

  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => channel.close());
  const hasLed = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await leadFrom(false);
    return lock !== null;
  });
  if (hasLed || signal.aborted) return;
  look();
  // What happened while nobody followed, between the window that closed and this one, is not known.
  await navigator.locks.request(name, { signal }, () => leadFrom(true)).catch(ignoreAbort);
}

function hear<Event>(word: Exclude<Word<Event>, { kind: 'look' }>, listener: StreamListener<Event>): void {
  if (word.kind === 'event') listener.onEvent(word.event);
  else if (word.kind === 'connection') listener.onConnection(word.isConnected);
  else listener.onMissed();
}

async function lead<Event>(
  open: (signal: AbortSignal) => Promise<AsyncIterable<Event>>,
  { onEvent, onConnection, onMissed }: StreamListener<Event>,
  hasMissedBefore: boolean,
  onWake: (wake: () => void) => () => void,
  signal: AbortSignal,
): Promise<void> {
  let hasMissed = hasMissedBefore;
  while (!signal.aborted) {
    try {
      const events = await open(signal);
      onConnection(true);
      if (hasMissed) onMissed();
      for await (const event of events) onEvent(event);
    } catch {
      if (!signal.aborted) onConnection(false);
    }
    hasMissed = true;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(goOn, pauseBeforeTryingAgain);
      const forget = onWake(goOn);
      function goOn(): void {
        clearTimeout(timer);
        forget();
        resolve();
      }
    });
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException) || error.name !== 'AbortError') throw error;
}
