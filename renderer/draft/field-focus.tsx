import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { isWithin } from './path-text.ts';

/** The field to go to, as findings name it. A new object each time, so that the same field can be asked for again. */
export interface FocusRequest {
  readonly path: string;
}

const FieldFocusContext = createContext<FocusRequest | undefined>(undefined);

interface FieldFocusProps {
  readonly request: FocusRequest | undefined;
  readonly children: ReactNode;
}

/** Opens what the wanted field is folded away in, and puts the focus there. */
export function FieldFocus({ request, children }: FieldFocusProps) {
  useEffect(() => {
    if (request === undefined) return;
    // What was folded away opens in the same pass; by the next frame it is there.
    const frame = requestAnimationFrame(() => focusField(request.path));
    return () => cancelAnimationFrame(frame);
  }, [request]);
  return <FieldFocusContext value={request}>{children}</FieldFocusContext>;
}

/** Open or closed, as a person says; a field that is asked for inside opens it. */
export function useFold(path: string, isOpenAtFirst: boolean): [boolean, (isOpen: boolean) => void] {
  return useFoldAround([path], isOpenAtFirst);
}

export function useFoldAround(paths: readonly string[], isOpenAtFirst: boolean): [boolean, (isOpen: boolean) => void] {
  const request = use(FieldFocusContext);
  const isWanted = request !== undefined && paths.some((path) => isWithin(request.path, path));
  const [isOpen, setOpen] = useState(isOpenAtFirst || isWanted);
  const [answered, setAnswered] = useState(request);
  if (request !== answered) {
    setAnswered(request);
    if (isWanted && !isOpen) setOpen(true);
  }
  return [isOpen, setOpen];
}

/** The field itself, or what is nearest above it on the page. */
function focusField(path: string): void {
  for (let wanted = path; wanted !== ''; wanted = wanted.replace(/(?:\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/u, '')) {
    const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(wanted)}"]`);
    if (field === null) continue;
    field.scrollIntoView({ block: 'center' });
    const control = field.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea, [role="combobox"], button');
    (control ?? field).focus({ preventScroll: true });
    return;
  }
}
