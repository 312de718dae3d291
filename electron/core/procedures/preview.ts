import { AppError } from '../../contract/errors.ts';
import type { Change, Draft, Json } from '../../contract/rpc/case-procedures.ts';
import { openStoredCase } from '../drafts/open-stored-case.ts';
import { previewPart } from '../preview/preview-part.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';

/** `papers.preview` and `papers.override`. */
export function previewProcedures(workspace: Workspace) {
  return {
    preview: ask.papers.preview.handler(async ({ input: { id, part } }) => {
      const opened = openStoredCase(workspace, id);
      const { preview } = previewPart(opened.case, part, await workspace.app.house());
      const missing = preview.missing.map(({ label, path }) => ({ label, path: opened.salvaged.pathInDraft(path) }));
      return { ...preview, missing, revision: opened.stored.revision };
    }),

    override: ask.papers.override.handler(async ({ input: { id, part, at, original, own } }) => {
      const { case: file, stored } = openStoredCase(workspace, id);
      const { paragraphs } = previewPart(file, part, await workspace.app.house());
      const use = paragraphs.find((paragraph) => paragraph.at === at)?.use;
      const written = own === null ? null : { paper: part, at, original, own };
      // What stands there was perhaps written at another place, from where it has moved.
      const moved = use === undefined ? undefined : file.overrides[use.index];
      const changes = overrideChanges(
        stored.draft,
        [{ paper: part, at, original }, ...(moved ? [moved] : [])],
        written,
      );
      if (changes.length === 0) return { revision: stored.revision };
      const edited = workspace.store.cases.edit(id, {
        baseRevision: stored.revision,
        changes,
        label: own === null ? '恢复自动生成的段落' : '手写段落',
      });
      return { revision: edited.revision };
    }),
  };
}

interface OverridePlace {
  readonly paper: string;
  readonly at: string;
  readonly original: string;
}

/** The changes of a draft that put `entry` in the place of the first one that is `known`, or take that one out. */
function overrideChanges(
  draft: Draft,
  known: readonly OverridePlace[],
  entry: (OverridePlace & { readonly own: string }) | null,
): Change[] {
  const listed = draft.overrides;
  const entries: readonly Json[] = Array.isArray(listed) ? (listed as readonly Json[]) : [];
  const index = known.map((place) => entries.findIndex((one) => isPlace(one, place))).find((found) => found >= 0);
  if (entry !== null && entry.own.trim() === '') throw new AppError('USAGE', { detail: '手写的段落不能是空的' });
  if (index === undefined) {
    if (entry === null) return [];
    return [{ kind: 'insert', path: ['overrides'], index: entries.length, value: { ...entry } }];
  }
  if (entry === null) return [{ kind: 'remove', path: ['overrides', index] }];
  return [{ kind: 'set', path: ['overrides', index], value: { ...entry } }];
}

function isPlace(value: Json, { paper, at, original }: OverridePlace): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    'paper' in value &&
    value.paper === paper &&
    value.at === at &&
    value.original === original
  );
}
