import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  readonly keys: ReadonlySet<string>;
  toggle(key: string): void;
  /** From where one selected last to here. */
  extend(key: string): void;
  all(): void;
  clear(): void;
}

interface Selected {
  readonly keys: ReadonlySet<string>;
  readonly last: string | undefined;
}

const nothing: Selected = { keys: new Set(), last: undefined };

/** Several entries at once. What is no longer there is no longer selected. */
export function useSelection(order: readonly string[]): Selection {
  const [selected, setSelected] = useState(nothing);
  const keys = useMemo(() => {
    const present = order.filter((key) => selected.keys.has(key));
    return present.length === selected.keys.size ? selected.keys : new Set(present);
  }, [order, selected]);

  const toggle = useCallback((key: string) => {
    setSelected(({ keys: before }) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return { keys: next, last: key };
    });
  }, []);
  const extend = useCallback(
    (key: string) => {
      setSelected(({ keys: before, last }) => {
        const from = last === undefined ? order.indexOf(key) : order.indexOf(last);
        const to = order.indexOf(key);
        const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
        return { keys: new Set([...before, ...between]), last: key };
      });
    },
    [order],
  );
  const all = useCallback(() => setSelected({ keys: new Set(order), last: order.at(-1) }), [order]);
  const clear = useCallback(() => setSelected(nothing), []);
  return useMemo(() => ({ keys, toggle, extend, all, clear }), [keys, toggle, extend, all, clear]);
}
