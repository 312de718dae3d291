import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Case } from '../contract/case/case-file.ts';
import type { Finding } from '../contract/finding.ts';
import type { PacketForm } from '../contract/packet-form.ts';
import type { PacketResult } from '../contract/packet-result.ts';
import { draftOf, findingsOf, refuseMissingFacts } from './case-findings.ts';
import { type PerClaimant, perClaimant } from './cases/per-claimant.ts';
import type { PartsChoice } from './choose-papers.ts';
import type { Redactor } from './evidence/redaction/create-redactor.ts';
import type { Memoised } from './memoise.ts';
import { guessPlaces, printFront } from './packet/lay-out-packet.ts';
import type { Places } from './packet/places.ts';
import { formName } from './packet-name.ts';
import type { Clock, PrintSession, Running } from './ports.ts';
import type { OpenCase, PreparedCase } from './prepared-case.ts';
import { keepIfProven, removeUnproven, unprovenPlace } from './redaction/keep-if-proven.ts';

/** How to make a packet, whatever its case. */
export interface PacketOrder {
  readonly selection: PartsChoice;
  /** Unset: one bound volume with everything on it. */
  readonly form?: PacketForm | undefined;
  /** Refuse with FACTS_INCOMPLETE, writing nothing, when a chosen paper lacks a fact. */
  readonly strict: boolean;
}

/** Prints packets in one browser, and remembers how each came out for the next time. */
export interface PacketBuilder {
  build(opened: OpenCase, target: string, order: PacketOrder, running: Running): Promise<PacketResult>;
  /** One packet for each claimant, all into one folder. */
  buildPerClaimant(opened: OpenCase, folder: string, order: PacketOrder, running: Running): Promise<PacketResult[]>;
  close(): Promise<void>;
}

export interface BuilderPorts {
  readonly session: Memoised<PrintSession>;
  readonly clock: Clock;
  redactor(): Promise<Redactor>;
}

export function createPacketBuilder(
  { session, clock, redactor }: BuilderPorts,
  prepare: (opened: OpenCase, choice: PartsChoice, form?: PacketForm) => Promise<PreparedCase>,
): PacketBuilder {
  const guesses = new Map<string, Places>();

  async function build(
    opened: OpenCase,
    target: string,
    { selection, form, strict }: PacketOrder,
    running: Running,
  ): Promise<PacketResult> {
    const started = clock.now().getTime();
    // The browser starts while the case is being read.
    const opening = session.get();
    opening.catch(() => session.forget());
    const { papers, front, readEvidence } = await prepare(opened, selection, form);
    running.signal.throwIfAborted();
    if (strict) refuseMissingFacts(opened.name, draftOf(front));
    const known = guesses.get(opened.key);
    const place = opened.redaction === undefined ? target : unprovenPlace(target);
    const failed = new AbortController();
    const reading = readEvidence({ ...running, signal: AbortSignal.any([running.signal, failed.signal]) });
    try {
      // The papers are laid out, and what comes after is loaded, while the evidence is read.
      const [content, frontPlaces, { buildPacket }, { auditPacket }] = await Promise.all([
        reading,
        known ?? opening.then((open) => printFront(front, open, running.signal)),
        import('./packet/build-packet.ts'),
        import('./audit/audit-packet.ts'),
      ]);
      const open = await opening;
      const guessing = known ?? guessPlaces(content, open, frontPlaces, running.signal);
      // The checks run while the browser prints; what a paper lacks does not depend on its pages.
      const [guess, checked] = await Promise.all([
        guessing,
        setImmediate().then(() => findingsOf(content, draftOf(content), papers)),
      ]);
      const built = await buildPacket(content, open, place, { ...running, guess });
      guesses.set(opened.key, built.places);
      const { pages, volumes, parts, evidence: files, composed } = built;
      const drafts = volumes.map(({ packet }) => packet);
      const audited = await auditPacket(drafts, content, composed, running.signal).catch(async (cause: unknown) => {
        await Promise.all(drafts.map((file) => rm(file, { force: true })));
        throw cause;
      });
      const { redaction } = content;
      const written =
        redaction === undefined ? drafts : await keepIfProven(drafts, redaction, await redactor(), running.signal);
      const durationMs = clock.now().getTime() - started;
      const [packet = target] = written;
      const kept = volumes.map((volume, index) => ({ ...volume, packet: written[index] ?? volume.packet }));
      return {
        packet,
        volumes: kept,
        pages,
        durationMs,
        parts,
        evidence: files,
        findings: [...built.findings, ...audited, ...checked],
      };
    } catch (cause) {
      // What is still being read would go on in a work folder that may soon be gone.
      failed.abort(cause);
      await reading.catch(() => undefined);
      // A print that was stopped or failed may have taken the browser with it; the next build opens another.
      await (await session.forget())?.close();
      throw cause;
    } finally {
      if (place !== target) await removeUnproven(place);
    }
  }

  return {
    build,

    async buildPerClaimant(opened, folder, order, running) {
      const results: PacketResult[] = [];
      for (const part of perClaimant(opened.case)) {
        const { case: file, fileName, number, pathInWhole } = part;
        const own = { ...opened, case: file, key: `${opened.key}#${number}` };
        const result = await build(own, resolve(folder, formName(fileName, order.form)), order, running);
        const findings = result.findings.map((finding) => ({ ...finding, path: pathInWhole(finding.path) }));
        results.push({ ...result, findings: [...findings, ...borrowedEvidence(opened.case, part)] });
      }
      return results;
    },

    async close() {
      await (await session.forget())?.close();
    },
  };
}

/** Evidence of another claimant goes along where a text of this one names it: whoever files it should know. */
function borrowedEvidence(whole: Case, { borrowedEvidence: borrowed, name }: PerClaimant): Finding[] {
  return whole.evidence.flatMap(({ id, title }, index) =>
    borrowed.includes(id)
      ? [
          {
            id: 'claimant.borrowed-evidence',
            severity: 'hint',
            path: `evidence[${index}].claimant`,
            message: `“${title}”是其他投诉人的证据，因为正文引用了它，也收进了${name ?? '这名投诉人'}的材料。提交前请确认对方同意；不需要的，请改写引用它的文字。`,
          },
        ]
      : [],
  );
}
