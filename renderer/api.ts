import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../electron/contract/rpc/contract.ts';
import { connectDesktop, desktopPort } from './api/desktop-bridge.ts';
import { windowAddress } from './api/file-address.ts';

/** What the window asks of the core: over HTTP where it is a page on loopback, over a MessagePort on the desktop. */

type Link = ClientLink<ClientContext>;

async function openLink(): Promise<Link> {
  const desktop = desktopPort();
  if (desktop === undefined) return new FetchLink({ url: windowAddress('rpc') });
  const port = await connectDesktop(desktop);
  port.start();
  return new PortLink({ port });
}

function createLink(): Link {
  let opened: Promise<Link> | undefined;
  return {
    async call(path, input, options) {
      opened ??= openLink();
      return (await opened).call(path, input, options);
    },
  };
}

/** To ask directly: `client.cases.create(answers)`. */
export const client: ContractRouterClient<Contract> = createORPCClient(createLink());

/** For react-query: `useQuery(api.cases.get.queryOptions({ input: { id } }))`. */
export const api = createTanstackQueryUtils(client);
