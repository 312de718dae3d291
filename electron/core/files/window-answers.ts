import { randomBytes } from 'node:crypto';
import { windowPolicy } from '../../contract/window-policy.ts';
import type { Files } from './files.ts';
import { sendFile } from './send-file.ts';
import type { WindowAsset, WindowFiles } from './window-files.ts';

/** What a window fetches from its host by address, the same in every host: its page, its parts, files of the workspace. */
export interface WindowAnswers {
  /** The start page, with a nonce of its own each time. */
  page(): Promise<Response>;
  /** What is at an address below the window's own, still percent-encoded; undefined where nothing is. */
  file(encodedAddress: string, method: string, range: string | undefined): Promise<Response | undefined>;
}

/** What every answer carries. There is no header that lets another origin in, and no cookie. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
};

export function createWindowAnswers(window: WindowFiles, files: Pick<Files, 'open'>): WindowAnswers {
  return {
    async page() {
      const nonce = randomBytes(16).toString('base64');
      return new Response(await window.page(nonce), {
        headers: {
          'content-type': 'text/html; charset=UTF-8',
          'content-security-policy': windowPolicy(nonce),
          'x-frame-options': 'DENY',
          'cache-control': 'no-store',
        },
      });
    },
    async file(encodedAddress, method, range) {
      const address = decodedAddress(encodedAddress);
      if (address === undefined) return;
      const asset = await window.asset(address);
      if (asset !== undefined) return assetResponse(asset);
      const file = await files.open(address);
      return file === undefined ? undefined : sendFile(file, method, range);
    },
  };
}

/** Each segment decoded; undefined for one that would not stay a single, plain segment. */
function decodedAddress(encoded: string): string | undefined {
  try {
    const segments = encoded.split('/').map(decodeURIComponent);
    const isPlain = segments.every((segment) => !/^\.{0,2}$|[/\\\0]/.test(segment));
    return isPlain ? segments.join('/') : undefined;
  } catch {
    return undefined;
  }
}

function assetResponse({ bytes, mime, isImmutable }: WindowAsset): Response {
  return new Response(bytes, {
    headers: {
      'content-type': mime,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'cache-control': isImmutable ? 'private, max-age=31536000, immutable' : 'no-store',
    },
  });
}
