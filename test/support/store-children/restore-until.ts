// `node restore-until.ts FOLDER COUNT`: puts a waiting restore in place and is killed in the midst of its COUNTth step.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const [folder = '', count = ''] = process.argv.slice(2);
let steps = 0;

/** Calls `half` in place of the step one is killed in. */
function countSteps<Arguments extends unknown[], Result>(
  step: (...given: Arguments) => Result,
  half: (...given: Arguments) => void = () => undefined,
): (...given: Arguments) => Result {
  return (...given) => {
    steps += 1;
    if (steps === Number(count)) {
      half(...given);
      process.kill(process.pid, 'SIGKILL');
    }
    return step(...given);
  };
}

const { mkdirSync, renameSync, rmSync, readdirSync } = fs;
Object.assign(fs, {
  mkdirSync: countSteps(mkdirSync),
  renameSync: countSteps(renameSync),
  // A folder is emptied before it goes.
  rmSync: countSteps(rmSync, (path) => {
    const place = String(path);
    if (fs.existsSync(place)) for (const name of readdirSync(place)) rmSync(join(place, name), { recursive: true });
  }),
});
syncBuiltinESMExports();

const { finishRestore } = await import('../../../electron/core/store/finish-restore.ts');
finishRestore(folder);
