// `npm run bench [-- [--runs N] [CONTEST...]]`: measures Juli beside the programs people would use instead and
// prints Markdown tables. Ends with 0 unless something crashed or wrote a wrong file; a slow run is no failure.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contest, holdContest } from './contest.ts';
import { packetContest } from './packet-contest.ts';
import { pdfEvidenceContest } from './pdf-evidence-contest.ts';
import { findPeers, type PeerProgram, type Peers } from './peers.ts';
import { resultTable } from './result-table.ts';
import { screenshotsContest } from './screenshots-contest.ts';

const contests: Readonly<Record<string, (folder: string, peers: Peers) => Promise<Contest>>> = {
  packet: packetContest,
  screenshots: screenshotsContest,
  'pdf-evidence': pdfEvidenceContest,
};

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !Object.hasOwn(contests, name));
if (!Number.isInteger(runs) || runs < 1 || unknown.length > 0) {
  console.error(`usage: npm run bench -- [--runs N] [${Object.keys(contests).join('] [')}]`);
  process.exit(2);
}

const say = (line: string) => console.error(line);
const folder = await mkdtemp(join(tmpdir(), 'juli-bench-'));
try {
  const peers = await findPeers();
  console.log(machine(peers));
  for (const [name, prepare] of Object.entries(contests)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    say(`${name}: preparing`);
    const place = join(folder, name);
    await mkdir(place);
    console.log(resultTable(await holdContest(await prepare(place, peers), runs, say)));
    await rm(place, { recursive: true });
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function machine({ office, img2pdf, pikepdf }: Peers): string {
  const version = (name: string, peer: PeerProgram | undefined) =>
    peer === undefined ? `${name} not installed` : peer.version;
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.versions.node}; load before ${load.join(' ')}; ${runs} runs.`,
    `Peers: ${version('LibreOffice', office)}, ${version('img2pdf', img2pdf)}, pikepdf ${version('', pikepdf).trim()}.`,
    '',
  ].join('\n');
}
