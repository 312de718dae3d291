import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { createRouter } from '../../electron/core/router.ts';
import { type ApiClient, runApiCases } from '../support/api-cases.ts';

/** As between the desktop's main process and its window, with Node's own ports for Electron's. */
runApiCases('over a MessagePort', async (workspace) => {
  const { port1: near, port2: far } = new MessageChannel();
  new RPCHandler(createRouter(workspace)).upgrade(far);
  far.start();
  near.start();
  const client: ApiClient = createORPCClient(new RPCLink({ port: near }));
  return {
    client,
    async close() {
      near.close();
      far.close();
    },
  };
});
