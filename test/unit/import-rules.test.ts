import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLintProbes, type Probe } from '../support/lint-probes.ts';

/** A file of each zone that has import rules of its own, by the zone's name. */
const zones = {
  contract: 'electron/contract/probe.ts',
  core: 'electron/core/probe.ts',
  cases: 'electron/core/cases/probe.ts',
  law: 'electron/core/law/probe.ts',
  checks: 'electron/core/checks/probe.ts',
  documents: 'electron/core/documents/probe.ts',
  render: 'electron/core/render/probe.ts',
  evidence: 'electron/core/evidence/probe.ts',
  packet: 'electron/core/packet/probe.ts',
  integrity: 'electron/core/integrity/probe.ts',
  audit: 'electron/core/audit/probe.ts',
  export: 'electron/core/export/probe.ts',
  jobs: 'electron/core/jobs/probe.ts',
  store: 'electron/core/store/probe.ts',
  desktop: 'electron/desktop/probe.ts',
  server: 'electron/server/probe.ts',
  printer: 'electron/server/chromium-printer.ts',
  renderer: 'renderer/pages/probe.tsx',
} as const;
type Zone = keyof typeof zones;
const zoneNames = Object.keys(zones) as Zone[];
const coreZones = zoneNames.filter((zone) => zones[zone].startsWith('electron/core/'));

/** Who may import each library; every other zone must refuse it. */
const owners: Readonly<Record<string, readonly Zone[]>> = {
  zod: coreZones.filter((zone) => !['documents', 'audit', 'jobs'].includes(zone)).concat('contract'),
  '@orpc/contract': ['contract', 'desktop', 'server', 'renderer'],
  '@orpc/server': ['core', 'cases', 'checks', 'desktop', 'server'],
  dayjs: ['core', 'cases', 'checks', 'documents', 'renderer'],
  'write-file-atomic': ['core', 'cases', 'checks', 'evidence', 'packet', 'export'],
  'chinese-days': ['law'],
  handlebars: ['render'],
  'handlebars/runtime.js': [],
  fontkit: ['render'],
  sharp: ['evidence'],
  'file-type': ['evidence'],
  '@embedpdf/pdfium': ['evidence'],
  'heic-decode': ['evidence'],
  'postal-mime': ['evidence'],
  mammoth: ['evidence'],
  'music-metadata': ['evidence'],
  exifreader: ['evidence'],
  'pdfjs-dist': ['renderer'],
  'pdfjs-dist/legacy/build/pdf.mjs': [],
  'pdf-lib': ['evidence', 'packet', 'integrity', 'audit'],
  pkijs: ['integrity'],
  asn1js: ['integrity'],
  '@neslinesli93/qpdf-wasm': ['evidence', 'packet'],
  '@pdf-lib/fontkit': [],
  'better-sqlite3': ['store'],
  docx: ['export'],
  'docx/html': ['export'],
  htmlparser2: ['audit', 'evidence', 'export'],
  domhandler: ['evidence', 'export'],
  fflate: ['export'],
  yazl: ['export'],
  yauzl: ['evidence', 'export'],
  'csv-parse/sync': ['evidence', 'export'],
  'iconv-lite': ['export'],
  filenamify: ['export'],
  piscina: ['evidence', 'jobs'],
  'p-map': ['core', 'cases', 'checks', 'evidence', 'packet', 'export'],
  electron: ['desktop'],
  'electron/main': ['desktop'],
  commander: ['server'],
  hono: ['server'],
  '@hono/node-server': ['server'],
  pino: ['desktop', 'server'],
  'env-paths': ['desktop', 'server', 'printer'],
  'tar-fs': ['printer'],
  'playwright-core': [],
  '@sparticuz/chromium': [],
  playwright: [],
  puppeteer: [],
  react: ['renderer'],
  antd: ['renderer'],
  'antd/locale/zh_CN': ['renderer'],
  '@tanstack/react-query': ['renderer'],
  'a-library-that-nobody-owns': [],
};

const hosts: readonly Zone[] = ['desktop', 'server', 'printer'];
const withNode = zoneNames.filter((zone) => !['contract', 'documents', 'renderer'].includes(zone));

/** Modules that open a connection or start a process. */
const connections = [
  ...['http', 'http2', 'https', 'net', 'tls', 'dgram', 'dns', 'dns/promises'],
  ...['child_process', 'cluster', 'inspector', 'inspector/promises'],
];

/** Who may import each of Node's own modules. Without `node:` nobody may. */
const builtins: Readonly<Record<string, readonly Zone[]>> = {
  ...Object.fromEntries(connections.map((name) => [`node:${name}`, hosts])),
  ...Object.fromEntries(connections.map((name) => [name, []])),
  'node:fs/promises': withNode,
  'node:crypto': withNode,
  'node:path': withNode,
  path: [],
};

/** Folders of the repository, and who may import from them. */
const layers: Readonly<Record<string, { readonly target: string; readonly allowed: readonly Zone[] }>> = {
  contract: { target: 'electron/contract/errors.ts', allowed: zoneNames },
  core: { target: 'electron/core/app.ts', allowed: [...coreZones, ...hosts] },
  'a folder of core': { target: 'electron/core/cases/parse-case.ts', allowed: [...coreZones, ...hosts] },
  desktop: { target: 'electron/desktop/main.ts', allowed: ['desktop'] },
  server: { target: 'electron/server/cli.ts', allowed: ['server', 'printer'] },
  renderer: { target: 'renderer/app.tsx', allowed: ['renderer'] },
  test: { target: 'test/support/lint-probes.ts', allowed: [] },
};

