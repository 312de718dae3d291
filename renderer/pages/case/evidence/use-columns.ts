import { type RefObject, useLayoutEffect, useState } from 'react';

/** A card is at least this wide, in rem; narrower its controls would break over two lines. */
const narrowest = 11.5;

/** How many cards stand side by side. */
export function useColumns(list: RefObject<HTMLElement | null>, isList: boolean): number {
  const [columns, setColumns] = useState(1);
  useLayoutEffect(() => {
    const node = list.current;
    if (node === null) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setColumns(Math.max(1, Math.floor((node.clientWidth + gap * rem) / ((narrowest + gap) * rem))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [list]);
  return isList ? 1 : columns;
}

/** Between cards, in rem; as evidence-grid.css has it. */
const gap = 0.75;
