import type { AdmittedFile } from '../../files/files.ts';
import { type IntakeEntry, type IntakeFacts, type IntakeWay, readIntakeLog } from '../../integrity/intake-log.ts';
import type { FileRow } from '../../store/store.ts';
import type { Arrival } from './bring-in.ts';
import type { ExifFacts } from './exif-facts.ts';
import type { Prepared } from './keep-file.ts';

/** An archive that was opened, as what came out of it names it. */
export interface Container {
  readonly name: string;
  readonly sha256: string;
}

/** What is known of a file on its way in, for the intake log. */
export interface Loggable {
  readonly file: AdmittedFile;
  /** Unset for what did not arrive. */
  readonly arrival?: Pick<Arrival, 'size' | 'sha256' | 'modifiedAt' | 'createdAt'> | undefined;
  readonly container?: Container | undefined;
  readonly exif?: ExifFacts | undefined;
  readonly mime?: string | undefined;
}

/** What became of it. */
export type IntakeOutcome =
  | { readonly event: 'taken'; readonly path: string }
  | { readonly event: 'duplicate'; readonly sameAs: string }
  | { readonly event: 'refused'; readonly reason: string }
  | { readonly event: 'opened-archive'; readonly entries: number };

export function logEntry(
  { file, arrival, container, exif, mime }: Loggable,
  { event, ...said }: IntakeOutcome,
  { at, how }: { readonly at: string; readonly how: IntakeWay | undefined },
): IntakeEntry {
  const { path, ...facts } = { path: undefined, ...said };
  const {
    size,
    sha256,
    modifiedAt = changedBefore(file, how),
    createdAt,
  } = arrival ?? { size: undefined, sha256: undefined };
  return present({
    at,
    event,
    name: file.name,
    path,
    size,
    sha256,
    facts: present<IntakeFacts>({
      how: wayOf(file, container, how),
      relativePath: file.relativePath === file.name ? undefined : file.relativePath,
      archive: container,
      mime,
      modifiedAt,
      createdAt,
      ...exif,
      ...facts,
    }),
  });
}

/** Of the files that came with a case, for those that its log does not have yet; none without `at`. */
export function importedEntries(
  arrivals: readonly { readonly prepared?: Prepared; readonly row?: FileRow }[],
  { text, at }: { readonly text: string; readonly at?: string },
): IntakeEntry[] {
  if (at === undefined) return [];
  const known = new Set(readIntakeLog(text).lines.flatMap(({ event, sha256 }) => (event === 'taken' ? [sha256] : [])));
  return arrivals.flatMap(({ prepared, row }) => {
    if (prepared === undefined || row === undefined || known.has(row.sha256)) return [];
    const { arrival, facts } = prepared;
    const file = { path: '', name: row.originalName, relativePath: row.path, isTemporary: false };
    const seen = { file, arrival, exif: facts.exif, mime: facts.mime };
    return [logEntry(seen, { event: 'taken', path: row.path }, { at, how: 'imported' })];
  });
}

/** What is pasted was made a moment ago, whatever it shows. */
function changedBefore({ modifiedAt }: AdmittedFile, how: IntakeWay | undefined): string | undefined {
  return how === 'pasted' ? undefined : modifiedAt;
}

function wayOf(
  file: AdmittedFile,
  container: Container | undefined,
  how: IntakeWay | undefined,
): IntakeWay | undefined {
  if (container !== undefined) return 'archive';
  return (how === 'chosen' || how === 'dropped') && file.relativePath.includes('/') ? 'folder' : how;
}

/** Without the fields that are unset: a log has no place for them. */
function present<Fields extends object>(fields: { [Name in keyof Fields]: Fields[Name] | undefined }): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
