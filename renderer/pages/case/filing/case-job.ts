import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobKind, JobState } from '../../../../electron/contract/rpc/job-procedures.ts';
import { shownErrorOf } from '../../../api/shown-error.ts';
import { useJob } from '../../../api/use-job.ts';
import { api } from '../../../api.ts';
import { useDraftSession } from '../../../draft/draft-context.tsx';

export interface CaseJob {
  /** As it stands: the one started here, else the newest of the case that runs or is done, so that a reload finds it. */
  readonly job: JobState | undefined;
  readonly isRunning: boolean;
  /** Why it could not even start. */
  readonly failure: unknown;
  /** Saves what was typed last, then starts. */
  start(begin: () => Promise<{ readonly job: string }>): Promise<string | undefined>;
}

export function useCaseJob(caseId: string, isWanted: (job: JobState) => boolean): CaseJob {
  const session = useDraftSession();
  const { data: jobs = [], refetch } = useQuery(api.jobs.list.queryOptions());
  const [started, setStarted] = useState<string>();
  const [isStarting, setStarting] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const earlier = jobs.find((job) => job.caseId === caseId && isWanted(job) && /^(running|done)$/u.test(job.state));
  const watched = useJob(started ?? earlier?.id);
  const job = watched ?? (started === undefined ? earlier : undefined);
  return {
    job,
    isRunning: isStarting || job?.state === 'running',
    failure,
    async start(begin) {
      setStarting(true);
      setFailure(undefined);
      try {
        await session.saved();
        const { job: id } = await begin();
        setStarted(id);
        void refetch();
        return id;
      } catch (error) {
        setFailure(shownErrorOf(error));
        return;
      } finally {
        setStarting(false);
      }
    },
  };
}

export function isOfKind(kind: JobKind): (job: JobState) => boolean {
  return (job) => job.kind === kind;
}
