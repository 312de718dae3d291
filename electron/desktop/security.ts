import type { Session, WebContents, WebFrameMain } from 'electron';
import { isWindowOwn, isWindowPage, windowOrigin } from './addresses.ts';

/** What a page of ours may not do, whatever got into it. Everything is refused but what is named here. */

/** Chromium's own reader of PDF files, with its parts. */
const pdfReader = /^(?:chrome-extension:\/\/mhjfbmdgcfjbbpaeojofohoefgiehjai|chrome:\/\/resources)\//;
const ownContent = new RegExp(`^(?:data:|blob:${windowOrigin}/)`);
/** To put a text on the clipboard when a copy button is pressed. */
const permitted = 'clipboard-sanitized-write';
/** Refuses a certificate; nothing that needs one is ever loaded. */
const refusedCertificate = -2;

/** Nothing leaves or enters the window's session but what the program itself answers. */
export function shutSession(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeLoaded(url) }));
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === permitted && isWindowPage(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === permitted && new URL(windowOrigin).href === new URL(origin).href,
  );
  session.setDevicePermissionHandler(() => false);
  session.setCertificateVerifyProc((_request, answer) => answer(refusedCertificate));
  session.setSpellCheckerEnabled(false);
}

function mayBeLoaded(url: string): boolean {
  return isWindowOwn(url) || ownContent.test(url) || pdfReader.test(url);
}

/** Keeps a page where it is: it goes nowhere else, opens no window and takes in no other program's page. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!mayGo(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}

function mayGo(url: string, isMainFrame: boolean): boolean {
  return isMainFrame ? isWindowPage(url) : mayBeLoaded(url);
}

/** Whether a message comes from the window's own page, and not from a frame in it or another page. */
export function isFromWindow(
  { sender, senderFrame }: { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null },
  window: WebContents | undefined,
): boolean {
  return (
    window !== undefined &&
    sender === window &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    isWindowPage(senderFrame.url)
  );
}
