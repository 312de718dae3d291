import { followPaper } from './follow-paper.ts';

/** What is done to the document of a preview frame, which runs no script of its own. */

/** CSS pixels: a sheet of A4 with a little air. */
const sheetWidth = 800;
const greatestZoom = 1.3;

/**
 * Puts a paper into the frame in place of the one before; only what changed is put there anew. The focus stays on the
 * paragraph it was on.
 */
export function showPaper(frame: Document, html: string, isEditable: boolean): void {
  const focused = frame.activeElement?.closest('[data-at]')?.getAttribute('data-at') ?? undefined;
  const paper = frame.createElement('template');
  paper.innerHTML = html;
  if (isEditable) makeEditable(paper.content);
  followPaper(frame.body, paper.content);
  // A style sheet that comes with the paper stands in place of the one that is in use.
  const isOwnStyle = frame.body.querySelector(':scope > style') !== null;
  for (const sheet of frame.querySelectorAll<HTMLStyleElement>('#template-styles')) sheet.disabled = isOwnStyle;
  if (focused !== undefined) paragraphAt(frame, focused)?.focus({ preventScroll: true });
}

/** Makes the paragraphs that may be edited buttons for keyboard and screen reader. */
function makeEditable(paper: ParentNode): void {
  for (const paragraph of paper.querySelectorAll<HTMLElement>('[data-at]')) {
    paragraph.tabIndex = 0;
    paragraph.setAttribute('role', 'button');
    paragraph.setAttribute('aria-label', `修改这一段：${(paragraph.textContent ?? '').slice(0, 60)}`);
  }
}

export function markChosen(frame: Document, at: string | undefined): void {
  for (const chosen of frame.querySelectorAll('[data-chosen]')) chosen.removeAttribute('data-chosen');
  if (at !== undefined) paragraphAt(frame, at)?.setAttribute('data-chosen', '');
}

export function paragraphAt(frame: Document, at: string): HTMLElement | null {
  return frame.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
}

/** Fits the sheet to the width there is; tells the height it takes then, in CSS pixels of the window. */
export function fitSheet(frame: Document, width: number): number {
  const zoom = Math.min(width / sheetWidth, greatestZoom);
  frame.documentElement.style.zoom = String(zoom);
  return Math.ceil(frame.body.getBoundingClientRect().height) + 2;
}

/** Keys with Ctrl or Cmd belong to the window around the frame. */
export function passShortcut(event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey && !event.altKey) return;
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  const copy = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, cancelable: true });
  if (!window.dispatchEvent(copy)) event.preventDefault();
}
