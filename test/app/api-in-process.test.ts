import { createRouterClient } from '@orpc/server';
import { createRouter } from '../../electron/core/router.ts';
import { runApiCases } from '../support/api-cases.ts';

runApiCases('in process', async (workspace) => ({
  client: createRouterClient(createRouter(workspace)),
  close: () => Promise.resolve(),
}));
