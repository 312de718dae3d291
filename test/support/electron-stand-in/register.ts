import { registerHooks } from 'node:module';
import { afterStart } from './after-start.ts';

/** Gives whoever imports `electron` the stand-in, as Electron gives its own module to its main process. */
const standIn = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: standIn, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});

// The test's hand on the program; see remote-control.ts.
afterStart.push(() => void import('./remote-control.ts'));
