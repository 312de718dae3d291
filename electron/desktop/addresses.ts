/** Where the window and what is printed live. No other address is ever loaded. */

export const windowScheme = 'app';
export const windowOrigin = `${windowScheme}://juli`;
export const windowAddress = `${windowOrigin}/`;

export const printScheme = 'juli-print';
export const printOrigin = `${printScheme}://juli`;

/** The window's page, whatever its route is. */
export function isWindowPage(url: string): boolean {
  return url.split('#', 1)[0] === windowAddress;
}

/** Anything of the window's own origin: its page and what its frames show. */
export function isWindowOwn(url: string): boolean {
  return url.startsWith(windowAddress);
}
