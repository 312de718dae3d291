/**
 * Plain Chromium does not know schemes of a program's own. `app://juli/x` is `https://juli.app.invalid/x` to it: an
 * origin of its own and a secure one, as Electron makes of a scheme that is registered as standard and secure.
 */

export interface SchemePrivileges {
  readonly standard?: boolean;
  readonly secure?: boolean;
  readonly supportFetchAPI?: boolean;
}

export const schemes = new Map<string, SchemePrivileges>();

export function toChromium(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9-]*):\/\/([^/]+)(.*)$/.exec(url) ?? [];
  const privileges = schemes.get(scheme);
  if (privileges === undefined) return url;
  if (privileges.standard !== true || privileges.secure !== true) {
    throw new Error(`${scheme}: without standard and secure, a page of it has no origin and few abilities`);
  }
  return `https://${host}.${scheme}.invalid${rest}`;
}

export function fromChromium(url: string): string {
  const [, host = '', scheme = '', rest = ''] = /^https:\/\/(.+)\.([a-z][a-z0-9-]*)\.invalid(.*)$/.exec(url) ?? [];
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

export function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':'));
}

/** A page with the addresses of a scheme as Chromium knows them; in a policy, a scheme can stand alone. */
export function withChromiumAddresses(text: string, scheme: string): string {
  return text
    .replaceAll(new RegExp(`\\b${scheme}://[a-z0-9.-]+`, 'g'), toChromium)
    .replaceAll(new RegExp(`(-src )${scheme}:(?=[; ])`, 'g'), '$1https:');
}
