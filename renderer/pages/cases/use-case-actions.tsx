import { App } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { CaseQuery, CaseSummary } from '../../../electron/contract/rpc/case-procedures.ts';
import { shownErrorOf } from '../../api/shown-error.ts';
import { client } from '../../api.ts';
import { useUndoMessage } from '../../parts/use-undo-message.tsx';

export interface CaseAction {
  readonly name: string;
  /** Cannot be taken back. */
  readonly isGrave?: boolean;
  act(summary: CaseSummary): Promise<void>;
}

/** What can be done to a case from the list, by the shelf it is on. The list itself follows the store's events. */
export function useCaseActions(shelf: CaseQuery['shelf']): readonly CaseAction[] {
  const { message, modal } = App.useApp();
  const offerUndo = useUndoMessage();
  const navigate = useNavigate();

  return useMemo(() => {
    const action = (name: string, act: (summary: CaseSummary) => Promise<unknown>): CaseAction => ({
      name,
      async act(summary) {
        try {
          await act(summary);
        } catch (error) {
          void message.error(shownErrorOf(error).text);
        }
      },
    });

    const open = action('打开', async ({ id }) => navigate(`/case/${id}`));
    const duplicate = action('复制一份', async ({ id, title }) => {
      const copy = await client.cases.duplicate({ id });
      offerUndo(`已复制《${title}》`, () => client.cases.remove(copy));
    });
    const archive = action('归档', async ({ id, title }) => {
      await client.cases.archive({ id, archived: true });
      offerUndo(`《${title}》已归档`, () => client.cases.archive({ id, archived: false }));
    });
    const takeOut = action('移回进行中', async ({ id, title }) => {
      await client.cases.archive({ id, archived: false });
      offerUndo(`《${title}》已移回进行中`, () => client.cases.archive({ id, archived: true }));
    });
    const remove = action('删除', async ({ id, title }) => {
      await client.cases.remove({ id });
      offerUndo(`《${title}》已移到回收站`, () => client.cases.restore({ id }));
    });
    const restore = action('放回', async ({ id, title }) => {
      await client.cases.restore({ id });
      offerUndo(`《${title}》已放回`, () => client.cases.remove({ id }));
    });
    const purge: CaseAction = {
      ...action('彻底删除', async ({ id, title }) => {
        const isSure = await modal.confirm({
          title: `彻底删除《${title}》？`,
          content: '案件和只属于它的证据文件会从这台电脑上删除，这一步不能撤销。不确定的话，可以一直留在回收站里。',
          okText: '彻底删除',
          okButtonProps: { danger: true },
          cancelText: '留着',
          focusable: { autoFocusButton: 'cancel' },
        });
        if (!isSure) return;
        await client.cases.purge({ id });
        void message.success(`《${title}》已彻底删除`);
      }),
      isGrave: true,
    };

    const byShelf = {
      open: [open, duplicate, archive, remove],
      archived: [open, duplicate, takeOut, remove],
      removed: [restore, purge],
    };
    return byShelf[shelf];
  }, [shelf, message, modal, offerUndo, navigate]);
}
