import './paper-sheet.css';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { windowAddress } from '../api/file-address.ts';
import { fitSheet, markChosen, paragraphAt, passShortcut, showPaper } from './sheet-frame.ts';

interface PaperSheetProps {
  /** Read out for the frame: 平台退款申请书的预览. */
  readonly title: string;
  /** As `papers.preview` gives it. */
  readonly html: string;
  /** The paragraph that is being edited. */
  readonly chosenAt?: string | undefined;
  /** A paragraph was clicked, or chosen with Enter. Without it nothing in the paper can be chosen. */
  readonly onParagraph?: ((at: string) => void) | undefined;
  /** A blank was clicked; `label` as it stands in it. */
  readonly onBlank?: ((label: string) => void) | undefined;
}

/** A paper as it will print, on a sheet fitted to the width there is. It follows `html` in place and keeps its position. */
export function PaperSheet({ title, html, chosenAt, onParagraph, onBlank }: PaperSheetProps) {
  const holder = useRef<HTMLDivElement>(null);
  const iframe = useRef<HTMLIFrameElement>(null);
  const [frame, setFrame] = useState<Document>();
  const isEditable = onParagraph !== undefined;

  const fit = useEffectEvent(() => {
    const [outer, inner] = [holder.current, iframe.current];
    if (frame === undefined || outer === null || inner === null) return;
    inner.style.height = `${fitSheet(frame, outer.clientWidth)}px`;
  });
  const mark = useEffectEvent(() => {
    if (frame !== undefined) markChosen(frame, chosenAt);
  });
  const press = useEffectEvent((event: Event) => {
    const target = elementOf(event.target);
    const blank = target?.closest('.blank');
    const at = target?.closest('[data-at]')?.getAttribute('data-at');
    const label = /^〔待填写：(.*)〕$/u.exec(blank?.textContent?.trim() ?? '')?.[1];
    if (target?.closest('a') !== null) event.preventDefault();
    if (label !== undefined && onBlank !== undefined) onBlank(label);
    else if (at !== null && at !== undefined) onParagraph?.(at);
  });

  useEffect(() => {
    if (frame === undefined) return;
    showPaper(frame, html, isEditable);
    mark();
    fit();
  }, [frame, html, isEditable]);

  useEffect(() => {
    if (frame === undefined) return;
    markChosen(frame, chosenAt);
    if (chosenAt === undefined) return;
    return () => {
      // The editor is closed and took the focus with it: back to the paragraph it came from.
      if (document.activeElement === document.body) paragraphAt(frame, chosenAt)?.focus({ preventScroll: true });
    };
  }, [frame, chosenAt]);

  useEffect(() => {
    if (frame === undefined || holder.current === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        press(event);
      } else {
        passShortcut(event);
      }
    };
    const onClick = (event: Event) => press(event);
    const onFonts = () => fit();
    frame.addEventListener('click', onClick);
    frame.addEventListener('keydown', onKey);
    frame.fonts.addEventListener('loadingdone', onFonts);
    const sizes = new ResizeObserver(() => fit());
    sizes.observe(holder.current);
    return () => {
      frame.removeEventListener('click', onClick);
      frame.removeEventListener('keydown', onKey);
      frame.fonts.removeEventListener('loadingdone', onFonts);
      sizes.disconnect();
    };
  }, [frame]);

  return (
    <div className="paper-sheet" ref={holder}>
      <iframe
        ref={iframe}
        title={title}
        // The frame may run nothing; the window reaches into it from outside.
        sandbox="allow-same-origin"
        src={windowAddress('preview/frame.html')}
        scrolling="no"
        onLoad={(event) => setFrame(event.currentTarget.contentDocument ?? undefined)}
      />
    </div>
  );
}

/** An element of the frame is none of this window's classes. */
function elementOf(target: EventTarget | null): Element | undefined {
  return target !== null && 'closest' in target ? (target as Element) : undefined;
}
