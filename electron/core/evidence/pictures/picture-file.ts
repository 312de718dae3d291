import { join } from 'node:path';
import type { EvidenceLimits } from '../../../contract/evidence-limits.ts';
import { pixelsProblem } from '../limits.ts';
import { UnusableFile } from '../unusable-file.ts';

/** A picture taken from disk: its bytes once, and what identifies them. */
export interface PictureFile {
  readonly bytes: Buffer;
  readonly path: string;
  readonly sha256: string;
  readonly modifiedMs: number;
}

/** Where copies of pictures go, and what is too much. */
export interface PictureRoom {
  readonly workFolder: string;
  readonly limits: EvidenceLimits;
}

/** Where the copies of a file go: under the hash of its bytes. */
export function copiesOf(workFolder: string, { sha256 }: { readonly sha256: string }): string {
  return join(workFolder, sha256);
}

/** Throws UnusableFile for a picture of no pixels or of too many. */
export function checkPixels(width: number, height: number, limits: EvidenceLimits): void {
  if (width === 0 || height === 0) throw new UnusableFile(`图片没有像素${fetchAgain}`);
  const problem = pixelsProblem(width, height, limits);
  if (problem !== undefined) throw new UnusableFile(problem);
}

/** Seconds after which a picture that is still being decoded is given up. */
export const decodingSeconds = 60;

/** What to do about a damaged picture: whoever sent it, or the device it was made with, most often still has it whole. */
export const fetchAgain = '，请从原来的手机、聊天或邮件里再取一份完好的，重新添加';

/** For `catch`: what could not be decoded is unusable. */
export function notDecodable(kind: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof UnusableFile) throw cause;
    const isRare = kind === 'HEIC' || kind === 'AVIF';
    const advice = isRare ? '，或编码方式不受支持，请另存为 JPEG 后重新添加' : fetchAgain;
    throw new UnusableFile(`${kind} 图片已损坏或不完整，无法读出${advice}`, { cause });
  };
}
