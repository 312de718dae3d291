import { protocol, type Session } from 'electron';
import { fixedHeaders, type WindowAnswers } from '../core/files/window-answers.ts';
import { printScheme, windowAddress, windowOrigin, windowScheme } from './addresses.ts';

/** To be called once, before the program is ready. Both schemes have origins, as pages of the web have. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: windowScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    { scheme: printScheme, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** Gives the window its page, its parts and the files of its cases; other hosts and paths that lead out get nothing. */
export function serveWindow(session: Session, answers: WindowAnswers): void {
  session.protocol.handle(windowScheme, async (request) => {
    const answer = await answerRequest(request, answers);
    for (const [name, value] of Object.entries(fixedHeaders)) answer.headers.set(name, value);
    return answer;
  });
}

async function answerRequest({ url, method, headers }: Request, answers: WindowAnswers): Promise<Response> {
  if (!url.startsWith(windowAddress)) return new Response(null, { status: 421 });
  if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405 });
  const [path = ''] = url.slice(windowOrigin.length + 1).split(/[?#]/, 1);
  if (path === '') return answers.page();
  const answer = await answers.file(path, method, headers.get('range') ?? undefined);
  return answer ?? new Response(null, { status: 404 });
}
