import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What the gate looks at before anything else of a request is read. */
export interface Knock {
  readonly method: string;
  /** The request target as it was sent, still percent-encoded. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Door {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly token: string;
}

/** Let in with the address below the token, without leading slash; or sent away with a status and no word. */
export type Answer =
  | { readonly kind: 'in'; readonly address: string }
  | { readonly kind: 'away'; readonly status: 403 | 404 | 421 };

/**
 * Who may speak to the loopback host. Any page the user has open can send requests to 127.0.0.1, and a name whose DNS
 * entry changes can make it read the answers; so the name must be exact, the token known, and the asking page ours.
 */
export function answerKnock({ method, target, headers }: Knock, { host, token }: Door): Answer {
  if (headers.host !== host) return { kind: 'away', status: 421 };
  const address = addressBelow(target, token);
  if (address === undefined) return { kind: 'away', status: 404 };
  return isForeign(method, address, headers, `http://${host}`)
    ? { kind: 'away', status: 403 }
    : { kind: 'in', address };
}

/**
 * The part of a target after `/<token>/`, without its query; undefined for any other token, and for a target that
 * reading it as a URL would change (`..`, backslashes), so that gate and routes always speak of the same address.
 */
function addressBelow(target: string, token: string): string | undefined {
  const [path = ''] = target.split('?');
  const [root, given = '', ...rest] = path.split('/');
  if (root !== '' || rest.length === 0 || !isSameText(given, token)) return undefined;
  if (!URL.canParse(target, 'http://x') || new URL(target, 'http://x').pathname !== path) return undefined;
  return rest.join('/');
}

/** Takes as long for any text, so that a token cannot be found letter by letter. */
function isSameText(first: string, second: string): boolean {
  const [one, other] = [first, second].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function isForeign(method: string, address: string, headers: IncomingHttpHeaders, ownOrigin: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (method !== 'GET' && method !== 'HEAD') return origin !== ownOrigin || isForeignSite(site);
  if (origin !== undefined && origin !== ownOrigin) return true;
  return isForeignSite(site) && !isArrival(address, headers);
}

/** Another port of 127.0.0.1 is the “same site”, and as foreign as any. Older browsers do not send the header. */
function isForeignSite(site: string | string[] | undefined): boolean {
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** A tab that is sent to the start page, as the file does with which the program opens the browser. */
function isArrival(address: string, headers: IncomingHttpHeaders): boolean {
  return address === '' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}
