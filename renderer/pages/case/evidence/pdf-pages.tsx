import './pdf-pages.css';
import '../filing/pdf-reader.css';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type ReactNode, useEffect, useState } from 'react';
import { Waiting } from '../../../parts/waiting.tsx';
import { openPdf } from '../filing/open-pdf.ts';
import { PdfPage } from '../filing/pdf-page.tsx';

interface PdfPagesProps {
  readonly address: string;
  /** Said where it cannot be opened. */
  readonly broken: string;
  /** What lies over a page, counted from 1. */
  readonly layer?: (page: number) => ReactNode;
}

interface Opened {
  readonly pdf: PDFDocumentProxy;
  /** Height by width of the first page. */
  readonly ratio: number;
}

/** The pages of a PDF under each other, as wide as there is room. */
export function PdfPages({ address, broken, layer }: PdfPagesProps) {
  const [opened, setOpened] = useState<Opened>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const { loading, close } = openPdf(address);
    let isOver = false;
    loading.promise
      .then(async (pdf) => {
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (!isOver) setOpened({ pdf, ratio: height / width });
      })
      .catch(() => {
        if (!isOver) setBroken(true);
      });
    return () => {
      isOver = true;
      void close();
    };
  }, [address]);
  if (isBroken) return <p className="viewer-broken">{broken}</p>;
  if (opened === undefined) return <Waiting what="正在打开 PDF" />;
  const numbers = Array.from({ length: opened.pdf.numPages }, (_, index) => index + 1);
  return (
    <section className="pdf-pages" aria-label="页面" {...scrolledByKeys}>
      {numbers.map((number) => (
        <PdfPage key={number} pdf={opened.pdf} number={number} ratio={opened.ratio} zoom={100}>
          {layer?.(number)}
        </PdfPage>
      ))}
    </section>
  );
}

/** Who has no mouse scrolls with the arrow keys, for which the box must be able to take the focus. */
const scrolledByKeys = { tabIndex: 0 } as const;
