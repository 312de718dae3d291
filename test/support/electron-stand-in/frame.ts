import { strict } from './declared-api.ts';

export function frameOf(url: string, isMain: boolean): object {
  return strict('WebFrameMain', { url, parent: isMain ? null : {}, origin: url.split('/').slice(0, 3).join('/') });
}
