import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { createRouter } from '../../electron/core/router.ts';
import { startLoopback } from '../../electron/server/http/serve.ts';
import { type ApiClient, runApiCases } from '../support/api-cases.ts';

runApiCases('over HTTP', async (workspace) => {
  const folder = await mkdtemp(join(tmpdir(), 'juli-http-'));
  await mkdir(join(folder, 'window'));
  await writeFile(join(folder, 'window/index.html'), '<!doctype html>');
  const host = await startLoopback({
    workspace,
    router: createRouter(workspace),
    windowFolder: join(folder, 'window'),
    uploadsBelow: join(folder, 'uploads'),
  });
  const { origin } = new URL(host.address);
  const client: ApiClient = createORPCClient(new RPCLink({ url: `${host.address}rpc`, headers: { origin } }));
  return {
    client,
    async close() {
      await host.close();
      await rm(folder, { recursive: true });
    },
  };
});
