import { join } from 'node:path';

/** Where the small picture of an original is or would be, in the data folder. */
export function thumbnailPath(dataFolder: string, sha256: string): string {
  return join(dataFolder, 'thumbnails', sha256.slice(0, 2), `${sha256}.webp`);
}
