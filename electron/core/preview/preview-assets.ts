import type { ServedFile } from '../files/files.ts';
import { readScreenFonts } from '../render/screen-fonts.ts';
import { previewFrame, previewFramePolicy } from './preview-frame.ts';

/**
 * What the preview frame is made of: `preview/frame.html` and `preview/fonts/<file>`; undefined for anything else.
 * `styles` are those of the templates; a query after the address makes a window ask for them again.
 */
export async function previewAsset(address: string, styles: () => Promise<string>): Promise<ServedFile | undefined> {
  const [path = ''] = address.split('?');
  if (path === 'preview/frame.html') {
    const { rules } = await readScreenFonts();
    return {
      content: { kind: 'bytes', bytes: new TextEncoder().encode(previewFrame(rules, await styles())) },
      mime: 'text/html; charset=utf-8',
      isImmutable: false,
      contentSecurityPolicy: previewFramePolicy,
    };
  }
  const name = /^preview\/fonts\/([a-z0-9-]+\.woff2)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const file = (await readScreenFonts()).files.get(name);
  return file === undefined
    ? undefined
    : { content: { kind: 'path', path: file }, mime: 'font/woff2', isImmutable: true };
}
