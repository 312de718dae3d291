import { globSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { UserConfig as ElectronConfig } from 'electron-vite';
import type { Plugin, UserConfig } from 'vite';

const root = import.meta.dirname;
/** Elsewhere while it is built, see electron/server/stale-desktop.ts. */
const desktopFolder = process.env.JULI_DESKTOP_FOLDER ?? resolve(root, 'out/app/desktop');

interface Amendment {
  readonly name: string;
  /** How the path of the file ends. */
  readonly file: RegExp;
  readonly place: string;
  readonly text: string;
}

/** One place in a library that the window needs otherwise. A release in which it is gone fails the build. */
function amend({ name, file, place, text }: Amendment): Plugin {
  let isDone = false;
  return {
    name,
    transform(code, id) {
      if (!file.test(id) || !code.includes(place)) return null;
      isDone = true;
      return { code: code.replace(place, text), map: null };
    },
    buildEnd(error) {
      if (error === undefined && !isDone) throw new Error(`${name}: ${file.source} no longer holds what is amended`);
    },
  };
}

/**
 * antd's dialogs and menus put styles into the page without the nonce that the window's policy asks for. The one
 * function they all call takes it from the page instead.
 */
const nonceForEveryStyle = amend({
  name: 'nonce-for-every-style',
  file: /\/@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/,
  place: 'if (csp?.nonce) {',
  text: `styleNode.nonce = document.querySelector('meta[name="csp-nonce"]')?.content ?? '';
  if (csp?.nonce) {`,
});

/**
 * antd names each of its icons in English, and readers would say "plus 新建案件". All of them are decoration: what they
 * stand on has a name of its own, in Chinese.
 */
const namelessIcons = amend({
  name: 'nameless-icons',
  file: /\/@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/,
  place: '"aria-label": icon.name',
  text: '"aria-hidden": true',
});

/** Every browser the window runs in reads WOFF2; the older form of each font slice would only take room. */
function onlyNewestFonts(): Plugin {
  return {
    name: 'only-newest-fonts',
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (name.endsWith('.woff')) delete bundle[name];
        if (file.type !== 'asset' || !name.endsWith('.css') || typeof file.source !== 'string') continue;
        file.source = file.source.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\([^)]*\)/g, '');
      }
    },
  };
}

/**
 * A worker is started by the address of its file beside the module that starts it. The build keeps the files of
 * electron/ as they lie, so only how the name ends is another.
 */
function workersByTheirBuiltName(): Plugin {
  return {
    name: 'workers-by-their-built-name',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/electron\/core\/.*\.ts$/.test(id) || !code.includes('.worker.ts')) return null;
      return { code: code.replaceAll(/(new URL\('\.\/[\w-]+\.worker)\.ts'/g, "$1.js'"), map: null };
    },
  };
}

/** pdf.js asks for these by their own names when a PDF needs them: character maps, standard fonts, decoders of scans. */
function pdfReaderData(): Plugin {
  const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { readonly version: string };
  return {
    name: 'pdf-reader-data',
    generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
        for (const name of readdirSync(join(dirname(packageFile), folder))) {
          // Forms are shown, never run: the interpreter of their scripts stays away.
          if (name.startsWith('LICENSE') || name.startsWith('quickjs')) continue;
          this.emitFile({
            type: 'asset',
            fileName: `pdf-reader/${version}/${folder}/${name}`,
            source: readFileSync(join(dirname(packageFile), folder, name)),
          });
        }
      }
    },
  };
}

const config: ElectronConfig & { readonly renderer: UserConfig } = {
  main: {
    plugins: [workersByTheirBuiltName()],
    worker: { format: 'es' },
    build: {
      outDir: resolve(desktopFolder, 'main'),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      // Libraries are found in node_modules, where their fonts, wasm and native parts lie too.
      externalizeDeps: true,
      rolldownOptions: {
        input: [resolve(root, 'electron/desktop/main.ts'), ...globSync(resolve(root, 'electron/core/**/*.worker.ts'))],
        output: { format: 'es', preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(desktopFolder, 'preload'),
      emptyOutDir: true,
      minify: false,
      // A sandboxed preload script can load nothing but Electron's own module.
      externalizeDeps: false,
      rolldownOptions: {
        input: resolve(root, 'electron/desktop/preload.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react(), nonceForEveryStyle, namelessIcons, onlyNewestFonts(), pdfReaderData()],
    build: {
      outDir: resolve(root, 'out/app/window'),
      emptyOutDir: true,
      target: 'chrome130',
      // The policy lets fonts and pictures come from the window's own address only, so nothing is put in line.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: resolve(root, 'renderer/index.html'),
        output: {
          manualChunks: (id: string) => {
            if (/node_modules\/(react|react-dom|react-router|scheduler)\//.test(id)) return 'react';
            return;
          },
        },
      },
    },
  },
};

/** The window alone is built by electron/server/build-window.mjs, the rest alone with `--mode desktop`. */
export const windowConfig = config.renderer;

export default function configFor({ mode }: { readonly mode: string }): ElectronConfig {
  const { renderer, ...desktop } = config;
  return mode === 'desktop' ? desktop : { ...desktop, renderer };
}
