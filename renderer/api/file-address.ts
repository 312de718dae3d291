/** The full address of something below the window's own, which carries the token: `rpc`, `upload`. */
export function windowAddress(path: string): string {
  return new URL(path, document.baseURI).href;
}

/** Of a file the core serves, each part escaped: `fileAddress('thumbnails', `${sha256}.webp`)`. */
export function fileAddress(...parts: readonly (string | number)[]): string {
  return windowAddress(parts.map((part) => encodeURIComponent(part)).join('/'));
}
