import type { PacketForm } from '../../contract/packet-form.ts';
import type { ReadLog } from './intake-log.ts';
import type { Manifest } from './manifest.ts';

interface ListedExhibit {
  readonly id: string;
  readonly number: number;
  readonly sources: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

/**
 * What a packet says of the originals behind it. In the version for others names and times of the intake log stay out:
 * a name may say what was blacked out. A log that does not hang together is not spoken of, for it bears nothing out.
 */
export function makeManifest(packet: {
  /** Of the case, so that the same case gives the same bytes. */
  readonly date: string;
  readonly exhibits: readonly ListedExhibit[];
  readonly form: Pick<PacketForm, 'isRedacted' | 'isCopy'>;
  readonly intakeLog?: ReadLog | undefined;
}): Manifest {
  const { date, exhibits, form, intakeLog } = packet;
  const log = intakeLog?.state.kind === 'whole' ? intakeLog : undefined;
  const last = log?.lines.at(-1);
  const taken = new Map(
    form.isRedacted ? [] : log?.lines.filter(({ event }) => event === 'taken').map((line) => [line.sha256, line]),
  );
  return {
    format: 'juli.manifest/1',
    date,
    ...formOf(form),
    ...(last === undefined ? {} : { intakeLog: { lines: last.seq, head: last.hash } }),
    files: exhibits.flatMap(({ id, number, sources }) =>
      sources.map(({ path, size, sha256 }) => {
        const line = taken.get(sha256);
        return {
          evidence: id,
          number,
          path,
          size,
          sha256,
          ...(line === undefined ? {} : { takenAt: line.at }),
          ...(line === undefined || line.name === path.split('/').at(-1) ? {} : { cameAs: line.name }),
        };
      }),
    ),
  };
}

function formOf({ isRedacted, isCopy }: Pick<PacketForm, 'isRedacted' | 'isCopy'>): Pick<Manifest, 'form'> {
  if (!isRedacted && !isCopy) return {};
  return { form: { ...(isRedacted ? { isRedacted } : {}), ...(isCopy ? { isCopy } : {}) } };
}
