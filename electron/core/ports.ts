/** What the program needs from its host. Each host (desktop, server) brings its own. */

/** Turns a document into a PDF. Chromium behind one interface: Playwright on the server, a hidden window on the desktop. */
export interface Printer {
  /** The URL under which the printed page may load a file of the program (a font). */
  assetUrl(path: string): string;
  /** A page ready to print. Opening starts the browser; printing again in the same session is cheap. */
  open(signal: AbortSignal): Promise<PrintSession>;
}

export interface PrintSession {
  /** Prints a whole HTML document: A4 by its own @page rules, tagged, backgrounds on. Resolves to the PDF's bytes. */
  print(html: string, signal: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Plays recordings to see what is in them: the browser's own codecs. */
export interface Media {
  /** Opens the recording at `path`. Throws UnplayableRecording where the browser has no codec for it. */
  open(path: string, signal: AbortSignal): Promise<OpenRecording>;
}

export interface OpenRecording {
  /** Seconds. */
  readonly duration: number;
  /** Pixels as displayed; unset for sound alone. */
  readonly picture: { readonly width: number; readonly height: number } | undefined;
  /**
   * What is to be seen at `seconds`, as JPEG of at most `width` pixels; `isLast` where nothing new comes after. Throws
   * UnplayableRecording for a moment that does not come up.
   */
  frame(seconds: number, width: number, signal: AbortSignal): Promise<{ jpeg: Uint8Array; isLast: boolean }>;
  close(): Promise<void>;
}

/** The browser cannot play it: the file is damaged, or in a code it does not have. */
export class UnplayableRecording extends Error {}

/**
 * Runs a program of this computer without a window, and resolves when it has ended well. Rejects when it does not start
 * or ends badly, and once `signal` aborts, when all its processes have been ended.
 */
export type RunProgram = (
  program: { readonly path: string; readonly words: readonly string[]; readonly environment: ProgramEnvironment },
  signal: AbortSignal,
) => Promise<void>;

type ProgramEnvironment = Readonly<Record<string, string | undefined>>;

/** What a host knows of the system it runs on. */
export interface System {
  readonly platform: string;
  readonly environment: ProgramEnvironment;
}

/** An office program that happens to be installed. How pages come out hangs on its version and on the fonts there. */
export interface OfficeConverter {
  /** Whether this computer has one. */
  isThere(): Promise<boolean>;
  /**
   * Sets the document at `path` in pages of its own, and resolves to the path of the PDF, which lies in `folder`: an
   * empty one for this document alone, whose owner removes it. Rejects where nothing comes of it.
   */
  toPdf(
    document: { readonly path: string; readonly extension: string },
    folder: string,
    signal: AbortSignal,
  ): Promise<string>;
}

/** The time of day, so that tests and reproducible builds can fix it. */
export interface Clock {
  now(): Date;
}

/** Progress of a job for people: `done` of `total` steps, `label` in Chinese. */
export type Progress = (step: { readonly label: string; readonly done: number; readonly total: number }) => void;

/** What a job is run with: it can be stopped, and tells how far it is. */
export interface Running {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What the host can do for a person at this computer. Each is absent where the host cannot do it. */
export interface Desk {
  readonly host: 'desktop' | 'loopback';
  /** Asks where to, and copies the file there. False when the user thought better of it. */
  saveAs?(file: { readonly path: string; readonly name: string }): Promise<boolean>;
  /** Opens a file with the program the system has for it. */
  open?(path: string): Promise<void>;
  /** Shows a file in its folder. */
  reveal?(path: string): Promise<void>;
  /** Opens a page outside Juli, after a question. `url` comes from the fixed list in core, never from a case. */
  openLink?(url: string): Promise<void>;
  /** Whether files can be dragged out of the window. */
  readonly canDragOut: boolean;
}
