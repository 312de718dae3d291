import type { Case } from '../../contract/case/case-file.ts';
import type { SourceContent } from '../evidence/evidence-source.ts';
import type { Redactor } from '../evidence/redaction/create-redactor.ts';
import type { ExhibitSources } from '../packet/appendix-plan.ts';
import type { Running } from '../ports.ts';
import { fittingBoxes } from './fitting-boxes.ts';
import { maskSecrets } from './masked-case.ts';
import type { Secret } from './secret.ts';

/** What must not be found in a redacted packet, and the numbers that stay although they may contain some of it. */
export interface Redaction {
  readonly secrets: readonly Secret[];
  readonly kept: readonly string[];
  /** Paths of evidence files whose own words (name, carrier, transcript) were masked. */
  readonly reworded: ReadonlySet<string>;
}

/**
 * The exhibits with everything under a box gone and no secret left in their text, in as many pages as before; and what
 * else must not be found, because it stood under a box. Throws BOXES_MISPLACED.
 */
export async function redactExhibits(
  exhibits: readonly ExhibitSources[],
  evidence: Case['evidence'],
  { secrets, kept, reworded }: Redaction,
  redactor: Redactor,
  { signal, progress }: Running,
): Promise<{ readonly exhibits: ExhibitSources[]; readonly redaction: Redaction }> {
  const sources = exhibits.flatMap((exhibit) => exhibit.sources);
  const boxes = await fittingBoxes(exhibits, evidence, reworded, redactor, signal);
  const contents = new Map<SourceContent, SourceContent>();
  const under: Secret[] = [];
  for (const { sha256, content } of sources) {
    signal.throwIfAborted();
    if (contents.has(content)) continue;
    const order = { sha256, content, boxes: boxes.get(content) ?? [], secrets, kept };
    const redacted = await redactor.redact(order, signal);
    contents.set(
      content,
      withMaskedTexts(redacted.content, (text) => maskSecrets({ secrets, kept }, text)),
    );
    under.push(...redacted.secrets);
    progress({ label: '遮盖证据', done: contents.size, total: sources.length });
  }
  const all = new Map([...under, ...secrets].map((secret) => [secret.text, secret]));
  return {
    exhibits: exhibits.map((exhibit) => ({
      ...exhibit,
      sources: exhibit.sources.map((source) => ({
        ...source,
        content: contents.get(source.content) ?? source.content,
      })),
    })),
    redaction: { secrets: [...all.values()], kept, reworded },
  };
}

/** What is printed around the pages of a file may quote its name. */
function withMaskedTexts(content: SourceContent, mask: (text: string) => string): SourceContent {
  if (content.kind === 'unusable') return { ...content, reason: mask(content.reason) };
  return {
    ...content,
    remarks: content.remarks.map(mask),
    ...(content.notice === undefined ? {} : { notice: mask(content.notice) }),
    pages: content.pages.map((page) => ({
      ...page,
      ...(page.mark === undefined ? {} : { mark: mask(page.mark) }),
      ...(page.kind === 'placeholder' ? { reason: mask(page.reason) } : {}),
    })),
  };
}
