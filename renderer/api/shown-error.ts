import { ORPCError } from '@orpc/client';
import { type ShownError, shownError } from '../../electron/contract/rpc/job-procedures.ts';

const unreachable: ShownError = {
  code: 'INTERNAL',
  text: '窗口与据理断开了\n已经显示“已保存”的内容都在，没有丢失。\n请看看据理是否还开着；重新打开后，这个窗口会自己接上。',
};

const unforeseen: ShownError = {
  code: 'INTERNAL',
  text: '出现了没有预料到的错误\n已经显示“已保存”的内容没有受影响。\n请再试一次；如果仍然这样，请关闭据理再打开。',
};

/** Any failure as it may be shown: what happened, what it means, what to do. Never a stack trace. */
export function shownErrorOf(error: unknown): ShownError {
  if (error instanceof ORPCError) {
    const told = shownError.safeParse(error.data);
    return told.success ? told.data : unforeseen;
  }
  const known = shownError.safeParse(error);
  if (known.success) return known.data;
  // What fetch throws when nobody answers.
  return error instanceof TypeError ? unreachable : unforeseen;
}
