// `npm run bench [-- [--runs N] [CONTEST...]]`: measures Juli beside the programs people would use instead and
// prints Markdown tables. Ends with 0 unless something crashed or wrote a wrong file; a slow run is no failure.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contest, holdContest } from './contest.ts';
import { intakeContest } from './intake-contest.ts';
import { packetContest } from './packet-contest.ts';
import { pdfEvidenceContest } from './pdf-evidence-contest.ts';
import { findPeers, type PeerProgram, type Peers } from './peers.ts';
import { type Readings, readingsTable } from './readings.ts';
import { resultTable } from './result-table.ts';
import { screenshotsContest } from './screenshots-contest.ts';
import { startContest } from './start-contest.ts';
import { storeReadings } from './store-contest.ts';
import { twoThousandContest } from './two-thousand-contest.ts';
import { typingReadings } from './typing-contest.ts';

const contests: Readonly<Record<string, (folder: string, peers: Peers) => Promise<Contest>>> = {
  packet: packetContest,
  start: startContest,
  screenshots: screenshotsContest,
  'pdf-evidence': pdfEvidenceContest,
  'two-thousand': twoThousandContest,
  intake: intakeContest,
};

/** What has no peer: times of something that is asked many times. */
const readings: Readonly<Record<string, (folder: string, say: (line: string) => void) => Promise<Readings>>> = {
  store: storeReadings,
  typing: typingReadings,
};
const names = [...Object.keys(contests), ...Object.keys(readings)];

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !names.includes(name));
if (!Number.isInteger(runs) || runs < 1 || unknown.length > 0) {
  console.error(`usage: npm run bench -- [--runs N] [${names.join('] [')}]`);
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
  for (const [name, read] of Object.entries(readings)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    say(`${name}: preparing`);
    const place = join(folder, name);
    await mkdir(place);
    console.log(readingsTable(await read(place, say)));
    await rm(place, { recursive: true });
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function machine({ office, img2pdf, pikepdf, vipsthumbnail }: Peers): string {
  const version = (name: string, peer: PeerProgram | undefined) =>
    peer === undefined ? `${name} not installed` : peer.version;
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, Node ${process.versions.node}; load before ${load.join(' ')}; ${runs} runs.`,
    `Peers: ${version('LibreOffice', office)}, ${version('img2pdf', img2pdf)}, pikepdf ${version('', pikepdf).trim()}, ${version('vipsthumbnail', vipsthumbnail)}.`,
    '',
  ].join('\n');
}
