/**
 * The Content-Security-Policy of Juli's own window, the same in every host: nothing but what the program brings, no
 * connection but to its own host. antd writes its styles at run time, for which each page has a nonce of its own.
 */
export function windowPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What stands in the built page where its nonce belongs. */
export const noncePlaceholder = '__NONCE__';
