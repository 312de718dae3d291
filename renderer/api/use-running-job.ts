import { useQuery } from '@tanstack/react-query';
import type { JobKind } from '../../electron/contract/rpc/job-procedures.ts';
import { api } from '../api.ts';

/** The job of this kind that was running when the page was opened, so that a reload finds it again. */
export function useRunningJob(kind: JobKind, caseId?: string): string | undefined {
  const { data: jobs = [] } = useQuery(api.jobs.list.queryOptions());
  return jobs.find((job) => job.kind === kind && job.caseId === caseId && job.state === 'running')?.id;
}
