import { useState } from 'react';

/** State that a reload of the tab does not lose: what was typed into a form that is sent by a press. */
export function useKeptState<Value extends object>(
  key: string,
  initial: Value,
): [Value, (value: Value | undefined) => void] {
  const place = `juli.typed.${key}`;
  const [value, setValue] = useState<Value>(() => ({ ...initial, ...readKept(place) }));
  return [
    value,
    (next) => {
      setValue(next ?? initial);
      if (next === undefined) sessionStorage.removeItem(place);
      else sessionStorage.setItem(place, JSON.stringify(next));
    },
  ];
}

function readKept(place: string): object {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}
