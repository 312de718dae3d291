import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import packageFile from '../../../package.json' with { type: 'json' };
import { paperIds } from '../../contract/case/case-kinds.ts';
import { AppError } from '../../contract/errors.ts';
import { houseLinks } from '../../contract/house-links.ts';
import type { About } from '../../contract/rpc/house-procedures.ts';
import type { Law } from '../law/law.ts';
import { memoise } from '../memoise.ts';
import { sampleNames } from '../sample-cases.ts';
import type { Workspace } from '../workspace.ts';
import { ask } from './ask.ts';

/** The program itself: what it is, where it keeps things, its settings. */
export function houseProcedures({ app, store, events, checks, desk, office, templatesFolder }: Workspace) {
  const samples = memoise(() => sampleTitles(templatesFolder));
  return {
    about: ask.house.about.handler(async (): Promise<About> => {
      const [{ law, warning: templateWarning }, known, hasOffice] = await Promise.all([
        app.house(),
        samples.get(),
        office?.isThere() ?? false,
      ]);
      const { warning: storeWarning, isReadOnly } = store.health;
      const warning = [storeWarning, templateWarning].filter((text) => text !== undefined).join('');
      return {
        version: packageFile.version,
        host: desk.host,
        dataFolder: store.folder,
        lawCheckedOn: law.papers.checkedOn,
        ...(warning === '' ? {} : { warning }),
        isReadOnly,
        can: {
          saveAs: desk.saveAs !== undefined,
          reveal: desk.reveal !== undefined,
          open: desk.open !== undefined,
          dragOut: desk.canDragOut,
          office: hasOffice,
        },
        samples: known,
        ...wordsOf(law),
      };
    }),

    settings: ask.house.settings.handler(() => store.settings.get()),

    changeSettings: ask.house.changeSettings.handler(({ input }) => {
      const changed = store.settings.change(input);
      // What can be printed may be more or less now.
      if (input.usesOffice !== undefined) checks.forget();
      events.emit({ kind: 'settings' });
      return changed;
    }),

    openLink: ask.house.openLink.handler(async ({ input: { link } }) => {
      const url = Object.hasOwn(houseLinks, link) ? houseLinks[link]?.url : undefined;
      if (url === undefined) throw new AppError('USAGE', { detail: '只能打开列出的官方网站' });
      if (desk.openLink === undefined) throw new AppError('USAGE', { detail: `请在浏览器里打开 ${url}` });
      await desk.openLink(url);
    }),
  };
}

/** Words that stand in templates/law, not in the program. */
function wordsOf({ issues, papers, channels }: Law): Pick<About, 'issues' | 'papers' | 'platforms'> {
  return {
    issues: issues.issues.map(({ id, name, summary }) => ({ id, name, summary })),
    papers: paperIds.flatMap((id) => {
      const row = papers.papers.find((paper) => paper.id === id);
      return row === undefined ? [] : [{ id, title: row.title, when: row.when }];
    }),
    platforms: channels.channels.map(({ name }) => name),
  };
}

const titled = z.object({ title: z.string() });

async function sampleTitles(templatesFolder: string): Promise<About['samples']> {
  return Promise.all(
    sampleNames.map(async (name) => {
      const text = await readFile(join(templatesFolder, 'samples', name, 'case.json'), 'utf8');
      return { name, title: titled.parse(JSON.parse(text)).title };
    }),
  );
}
