import type { Workspace } from '../workspace.ts';
import { ask, told } from './ask.ts';

/** What takes longer than a moment. */
export function jobProcedures({ jobs }: Workspace) {
  return {
    list: ask.jobs.list.handler(() => [...jobs.list()]),
    watch: ask.jobs.watch.handler(({ input: { id }, signal }) => told(jobs.watch(id, signal))),
    cancel: ask.jobs.cancel.handler(({ input: { id } }) => jobs.cancel(id)),
  };
}
