/** Why a file of a kind that cannot be put on paper yet gets a page with its name instead. In Chinese. */
export function unprintedKind(mime: string | undefined): string {
  return `暂不支持${wordFor(mime)}，目前可以收录 PNG、JPEG 图片和 PDF`;
}

function wordFor(mime: string | undefined): string {
  if (mime === 'image/heic' || mime === 'image/heif') return ' HEIC 格式的照片';
  if (mime?.startsWith('image/')) return `这种格式的图片（${mime.slice('image/'.length).toUpperCase()}）`;
  if (mime?.startsWith('video/')) return '录像';
  return mime?.startsWith('audio/') ? '录音' : '这种文件';
}
