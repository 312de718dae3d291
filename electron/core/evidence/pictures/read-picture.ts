import type { Picture, SourceContent, SourcePage } from '../evidence-source.ts';
import type { EvidenceTools } from '../evidence-tools.ts';
import { pixelsProblem } from '../limits.ts';
import { unprintedKind } from '../unprinted-kind.ts';
import { UnusableFile } from '../unusable-file.ts';
import { pagesOfPicture } from './long-picture.ts';
import { copiesOf, type PictureFile } from './picture-file.ts';
import type { PictureWorkers } from './picture-workers.ts';

/** Reads pictures of every kind. What it needs for a kind is loaded with the first file of it. */
export interface PictureReader {
  /** Throws UnusableFile. */
  read(file: PictureFile, mime: string | undefined, signal: AbortSignal): Promise<SourceContent>;
  close(): Promise<void>;
}

/** The pictures of a file, and how they came to be as they are. */
interface Pictures {
  readonly pictures: readonly Picture[];
  readonly remarks: readonly string[];
}

/** A photo of 60 million pixels takes 600 MB while it is decoded outside of the image library. */
const mostDecodedPixels = 60_000_000;

export function createPictureReader({
  workFolder,
  limits,
}: Pick<EvidenceTools, 'workFolder' | 'limits'>): PictureReader {
  let starting: Promise<PictureWorkers> | undefined;
  const workers = () => {
    starting ??= import('./picture-workers.ts').then(({ createPictureWorkers }) => createPictureWorkers());
    return starting;
  };

  async function read(file: PictureFile, mime: string | undefined, signal: AbortSignal): Promise<Pictures> {
    const room = { workFolder, limits: limits() };
    const only = ({ picture, remarks }: { picture: Picture; remarks: string[] }) => ({ pictures: [picture], remarks });
    switch (mime) {
      case 'image/png':
      case 'image/apng':
        return only(await (await import('./read-png.ts')).readPng(file, room));
      case 'image/jpeg':
        return only(await (await import('./read-jpeg.ts')).readJpeg(file, room));
      case 'image/webp':
      case 'image/gif':
      case 'image/avif':
      case 'image/tiff':
        return (await import('./read-other-picture.ts')).readOtherPicture(file, mime, room);
      case 'image/bmp':
        return decode(file, 'BMP', signal);
      case 'image/heic':
      case 'image/heif':
      case 'image/heic-sequence':
      case 'image/heif-sequence':
        return holdsAv1(file)
          ? (await import('./read-other-picture.ts')).readOtherPicture(file, 'image/avif', room)
          : decode(file, 'HEIC', signal);
      default:
        throw new UnusableFile(unprintedKind(mime));
    }
  }

  async function decode(file: PictureFile, kind: 'BMP' | 'HEIC', signal: AbortSignal): Promise<Pictures> {
    const pixels = Math.min(limits().pixels, mostDecodedPixels);
    const task = { kind, source: file.path, target: copiesOf(workFolder, file), pixels };
    const outcome = await (await workers()).decode(task, signal);
    if (outcome.kind === 'too-large') {
      const { width, height } = outcome;
      const problem = pixelsProblem(width, height, limits());
      throw new UnusableFile(
        problem ?? `${kind} 图片 ${width}×${height} 像素，这种格式最多收录 ${pixels / 10_000} 万像素`,
      );
    }
    const { pictures } = outcome;
    const remark = kind === 'BMP' ? '由 BMP 转换为 PNG，像素不变' : '由 HEIC 转换为 JPEG（质量 95），尺寸和颜色不变';
    return { pictures, remarks: [remark] };
  }

  return {
    async read(file, mime, signal) {
      const { pictures, remarks } = await read(file, mime, signal);
      const pages: SourcePage[] = [];
      for (const [index, picture] of pictures.entries()) {
        const own = await pagesOfPicture(picture, async (task) => (await workers()).cut(task, signal));
        pages.push(...(pictures.length === 1 ? own : own.map((page) => counted(page, index + 1, pictures.length))));
      }
      return { kind: 'pages', pages, remarks };
    },
    close: async () => {
      await (await starting)?.close();
    },
  };
}

/** Some phones write AVIF under the general name of HEIF; the coding of an item is named in the first boxes. */
function holdsAv1({ bytes }: PictureFile): boolean {
  const head = bytes.subarray(0, 4_096);
  return head.includes('av01') && !head.includes('hvc1');
}

/** Pages of a file with several pictures say which of them they show. */
function counted(page: SourcePage, number: number, count: number): SourcePage {
  const mark = `第${number}幅/共${count}幅`;
  return { ...page, mark: page.mark === undefined ? mark : `${mark} ${page.mark}` };
}
