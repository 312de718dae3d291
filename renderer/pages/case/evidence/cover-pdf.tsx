import '../filing/pdf-reader.css';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { Waiting } from '../../../parts/waiting.tsx';
import { openPdf } from '../filing/open-pdf.ts';
import { PdfPage } from '../filing/pdf-page.tsx';
import { CoverLayer } from './cover-layer.tsx';
import type { CoverBoxes } from './use-cover-boxes.ts';

interface CoverPdfProps {
  readonly address: string;
  readonly covers: CoverBoxes;
  readonly isBlack: boolean;
}

interface Opened {
  readonly pdf: PDFDocumentProxy;
  /** Height by width of the first page. */
  readonly ratio: number;
}

/** The pages of a PDF under each other, each to be drawn upon. */
export function CoverPdf({ address, covers, isBlack }: CoverPdfProps) {
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
  if (isBroken)
    return <p className="viewer-broken">这份 PDF 在这里打不开，没法在上面画框。设了密码的，请先另存一份不加密的。</p>;
  if (opened === undefined) return <Waiting what="正在打开 PDF" />;
  const numbers = Array.from({ length: opened.pdf.numPages }, (_, index) => index + 1);
  return (
    <section className="cover-pages" aria-label="页面" {...scrolledByKeys}>
      {numbers.map((number) => (
        <PdfPage key={number} pdf={opened.pdf} number={number} ratio={opened.ratio} zoom={100}>
          <CoverLayer page={number} covers={covers} isBlack={isBlack} />
        </PdfPage>
      ))}
    </section>
  );
}

/** Who has no mouse scrolls with the arrow keys, for which the box must be able to take the focus. */
const scrolledByKeys = { tabIndex: 0 } as const;
