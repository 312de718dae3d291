import { setTimeout } from 'node:timers/promises';
import { type OpenRecording, UnplayableRecording } from '../../ports.ts';

/** Evaluates an expression in a page of the host's Chromium, from outside, and resolves to its value. */
export type Evaluate = (expression: string) => Promise<unknown>;

/** A file that takes longer to open, or a moment longer to come up, is taken for one that cannot be played. */
const openingLimitMs = 20_000;
const frameLimitMs = 10_000;
const pollMs = 5;
/** Later than any recording ends; the browser goes to its end, and then knows how long it is. */
const pastTheEnd = 1e9;
const jpegQuality = 0.88;

/**
 * Plays the recording at `url`, absolute or as the page would name it, in a page that runs no scripts of its own: what it is to do is told from outside, and how
 * far it is asked for. The page must count the recording as of its own origin, or it may not look at the picture.
 * Throws UnplayableRecording.
 */
export async function playInPage(
  evaluate: Evaluate,
  url: string,
  signal: AbortSignal,
): Promise<Omit<OpenRecording, 'close'>> {
  const until = async (condition: string, limitMs: number, stop: AbortSignal): Promise<void> => {
    const end = performance.now() + limitMs;
    for (;;) {
      stop.throwIfAborted();
      const state = await evaluate(`player.error === null ? (${condition}) : String(player.error.message)`);
      if (state === true) return;
      if (typeof state === 'string') throw new UnplayableRecording(state);
      if (performance.now() > end) throw new UnplayableRecording(`${condition}: not within ${limitMs} ms`);
      await setTimeout(pollMs);
    }
  };

  await evaluate(
    `void (globalThis.player = document.createElement('video'), player.muted = true, player.preload = 'auto',
      player.src = ${JSON.stringify(url)}, document.body.append(player))`,
  );
  await until('player.readyState >= HTMLMediaElement.HAVE_METADATA', openingLimitMs, signal);
  // A recording that was written as it was made (by a browser, for one) does not say how long it is.
  if ((await evaluate('Number.isFinite(player.duration)')) !== true) {
    await evaluate(`void (player.currentTime = ${pastTheEnd})`);
    await until('Number.isFinite(player.duration) && !player.seeking', openingLimitMs, signal);
  }
  const [duration = 0, width = 0, height = 0] = (await evaluate(
    '[player.duration, player.videoWidth, player.videoHeight]',
  )) as number[];
  return {
    duration,
    picture: width > 0 && height > 0 ? { width, height } : undefined,
    async frame(seconds, mostWide, stop) {
      const scale = Math.min(1, mostWide / width);
      await evaluate(`void (player.currentTime = ${Math.min(Math.max(0, seconds), duration)})`);
      await until('!player.seeking && player.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA', frameLimitMs, stop);
      const [data, isLast] = (await evaluate(`(() => {
        const canvas = document.createElement('canvas');
        canvas.width = ${Math.max(1, Math.round(width * scale))};
        canvas.height = ${Math.max(1, Math.round(height * scale))};
        const context = canvas.getContext('2d');
        context.imageSmoothingQuality = 'high';
        context.drawImage(player, 0, 0, canvas.width, canvas.height);
        return [canvas.toDataURL('image/jpeg', ${jpegQuality}), player.ended];
      })()`)) as [string, boolean];
      return { jpeg: Buffer.from(data.slice('data:image/jpeg;base64,'.length), 'base64'), isLast };
    },
  };
}
