import './pdf-reader.css';
import { LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { ErrorNotice } from '../../../parts/error-notice.tsx';
import { Waiting } from '../../../parts/waiting.tsx';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';

interface PdfReaderProps {
  readonly address: string;
  readonly title: string;
  /** A new object each time somebody wants to see a page. */
  readonly wanted: { readonly number: number };
}

interface Opened {
  readonly pdf: PDFDocumentProxy;
  /** Height by width of the first page; most have the same. */
  readonly ratio: number;
}

/** Who has no mouse scrolls with the arrow keys, for which the box must be able to take the focus. */
const scrolledByKeys = { tabIndex: 0 } as const;

const zooms = [50, 75, 100, 125, 150, 200];

/** The PDF itself, page under page; those far from sight are not drawn. */
export function PdfReader({ address, title, wanted }: PdfReaderProps) {
  const [opened, setOpened] = useState<Opened>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const { loading, close } = openPdf(address);
    let isOver = false;
    loading.promise
      .then(async (pdf) => {
        const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
        if (!isOver) setOpened({ pdf, ratio: height / width });
      })
      .catch((cause) => {
        if (!isOver) setError(cause);
      });
    return () => {
      isOver = true;
      void close();
    };
  }, [address]);
  if (error !== undefined) {
    return (
      <ErrorNotice error={{ code: 'INTERNAL', text: '这里没能显示这份 PDF。文件已经做好，请保存或者打开来看。' }} />
    );
  }
  if (opened === undefined) return <Waiting what="正在打开材料" />;
  return <Pages opened={opened} title={title} wanted={wanted} />;
}

interface PagesProps extends Pick<PdfReaderProps, 'title' | 'wanted'> {
  readonly opened: Opened;
}

function Pages({ opened: { pdf, ratio }, title, wanted }: PagesProps) {
  const holder = useRef<HTMLElement>(null);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(100);
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const goTo = (number: number) => {
    const target = holder.current?.children[Math.min(Math.max(number, 1), pdf.numPages) - 1];
    if (target instanceof HTMLElement && holder.current !== null) holder.current.scrollTop = target.offsetTop - 8;
  };
  const isFirst = useRef(true);
  useEffect(() => {
    const isOpening = isFirst.current;
    isFirst.current = false;
    if (isOpening && wanted.number === 1) return;
    const target = holder.current?.children[wanted.number - 1];
    if (target instanceof HTMLElement && holder.current !== null) {
      holder.current.scrollTop = target.offsetTop - 8;
      holder.current.focus();
    }
  }, [wanted]);
  const noteScroll = () => {
    const box = holder.current;
    if (box === null) return;
    const middle = box.scrollTop + box.clientHeight / 3;
    const inSight = [...box.children].findLastIndex(
      (child) => child instanceof HTMLElement && child.offsetTop <= middle,
    );
    setPage(Math.max(inSight, 0) + 1);
  };
  const zoomBy = (step: number) => setZoom(zooms[zooms.indexOf(zoom) + step] ?? zoom);
  return (
    <div className="pdf-reader">
      <div className="pdf-reader-bar">
        <Button icon={<LeftOutlined />} aria-label="上一页" disabled={page <= 1} onClick={() => goTo(page - 1)} />
        <span className="pdf-reader-page">
          第{' '}
          <InputNumber<number>
            aria-label="页码"
            min={1}
            max={pdf.numPages}
            precision={0}
            controls={false}
            value={page}
            onChange={(number) => {
              if (number !== null) goTo(number);
            }}
          />{' '}
          / {pdf.numPages} 页
        </span>
        <Button
          icon={<RightOutlined />}
          aria-label="下一页"
          disabled={page >= pdf.numPages}
          onClick={() => goTo(page + 1)}
        />
        <span className="pdf-reader-zoom">
          <Button icon={<MinusOutlined />} aria-label="缩小" disabled={zoom === zooms[0]} onClick={() => zoomBy(-1)} />
          <span aria-live="polite">{zoom}%</span>
          <Button
            icon={<PlusOutlined />}
            aria-label="放大"
            disabled={zoom === zooms.at(-1)}
            onClick={() => zoomBy(1)}
          />
        </span>
      </div>
      <section
        ref={holder}
        className="pdf-reader-pages"
        aria-label={`${title}的预览`}
        {...scrolledByKeys}
        onScroll={noteScroll}
      >
        {numbers.map((number) => (
          <PdfPage key={number} pdf={pdf} number={number} ratio={ratio} zoom={zoom} />
        ))}
      </section>
    </div>
  );
}
