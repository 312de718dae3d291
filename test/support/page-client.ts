import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Page } from 'playwright-core';
import type { ApiClient } from './api-cases.ts';

/** Run in the window: asks for a port of its own, as the window itself does, and hands on what comes over it. */
const relay = `() => new Promise((resolve) => {
  const take = ({ data, ports: [port] }) => {
    if (data !== 'juli-port' || port === undefined) return;
    window.removeEventListener('message', take);
    window.relayed ??= [];
    const id = window.relayed.push(port) - 1;
    port.onmessage = ({ data }) => fromProgram(id, data);
    resolve(id);
  };
  window.addEventListener('message', take);
  juliPort.connect();
})`;

/** Lets clients be opened through the page; once for a page. */
export async function openRelay(page: Page): Promise<() => Promise<ApiClient>> {
  const told = new Map<number, (event: { data: unknown }) => void>();
  await page.exposeFunction('fromProgram', (id: number, data: unknown) => told.get(id)?.({ data }));
  return async () => {
    const id = await page.evaluate<number>(`(${relay})()`);
    const port = {
      addEventListener(event: string, listener: (event: { data: unknown }) => void) {
        if (event === 'message') told.set(id, listener);
      },
      postMessage(data: string) {
        void page.evaluate(`relayed[${id}].postMessage(${JSON.stringify(data)})`).catch(() => undefined);
      },
    };
    return createORPCClient(new RPCLink({ port }));
  };
}
