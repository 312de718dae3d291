import { type Ref, useImperativeHandle, useRef } from 'react';
import type { ChosenFile } from '../../../api/chosen-file.ts';
import { pickedFiles } from '../../../api/dropped-files.ts';
import type { IntakeGoal } from './intake-desk.ts';

export interface FileChoosersHandle {
  chooseFiles(goal?: IntakeGoal): void;
  chooseFolder(): void;
}

interface FileChoosersProps {
  readonly ref: Ref<FileChoosersHandle>;
  readonly onFiles: (files: readonly ChosenFile[], goal: IntakeGoal) => void;
}

/** The browser's own dialogs for files and folders, opened by whatever button wants them. */
export function FileChoosers({ ref, onFiles }: FileChoosersProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const goal = useRef<IntakeGoal>({});
  const take = (input: HTMLInputElement, wanted: IntakeGoal) => {
    onFiles(pickedFiles(input.files), { ...wanted, how: 'chosen' });
    // So that the same file can be chosen again.
    input.value = '';
  };
  useImperativeHandle(ref, () => ({
    chooseFiles(wanted = {}) {
      goal.current = wanted;
      files.current?.click();
    },
    chooseFolder: () => folder.current?.click(),
  }));
  return (
    <>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="选择证据文件"
        onChange={({ target }) => take(target, goal.current)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="选择证据文件夹"
        {...{ webkitdirectory: '' }}
        onChange={({ target }) => take(target, {})}
      />
    </>
  );
}
