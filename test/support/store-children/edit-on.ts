// `node edit-on.ts FOLDER`: opens the store, makes a case, and adds numbers to a list in it until it is killed. Each
// line is one of `opening`, `case ID`, and the number whose edit has been acknowledged.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../../electron/core/store/open-store.ts';
import { simpleFacts } from '../test-store.ts';

const [folder = ''] = process.argv.slice(2);
// Straight into the pipe: what was said is said, whatever happens next.
const say = (line: string) => writeSync(1, `${line}\n`);

say('opening');
const store = await openStore({ folder, factsOf: simpleFacts, now: () => new Date(), newId: randomUUID });
const { id } = store.cases.create({ title: '案件', evidence: [] });
say(`case ${id}`);
for (let number = 1; ; number += 1) {
  store.cases.edit(id, {
    baseRevision: number,
    changes: [
      { kind: 'insert', path: ['evidence'], index: number - 1, value: `第${number}项` },
      { kind: 'set', path: ['title'], value: `案件${number}` },
    ],
    label: `${number}`,
  });
  say(`${number}`);
}
