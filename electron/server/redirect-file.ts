import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeHtml } from '../core/render/inline-html.ts';

/**
 * How the browser is sent to the window: by a file that only this user can read. An address on a command line could be
 * read by everybody on the computer, and whoever knows it has the window.
 */
function redirectFile(dataFolder: string): string {
  return join(dataFolder, 'open-window.html');
}

export async function writeRedirect(dataFolder: string, address: string): Promise<string> {
  const path = redirectFile(dataFolder);
  await rm(path, { force: true });
  await writeFile(path, redirectPage(address), { flag: 'wx', mode: 0o600 });
  return path;
}

/** Once the browser has come, and at the end. */
export async function removeRedirect(dataFolder: string): Promise<void> {
  await rm(redirectFile(dataFolder), { force: true });
}

function redirectPage(address: string): string {
  const escaped = escapeHtml(address);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${escaped}">
<title>正在打开据理</title>
</head>
<body><p><a href="${escaped}" rel="noreferrer">打开据理</a></p></body>
</html>
`;
}
