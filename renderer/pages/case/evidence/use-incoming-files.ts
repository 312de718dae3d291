import { useEffect, useEffectEvent, useState } from 'react';
import { evidenceGroups } from '../../../../electron/contract/case/case-kinds.ts';
import type { ChosenFile } from '../../../api/chosen-file.ts';
import { droppedFiles } from '../../../api/dropped-files.ts';
import type { IntakeGoal } from './intake-desk.ts';
import { pastedFiles } from './pasted-files.ts';

/**
 * Files let fall anywhere on the window, and pictures pasted into it. Beside the screen too: a browser would leave the
 * page to show a file that nobody takes. Returns whether files hang over the window now.
 */
export function useIncomingFiles(onFiles: (files: readonly ChosenFile[], goal: IntakeGoal) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    window.addEventListener('dragenter', over, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener(
      'dragleave',
      (event) => {
        // Only when the pointer has left the window, not when it goes from one element to the next.
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!hasFiles(event.dataTransfer) || event.dataTransfer === null) return;
        event.preventDefault();
        const goal = goalAt(event.target);
        void droppedFiles(event.dataTransfer).then((files) => take(files, { ...goal, how: 'dropped' }));
      },
      { signal },
    );
    window.addEventListener(
      'paste',
      (event) => {
        const files = event.clipboardData?.files ?? [];
        if (files.length === 0 || event.defaultPrevented) return;
        event.preventDefault();
        take(pastedFiles(files, new Date()), { how: 'pasted' });
      },
      { signal },
    );
    return () => listening.abort();
  }, []);
  return isOver;
}

function hasFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') === true;
}

/** An empty group takes what is let fall on it. */
function goalAt(target: EventTarget | null): IntakeGoal {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-drop-group]') : null;
  const group = evidenceGroups.find((one) => one === place?.dataset.dropGroup);
  return group === undefined ? {} : { group };
}
