import { loadPdf } from '../../electron/core/evidence/pdf/load-pdf.ts';
import { attachManifest } from '../../electron/core/integrity/attach-manifest.ts';
import { type ExhibitSources, planAppendix } from '../../electron/core/packet/appendix-plan.ts';
import { setDocumentProperties } from '../../electron/core/packet/document-properties.ts';
import { fillSlots } from '../../electron/core/packet/fill-slots.ts';
import { addOutline } from '../../electron/core/packet/outline.ts';
import { writePdf } from '../../electron/core/packet/write-pdf.ts';
import type { AssemblyPlan } from './picture-assembly.ts';

/** What core/packet/build-packet.ts does with a printed document once the evidence is known. */
export async function writeAppendix(
  printed: Uint8Array,
  exhibits: readonly ExhibitSources[],
  plan: AssemblyPlan,
  target: string,
): Promise<void> {
  const document = await loadPdf(printed);
  const { signal } = new AbortController();
  const pages = planAppendix(exhibits);
  await fillSlots(document, pages, signal);
  addOutline(document, [
    {
      title: '证据附件',
      page: plan.firstPage,
      children: pages
        .filter(({ page }) => page === 1)
        .map(({ exhibit, title, index }) => ({
          title: `证据${exhibit}　${title}`,
          page: plan.firstPage + index,
          children: [],
        })),
    },
  ]);
  setDocumentProperties(document, plan);
  attachManifest(document, {
    format: 'juli.manifest/1',
    date: plan.date,
    files: exhibits.flatMap(({ id, number, sources }) =>
      sources.map(({ path, size, sha256 }) => ({ evidence: id, number, path, size, sha256 })),
    ),
  });
  await writePdf(document.context, target, signal);
}
