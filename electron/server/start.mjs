// `npm start`: the window, on the desktop or, with `-- --browser` and where there is no Electron, in the browser.
import { onNode24 } from './on-node-24.mjs';

await onNode24(import.meta.url, async (commandLine) => {
  const { start } = await import('./start.ts');
  return start(commandLine);
});
