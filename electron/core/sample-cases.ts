import { join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { Workspace } from './workspace.ts';

/** The finished examples in templates/samples, the plainest first. */
export const sampleNames = ['software-key', 'game-credit', 'lifetime-membership'] as const;

/** Puts examples among the cases, each once: who asks again, at the same time or later, gets the one that is there. */
export function createSamples(workspace: Workspace): { open(name: string): Promise<string> } {
  const opening = new Map<string, Promise<string>>();

  async function bring(name: (typeof sampleNames)[number]): Promise<string> {
    const { importCaseFolder } = await import('./export/case-import.ts');
    const folder = join(workspace.templatesFolder, 'samples', name);
    const running = { signal: new AbortController().signal, progress: () => undefined };
    const { id } = await importCaseFolder(workspace, folder, running, { sample: name });
    return id;
  }

  return {
    async open(asked) {
      const name = sampleNames.find((known) => known === asked);
      if (name === undefined) throw new AppError('NOT_FOUND', { detail: '没有这个示例' });
      const present = workspace.store.cases.ofSample(name);
      if (present !== undefined) return present;
      const brought = opening.get(name) ?? bring(name);
      opening.set(name, brought);
      try {
        return await brought;
      } finally {
        opening.delete(name);
      }
    },
  };
}