/** The ways in which a module can be reached; none may slip past. */
const forms: Readonly<Record<string, (specifier: string) => string>> = {
  'import of a name': (specifier) => `import { first } from '${specifier}';`,
  'import of a type': (specifier) => `import type { Second } from '${specifier}';`,
  'import of everything': (specifier) => `import * as third from '${specifier}';`,
  'import for its effect': (specifier) => `import '${specifier}';`,
  'export from': (specifier) => `export { fourth } from '${specifier}';`,
  'dynamic import': (specifier) => `export const fifth = await import('${specifier}');`,
  require: (specifier) => `export const sixth = require('${specifier}');`,
};

const imported = (zone: Zone, specifier: string): Probe => ({
  file: zones[zone],
  statement: `import '${specifier}';`,
});

function relative(zone: Zone, target: string): string {
  const folders = zones[zone].split('/').slice(0, -1);
  const path = target.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === path[shared]) shared += 1;
  const up = '../'.repeat(folders.length - shared) || './';
  return `${up}${path.slice(shared).join('/')}`;
}

const refusedBy = createLintProbes(['style/noRestrictedImports']);

/** Lints a table of specifiers in every zone and resolves to the zones that accept each. */
async function acceptance(specifiers: Readonly<Record<string, (zone: Zone) => string>>): Promise<Map<string, Zone[]>> {
  const asked = Object.entries(specifiers).flatMap(([name, specifier]) =>
    zoneNames.map((zone) => ({ name, zone, probe: imported(zone, specifier(zone)) })),
  );
  const refused = await refusedBy(asked.map(({ probe }) => probe));
  return new Map(
    Object.keys(specifiers).map((name) => [
      name,
      asked.filter((one) => one.name === name && !refused.has(one.probe)).map(({ zone }) => zone),
    ]),
  );
}

const sorted = (names: readonly string[] | undefined): string[] => [...(names ?? ['not asked'])].sort();

describe('each library has one owner', () => {
  let accepted: Map<string, Zone[]>;
  beforeAll(async () => {
    accepted = await acceptance(Object.fromEntries(Object.keys(owners).map((name) => [name, () => name])));
  });

  it.each(Object.entries(owners))('%s', (library, expected) => {
    expect(sorted(accepted.get(library))).toEqual(sorted(expected));
  });
});

describe('Node belongs to core and the hosts, connections and processes to the hosts alone', () => {
  let accepted: Map<string, Zone[]>;
  beforeAll(async () => {
    accepted = await acceptance(Object.fromEntries(Object.keys(builtins).map((name) => [name, () => name])));
  });

  it.each(Object.entries(builtins))('%s', (builtin, expected) => {
    expect(sorted(accepted.get(builtin))).toEqual(sorted(expected));
  });
});

describe('imports go one way', () => {
  let accepted: Map<string, Zone[]>;
  beforeAll(async () => {
    accepted = await acceptance(
      Object.fromEntries(
        Object.entries(layers).map(([name, { target }]) => [name, (zone: Zone) => relative(zone, target)]),
      ),
    );
  });

  it.each(Object.entries(layers))('%s is seen only from above', (layer, { allowed }) => {
    expect(sorted(accepted.get(layer))).toEqual(sorted(allowed));
  });
});

describe('every way to reach a module is watched', () => {
  const probes = Object.entries(forms).map(([form, statement]) => ({
    form,
    probe: { file: zones.cases, statement: statement('handlebars') },
  }));
  let refused: ReadonlyMap<Probe, string>;
  beforeAll(async () => {
    const lint = createLintProbes(['style/noRestrictedImports', 'style/noCommonJs']);
    refused = await lint(probes.map(({ probe }) => probe));
  });

  it.each(probes)('$form', ({ probe }) => {
    expect([...refused.keys()]).toContain(probe);
  });
});

describe('every folder that exists is in a zone', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const folders = ['electron', 'renderer']
    .filter((top) => existsSync(`${root}${top}`))
    .flatMap((top) => [
      top,
      ...readdirSync(`${root}${top}`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length)),
    ]);
  const probes = folders
    .filter((folder) => folder !== 'electron')
    .map((folder) => ({
      folder,
      probe: { file: `${folder}/probe.ts`, statement: "import 'a-library-that-nobody-owns';" },
    }));
  let refused: ReadonlyMap<Probe, string>;
  beforeAll(async () => {
    refused = await refusedBy(probes.map(({ probe }) => probe));
  });

  it.each(probes)('$folder', ({ probe }) => {
    expect(refused.get(probe)).toContain('Each library has one owner.');
  });
});

describe('core reaches neither the network nor the window by a global', () => {
  const globals = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'window', 'document', 'navigator'];
  const statements = [...globals.map((name) => `export const a${name} = ${name};`), 'export const b = process.env.A;'];
  const probes = statements.flatMap((statement) => coreZones.map((zone) => ({ file: zones[zone], statement })));
  let refused: ReadonlyMap<Probe, string>;
  beforeAll(async () => {
    refused = await createLintProbes(['style/noRestrictedGlobals', 'style/noProcessEnv'])(probes);
  });

  it.each(statements)('%s', (statement) => {
    const accepted = probes.filter((probe) => probe.statement === statement && !refused.has(probe));
    expect(accepted).toEqual([]);
  });
});
