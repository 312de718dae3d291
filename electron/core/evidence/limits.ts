import { type EvidenceLimits, largestFiles } from '../../contract/evidence-limits.ts';
import type { FileFamily } from './file-family.ts';

const megabyte = 1024 ** 2;
const canBeRaised = '窗口里的案件可在“设置”的“收录上限”里调高';

/** Why a file is too large, or undefined. In Chinese, without its full stop, like all reasons below. */
export function sizeProblem(bytes: number, family: FileFamily, limits: EvidenceLimits): string | undefined {
  const isRecording = family === 'recording';
  const most = isRecording ? limits.recordingBytes : limits.bytes;
  if (bytes <= most) return undefined;
  const name = isRecording ? '单个录音录像' : '单个文件';
  if (bytes <= (isRecording ? largestFiles.recordingBytes : largestFiles.bytes)) {
    return `文件 ${sizeWords(bytes)}，超过设置的${name}上限 ${sizeWords(most)}，${canBeRaised}`;
  }
  const advice = isRecording ? '请先截取要用的那一段，原文件另行保管' : '请拆成几个文件，或者另行保管';
  return `文件 ${sizeWords(bytes)}，据理收不下这么大的${isRecording ? '录音录像' : '文件'}（最多 ${isRecording ? 4 : 2} GB），${advice}`;
}

export function pagesProblem(pages: number, limits: EvidenceLimits): string | undefined {
  if (pages <= limits.pages) return undefined;
  return `文件有 ${pages} 页，超过设置的单个文件上限 ${limits.pages} 页，${canBeRaised}`;
}

export function pixelsProblem(width: number, height: number, limits: EvidenceLimits): string | undefined {
  if (width * height <= limits.pixels) return undefined;
  return `图片 ${width}×${height} 像素，超过设置的单张图片上限 ${limits.pixels / 10_000} 万像素，${canBeRaised}`;
}

/** `whose` is 压缩包 or 邮件. */
export function entriesProblem(entries: number, whose: string, limits: EvidenceLimits): string | undefined {
  if (entries <= limits.entries) return undefined;
  return `${whose}里有 ${entries} 个文件，超过设置的上限 ${limits.entries} 个，${canBeRaised}`;
}

/** `812 MB`, `4.0 GB`, with the units in which limits are set. */
function sizeWords(bytes: number): string {
  if (bytes >= 1024 ** 3) return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
  return bytes >= megabyte ? `${Math.ceil(bytes / megabyte)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}
