import { mkdirSync } from 'node:fs';
import { app } from 'electron';
import { registerSchemes } from './app-protocol.ts';
import { explain } from './dialogs.ts';
import { readOrder } from './order.ts';
import { runProgram } from './program.ts';

/** The desktop program. One runs for a data folder; a second start shows the window of the first, and ends. */

app.enableSandbox();
registerSchemes();
// Run from its sources, the program's folder is a word of its own.
const order = readOrder(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd());
mkdirSync(order.profileFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', order.profileFolder);

if (app.requestSingleInstanceLock({ caseSource: order.caseSource })) {
  runProgram(order).catch(async (cause: unknown) => {
    await explain(undefined, cause);
    app.exit(1);
  });
} else {
  app.quit();
}
