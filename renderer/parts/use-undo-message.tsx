import { App, Button } from 'antd';
import { useCallback, useId, useRef } from 'react';
import { shownErrorOf } from '../api/shown-error.ts';

const secondsToThinkBetter = 12;

/** Says that something was done, and offers to take it back. Acts happen at once; nobody is asked twice. */
export function useUndoMessage(): (done: string, undo: () => Promise<unknown>) => void {
  const { message } = App.useApp();
  const prefix = useId();
  const count = useRef(0);
  return useCallback(
    (done, undo) => {
      count.current += 1;
      const key = `${prefix}${count.current}`;
      const takeBack = async () => {
        message.destroy(key);
        try {
          await undo();
          void message.success('已撤销');
        } catch (error) {
          void message.error(shownErrorOf(error).text);
        }
      };
      void message.open({
        key,
        type: 'success',
        duration: secondsToThinkBetter,
        content: (
          <span role="status">
            {done}{' '}
            <Button type="link" size="small" onClick={() => void takeBack()}>
              撤销
            </Button>
          </span>
        ),
      });
    },
    [message, prefix],
  );
}
