import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  /** Height by width, until the page itself was read. */
  readonly ratio: number;
  /** Percent of the width there is. */
  readonly zoom: number;
  /** What lies over the page. */
  readonly children?: ReactNode;
}

/** So much around what is in sight is drawn as well. */
const around = '100% 0px';

/** One page as it prints, with its words for readers. Out of sight it is but an empty sheet. */
export function PdfPage({ pdf, number, ratio, zoom, children }: PdfPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  const [width, setWidth] = useState(0);
  const [page, setPage] = useState<PDFPageProxy>();
  const [words, setWords] = useState('');
  const [shape, setShape] = useState(ratio);

  useEffect(() => {
    if (sheet.current === null) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      root: sheet.current.parentElement,
      rootMargin: around,
    });
    watch.observe(sheet.current);
    // Drawn anew for the width it has, whether by zoom or by the window.
    const measure = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    measure.observe(sheet.current);
    return () => {
      watch.disconnect();
      measure.disconnect();
    };
  }, []);

  useEffect(() => {
    if (!isNear) {
      setPage(undefined);
      return;
    }
    let isOver = false;
    const read = async () => {
      const next = await pdf.getPage(number);
      if (isOver) return;
      const { width, height } = next.getViewport({ scale: 1 });
      setShape(height / width);
      setPage(next);
      const { items } = await next.getTextContent();
      if (!isOver) setWords(items.map((item) => ('str' in item ? item.str : '')).join(''));
    };
    // A document that is closed meanwhile has nothing to show and nobody to tell.
    read().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [pdf, number, isNear]);

  useEffect(() => {
    const target = canvas.current;
    if (page === undefined || target === null || width === 0) return;
    const scale = (width / page.getViewport({ scale: 1 }).width) * window.devicePixelRatio;
    const viewport = page.getViewport({ scale });
    target.width = Math.floor(viewport.width);
    target.height = Math.floor(viewport.height);
    const drawing = page.render({ canvas: target, viewport });
    drawing.promise.catch(() => undefined);
    return () => drawing.cancel();
  }, [page, width]);

  return (
    <div
      ref={sheet}
      className="pdf-page"
      style={{ width: `calc(min(100%, 54rem) * ${zoom / 100})`, aspectRatio: `1 / ${shape}` }}
    >
      {page === undefined ? null : (
        <canvas ref={canvas} role="img" aria-label={`第 ${number} 页的样子`} data-page={number} />
      )}
      <p className="only-for-readers">
        第 {number} 页：{words}
      </p>
      {children}
    </div>
  );
}
