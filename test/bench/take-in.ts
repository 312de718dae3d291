// Takes every file of a folder into a new case, as the app does: into a data folder with its database, synced to disk.
// A process of its own; prints how many items the case has then, as JSON. Arguments: folder, data folder.
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { caseFacts } from '../../electron/core/drafts/case-facts.ts';
import { takeEvidence } from '../../electron/core/evidence/intake/take-evidence.ts';
import { openStore } from '../../electron/core/store/open-store.ts';

const [folder, dataFolder] = process.argv.slice(2);
if (folder === undefined || dataFolder === undefined) throw new Error('usage: take-in.ts FOLDER DATA-FOLDER');

const clock = { now: () => new Date() };
const store = await openStore({ folder: dataFolder, factsOf: caseFacts, now: clock.now, newId: randomUUID });
const { id } = store.cases.create({ title: '测速' });
const files = (await readdir(folder)).map((name) => ({
  path: join(folder, name),
  name,
  relativePath: name,
  isTemporary: false,
}));
const running = { signal: new AbortController().signal, progress: () => undefined };
const { result } = await takeEvidence({ store, clock }, { caseId: id, files }, running);
store.close();
console.log(JSON.stringify(result));
