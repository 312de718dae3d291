// What a program is loaded from decides how long `juli` takes to answer. Used by everything that starts on Node.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

/** Keeps compiled modules for the next start, and loads pdf-lib from one file instead of 350. */
export function startQuickly() {
  module.enableCompileCache();
  // Worker threads keep theirs only when they are told where.
  process.env.NODE_COMPILE_CACHE ??= module.getCompileCacheDir() ?? '';
  const whole = new URL('../dist/pdf-lib.esm.min.js', import.meta.resolve('pdf-lib'));
  if (!existsSync(fileURLToPath(whole))) return;
  module.registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'pdf-lib' ? { url: whole.href, format: 'module', shortCircuit: true } : next(specifier, context),
  });
}
