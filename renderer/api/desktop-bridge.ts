/** What the desktop's preload script gives the window; absent in a browser. */
interface DesktopPort {
  /** Asks for the port that carries the RPC. It comes as a message, since no port passes through a context bridge. */
  connect(): void;
}

interface DesktopFiles {
  /** A one-use ticket for a file that was chosen or dropped; its bytes stay where they are. Answers as an upload does. */
  admit(file: File, relativePath: string): Promise<unknown>;
  /** Drags a result of a job out of the window; to be called when its drag starts. */
  dragOut(job: string, index: number): void;
}

declare global {
  interface Window {
    readonly juliPort?: DesktopPort;
    readonly juliFiles?: DesktopFiles;
  }
}

const portMessage = 'juli-port';

export function desktopPort(): DesktopPort | undefined {
  return window.juliPort;
}

export function desktopFiles(): DesktopFiles | undefined {
  return window.juliFiles;
}

/** The port the preload script answers with. */
export function connectDesktop(desktop: DesktopPort): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = ({ source, data, ports: [port] }: MessageEvent) => {
      if (source !== window || data !== portMessage || port === undefined) return;
      window.removeEventListener('message', take);
      resolve(port);
    };
    window.addEventListener('message', take);
    desktop.connect();
  });
}
