import { EventEmitter } from 'node:events';
import { codec } from './codec.ts';
import { strict } from './declared-api.ts';
import { frameOf } from './frame.ts';
import { record } from './record.ts';
import type { WebContents } from './web-contents.ts';

type Handler = (event: object, ...given: unknown[]) => unknown;

const listeners = new EventEmitter();
const handlers = new Map<string, Handler>();

export const ipcMain = strict('IpcMain', {
  on: (channel: string, listener: (...given: unknown[]) => void) => void listeners.on(channel, listener),
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
});

/** One end of a channel whose other end is in a page. */
class MessagePortMain extends EventEmitter {
  readonly #sendOn: (expression: string) => Promise<void>;
  readonly #id: number;
  readonly #waiting: unknown[] = [];
  #isStarted = false;

  constructor(contents: WebContents, id: number) {
    super();
    this.#id = id;
    this.#sendOn = (expression) => contents.tell(expression);
  }

  start(): void {
    this.#isStarted = true;
    for (const data of this.#waiting.splice(0)) this.take(data);
  }

  postMessage(message: unknown): void {
    void this.#sendOn(`standIn.deliver(${this.#id}, ${JSON.stringify(codec.encode(message))})`);
  }

  close(): void {
    record('port-closed', this.#id);
    void this.#sendOn(`standIn.close(${this.#id})`);
  }

  /** Not Electron's: a message has come. */
  take(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }
}

export interface Sent {
  readonly kind: 'send' | 'invoke' | 'port-message' | 'port-close' | 'path';
  readonly id?: number;
  readonly channel?: string;
  readonly given?: readonly unknown[];
  readonly ports?: readonly number[];
  readonly port?: number;
  readonly data?: unknown;
}

/** What the preload script said. `from` is another page than the sender's own where a test tries that. */
export async function receive(
  contents: WebContents,
  sent: Sent,
  from?: { url: string; isMain: boolean },
): Promise<void> {
  const { kind, id = 0, channel = '', given = [], port = 0 } = sent;
  const arguments_ = given.map(codec.decode);
  const senderFrame = frameOf(from?.url ?? contents.getURL(), from?.isMain ?? true);
  const event = { sender: contents.face, senderFrame, frameId: 1, processId: 1 };
  if (kind === 'send') {
    const ports = (sent.ports ?? []).map((one) => {
      const end = new MessagePortMain(contents, one);
      contents.ports.set(one, end);
      return strict('MessagePortMain', end);
    });
    listeners.emit(channel, strict('IpcMainEvent', { ...event, ports }), ...arguments_);
  } else if (kind === 'port-message') {
    (contents.ports.get(port) as MessagePortMain | undefined)?.take(codec.decode(sent.data));
  } else if (kind === 'port-close') {
    contents.ports.get(port)?.emit('close');
    contents.ports.delete(port);
  } else if (kind === 'path') {
    const path = await contents.pathOf(id).catch(() => '');
    await contents.tell(`standIn.found(${id}, ${JSON.stringify(path)})`);
  } else {
    const [isKept, value] = await answerOf(channel, strict('IpcMainInvokeEvent', event), arguments_);
    await contents.tell(`standIn.settle(${id}, ${isKept}, ${JSON.stringify(isKept ? codec.encode(value) : value)})`);
  }
}

/** An invocation as if another page had made it, and what it is told. */
export function forge(
  contents: WebContents,
  channel: string,
  given: readonly unknown[],
  from: { url: string; isMain: boolean },
) {
  const senderFrame = frameOf(from.url, from.isMain);
  const event = strict('IpcMainInvokeEvent', { sender: contents.face, senderFrame, frameId: 2, processId: 2 });
  return answerOf(channel, event, given);
}

/** Forgets who listens, for another program in the same process. */
export function resetIpc(): void {
  listeners.removeAllListeners();
  handlers.clear();
}

async function answerOf(channel: string, event: object, given: readonly unknown[]): Promise<[boolean, unknown]> {
  const handler = handlers.get(channel);
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return [true, await handler(event, ...given)];
  } catch (error) {
    return [false, `Error invoking remote method '${channel}': ${String(error)}`];
  }
}
