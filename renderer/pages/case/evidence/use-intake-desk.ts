import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { admitFile, UploadError } from '../../../api/admit-files.ts';
import { client } from '../../../api.ts';
import { type Intake, type IntakeDesk, openIntakeDesk } from './intake-desk.ts';

/** The desk of a case, kept where the window keeps its answers: leaving the screen stops nothing. */
export function useIntakeDesk(caseId: string): { readonly desk: IntakeDesk; readonly intakes: readonly Intake[] } {
  const { data: desk } = useQuery({
    queryKey: ['intake-desk', caseId],
    queryFn: () => openDesk(caseId),
    initialData: () => openDesk(caseId),
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const intakes = useSyncExternalStore(desk.subscribe, desk.intakes);
  return { desk, intakes };
}

function openDesk(caseId: string): IntakeDesk {
  return openIntakeDesk({
    admit: async (chosen, asks) => {
      try {
        return { ticket: await admitFile(chosen, asks) };
      } catch (error) {
        asks.signal.throwIfAborted();
        if (error instanceof UploadError && error.status === 413) return { reason: '文件太大，超过了 4 GB' };
        if (error instanceof UploadError && error.status === 400) {
          return { reason: '文件名太长，或者里面有斜杠一类的符号。请改个名字再放进来' };
        }
        if (!(await isReadable(chosen.file))) return { reason: '读不出来，可能已经被移走、删除，或者是一个文件夹' };
        throw error;
      }
    },
    take: async (tickets, goal) => (await client.evidence.take({ id: caseId, tickets, ...goal })).job,
    holdWindow: (isHeld) => {
      if (isHeld) window.addEventListener('beforeunload', askBeforeLeaving);
      else window.removeEventListener('beforeunload', askBeforeLeaving);
    },
  });
}

/** Files that were not sent yet would be gone with the page. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** A browser says of a file that cannot be read and of a host that does not answer the same. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
