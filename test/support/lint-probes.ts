import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** One statement, put into a file of the repository's layout to see whether the linter refuses it there. */
export interface Probe {
  readonly file: string;
  readonly statement: string;
}

export type LintProbes = (probes: readonly Probe[]) => Promise<ReadonlyMap<Probe, string>>;

interface LintReport {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly severity: string;
    readonly message: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

const repository = fileURLToPath(new URL('../../', import.meta.url));
const linter = join(repository, 'node_modules/@biomejs/biome/bin/biome');

/**
 * Lints the probes in an empty copy of the folder layout under the repository's own biome.json, all in one run.
 * Only the named rules are heard. Resolves to the message for each refused probe; an accepted one is absent.
 */
export function createLintProbes(rules: readonly string[]): LintProbes {
  return async (probes) => {
    const layout = await mkdtemp(join(tmpdir(), 'juli-lint-'));
    try {
      await copyFile(join(repository, 'biome.json'), join(layout, 'biome.json'));
      const files = Map.groupBy(probes, (probe) => probe.file);
      for (const [file, inFile] of files) {
        await mkdir(join(layout, dirname(file)), { recursive: true });
        // One statement a line, so that the line of a diagnostic names its probe.
        await writeFile(join(layout, file), inFile.map((probe) => `${probe.statement}\n`).join(''));
      }
      const { diagnostics } = await lint(layout);
      const refused = new Map<Probe, string>();
      for (const { category, severity, message, location } of diagnostics) {
        // Every rule of biome.json is on as it stands there: `--only` would also switch on one that is off.
        if (category.startsWith('lint/') && !rules.includes(category.slice('lint/'.length))) continue;
        const probe = files.get(location.path)?.[location.start.line - 1];
        if (probe === undefined) throw new Error(`Not about a probe: ${location.path}: ${category}: ${message}`);
        // A warning would not stop anyone.
        if (severity === 'error') refused.set(probe, message);
      }
      return refused;
    } finally {
      await rm(layout, { recursive: true });
    }
  };
}

async function lint(layout: string): Promise<LintReport> {
  const options = ['--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];
  const run = promisify(execFile)(process.execPath, [linter, 'lint', ...options, '.'], {
    cwd: layout,
    maxBuffer: 64 * 1024 * 1024,
  });
  // Biome leaves with 1 when it refuses anything, which is what most probes are for.
  const { stdout } = await run.catch((failure: { stdout?: string }) => ({ stdout: failure.stdout ?? '' }));
  return JSON.parse(stdout) as LintReport;
}
