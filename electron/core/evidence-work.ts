import type { EvidenceTools } from './evidence/evidence-tools.ts';
import type { EvidenceReader } from './evidence/read-evidence.ts';
import type { Redactor } from './evidence/redaction/create-redactor.ts';
import type { ProposedBox } from './evidence/redaction/redaction.worker.ts';
import { memoise } from './memoise.ts';
import type { OpenCase } from './prepared-case.ts';
import { maskCase } from './redaction/masked-case.ts';

/** Reading evidence and taking out of it what others must not see; each is loaded with the first that needs it. */
export interface EvidenceWork {
  reader(): Promise<EvidenceReader>;
  redactor(): Promise<Redactor>;
  /** Boxes around what should be covered in the text of a PDF of the case; undefined where it cannot be opened. */
  proposeRedactions(opened: OpenCase, path: string, signal?: AbortSignal): Promise<ProposedBox[] | undefined>;
  close(): Promise<void>;
}

export function createEvidenceWork(
  workFolder: () => Promise<string>,
  tools: Omit<EvidenceTools, 'workFolder'>,
): EvidenceWork {
  const reader = memoise(async () => {
    const [{ createEvidenceReader }, folder] = await Promise.all([import('./evidence/read-evidence.ts'), workFolder()]);
    return createEvidenceReader({ ...tools, workFolder: folder });
  });
  const redactor = memoise(async () => {
    const [{ createRedactor }, folder] = await Promise.all([
      import('./evidence/redaction/create-redactor.ts'),
      workFolder(),
    ]);
    return createRedactor(folder);
  });
  return {
    reader: reader.get,
    redactor: redactor.get,
    async proposeRedactions(opened, path, signal = new AbortController().signal) {
      const { secrets, kept } = maskCase(opened.case);
      return (await redactor.get()).propose({ pdf: opened.fileOf(path), known: secrets, kept }, signal);
    },
    async close() {
      await (await reader.forget())?.close();
      await (await redactor.forget())?.close();
    },
  };
}
