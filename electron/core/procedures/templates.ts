import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../../contract/case/case-file.ts';
import { AppError } from '../../contract/errors.ts';
import { type PreviewPart, previewParts } from '../../contract/rpc/paper-procedures.ts';
import { choosePapers } from '../choose-papers.ts';
import { openStoredCase } from '../drafts/open-stored-case.ts';
import { discardAdmitted } from '../files/discard-admitted.ts';
import { previewPart } from '../preview/preview-part.ts';
import { importTemplates } from '../templates/import-templates.ts';
import { createOwnTemplates } from '../templates/own-templates.ts';
import { namedTemplate } from '../templates/template-names.ts';
import { problemOf } from '../templates/try-template.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';

/** `templates.*`: built-in templates and those of one's own. */
export function templateProcedures(workspace: Workspace) {
  const { store, app, jobs, files, events, templatesFolder } = workspace;
  const templates = createOwnTemplates({
    templatesFolder,
    ownFolder: join(store.folder, 'templates'),
    settings: store.settings,
    onChange: async () => {
      await app.reloadTemplates();
      events.emit({ kind: 'templates' });
    },
  });

  return {
    list: ask.templates.list.handler(() => templates.list()),
    read: ask.templates.read.handler(({ input: { path } }) => templates.read(path)),
    write: ask.templates.write.handler(async ({ input: { path, text } }) => ({
      problems: await templates.write(path, text),
    })),

    preview: ask.templates.preview.handler(async ({ input: { path, text, caseId } }) => {
      const { case: file } = openStoredCase(workspace, caseId);
      const tried = await templates.attempt(path, text);
      const problems = [...tried.problems];
      if (tried.templates === undefined) return { problems };
      const part = partShowing(path, file);
      if (part === undefined) return { problems };
      try {
        const house = { ...(await app.house()), templates: tried.templates };
        const { preview } = previewPart(file, part, house);
        const styles = namedTemplate(path)?.kind === 'style' ? `<style>${tried.templates.styles}</style>` : '';
        return { html: `${styles}${preview.html}`, problems };
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code !== 'TEMPLATE_INVALID') throw cause;
        return { problems: [...problems, problemOf(cause, path)] };
      }
    }),

    reset: ask.templates.reset.handler(async ({ input: { path } }) => {
      const removed = await templates.reset(path);
      return removed === undefined ? {} : { removed };
    }),

    import: ask.templates.import.handler(async ({ input: { tickets }, signal }) => {
      const admitted = tickets.map(files.redeem);
      try {
        return await importTemplates(admitted, templates, signal ?? new AbortController().signal);
      } finally {
        await discardAdmitted(admitted);
      }
    }),

    export: ask.templates.export.handler(async () => {
      const own = await templates.own();
      if (own.length === 0) throw new AppError('USAGE', { detail: '还没有自己的模板，没有可以导出的内容' });
      const job = jobs.start({
        kind: 'archive',
        title: '导出自己的模板',
        async run(running) {
          const [{ writeZip }, folder] = await Promise.all([import('../export/write-zip.ts'), jobs.workFolder()]);
          const name = '据理模板.zip';
          const path = join(folder, name);
          const entries = own.map(({ path: entry, text }) => ({
            name: entry,
            content: { kind: 'text' as const, text },
          }));
          await writeZip(path, entries, running);
          const { size } = await stat(path);
          return { result: { kind: 'files', files: [{ name, size, mime: 'application/zip' }] }, paths: [path] };
        },
      });
      return { job };
    }),
  };
}

/** A paper that shows what a template does: itself, or for what several papers share the first one of the case. */
function partShowing(path: string, file: Case): PreviewPart | undefined {
  const named = namedTemplate(path);
  if (named === undefined) return;
  const own = previewParts.find((part) => part === named.name);
  if (named.kind === 'document' || own !== undefined) return own;
  const elements = named.name.startsWith('element-') ? ('small-claims' as const) : undefined;
  return elements ?? choosePapers(file, undefined, () => [])[0] ?? 'refund-request';
}
