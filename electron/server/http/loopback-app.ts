import type { HttpBindings } from '@hono/node-server';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/fetch';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { errorTable } from '../../contract/errors.ts';
import type { Files } from '../../core/files/files.ts';
import { createWindowAnswers, fixedHeaders } from '../../core/files/window-answers.ts';
import type { WindowFiles } from '../../core/files/window-files.ts';
import { shownError } from '../../core/shown-error.ts';
import { answerKnock, type Door } from './gate.ts';
import { takeUpload, type UploadLimits } from './take-upload.ts';

export interface LoopbackParts {
  /** Known once the server listens. */
  door(): Door;
  /** Told of each request that was let in, with what is done about it. */
  entered(response: HttpBindings['outgoing'], work: Promise<void>): void;
  /** Told when a browser gets the start page. */
  arrived(): void;
  readonly router: AnyRouter;
  readonly files: Files;
  readonly window: WindowFiles;
  /** Where uploads lie until they are taken in. */
  uploadFolder(): Promise<string>;
  readonly uploadLimits: UploadLimits;
  /** Bytes of one question to the router. */
  readonly questionSize: number;
}

interface Environment {
  Bindings: HttpBindings;
}

/** An answer that is no page. */
const closedHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** The loopback host as a function from request to response: the gate first, then window, questions, uploads, files. */
export function createLoopbackApp(parts: LoopbackParts): Hono<Environment> {
  // Routes stand below the token, which is the gate's business.
  const app = new Hono<Environment>({ getPath: (request) => `/${belowToken(request.url)}` });
  const handler = new RPCHandler(parts.router);
  const answers = createWindowAnswers(parts.window, parts.files);

  app.use(async (context, next) => {
    await next();
    const isOpen = context.res.headers.has('content-security-policy');
    for (const [name, value] of Object.entries({ ...fixedHeaders, ...(isOpen ? {} : closedHeaders) })) {
      context.res.headers.set(name, value);
    }
  });
  app.use(async ({ env: { incoming, outgoing }, body }, next) => {
    const { method = '', url = '', headers } = incoming;
    const answer = answerKnock({ method, target: url, headers }, parts.door());
    if (answer.kind === 'away') return body(null, answer.status);
    const work = next();
    parts.entered(outgoing, work);
    await work;
    return;
  });
  app.onError((cause, context) => {
    const error = shownError(cause);
    return context.json(error, errorTable[error.code].http as ContentfulStatusCode);
  });

  const question = bodyLimit({ maxSize: parts.questionSize, onError: ({ body }) => body(null, 413) });
  app.post('/rpc/*', question, async ({ req, body }) => {
    if (!isJson(req.header('content-type'))) return body(null, 415);
    const { response } = await handler.handle(req.raw, { prefix: `/${parts.door().token}/rpc` });
    return response ?? body(null, 404);
  });
  app.post('/upload', async ({ env, json, body }) => {
    const upload = await takeUpload(env.incoming, await parts.uploadFolder(), parts.uploadLimits);
    if (upload.kind === 'refused') return body(null, upload.status);
    return json({ ticket: parts.files.admit(upload.file) });
  });
  app.on(['GET', 'HEAD'], '/', () => {
    parts.arrived();
    return answers.page();
  });
  app.on(['GET', 'HEAD'], '/*', async ({ req, body }) => {
    return (await answers.file(belowToken(req.url), req.method, req.header('range'))) ?? body(null, 404);
  });
  app.all('*', ({ body }) => body(null, 405));
  return app;
}

/** The path after its first segment, still percent-encoded. */
function belowToken(url: string): string {
  const { pathname } = new URL(url);
  return pathname.split('/').slice(2).join('/');
}

/** A question is JSON or has no content; forms, which any page can send, are not read. */
function isJson(contentType: string | undefined): boolean {
  return contentType === undefined || /^application\/json\b/i.test(contentType);
}
