import { type ChildProcess, spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createChromiumPrinter } from '../../electron/server/chromium-printer.ts';
import { capturePacket, templatesFolder } from './captured-packet.ts';
import type { Contest, Contestant } from './contest.ts';
import { runPacketCommand } from './juli-command.ts';
import { officePipelines } from './office-pipeline.ts';
import { outputCheck } from './output-checks.ts';
import type { Peers } from './peers.ts';

const sample = join(templatesFolder, 'samples/software-key');
const repeatedly = fileURLToPath(new URL('./build-repeatedly.ts', import.meta.url));

/** The first sample case, from the command line and again in a process that stays, against the office pipeline. */
export async function packetContest(folder: string, peers: Peers): Promise<Contest> {
  // A copy, so that the input stays the same while the samples are being drawn anew.
  const caseFolder = join(folder, 'case');
  await cp(sample, caseFolder, { recursive: true });
  const { result, html } = await capturePacket(createChromiumPrinter(), caseFolder, join(folder, 'captured.pdf'));
  const files = result.evidence.flatMap((item) => item.files.map(({ path }) => join(caseFolder, path)));
  const pdfs = files.filter((path) => path.endsWith('.pdf'));
  const pictures = files.filter((path) => !path.endsWith('.pdf'));
  const check = outputCheck('juli packet', () => ({ pages: result.pages, bookmarks: true }));
  return {
    title: 'Sample 1 to a packet',
    input: `templates/samples/software-key: ${result.pages} pages, of them ${pictures.length} pictures and ${pdfs.length} PDF as evidence.`,
    ours: [
      wholeProcess(caseFolder, join(folder, 'juli.pdf'), check),
      runningProcess(caseFolder, join(folder, 'again.pdf'), check),
    ],
    peers: await officePipelines(folder, { html, pictures, pdfs }, peers),
  };
}

type Check = (path: string) => Promise<void>;

function wholeProcess(caseFolder: string, target: string, check: Check): Contestant {
  return {
    name: 'juli packet',
    covers: 'whole process, browser start included',
    async run(watch) {
      const { wallMs } = await runPacketCommand(caseFolder, target, watch);
      await check(target);
      return [{ name: 'juli packet', wallMs }];
    },
  };
}

function runningProcess(caseFolder: string, target: string, check: Check): Contestant {
  let builder: Builder | undefined;
  return {
    name: 'the same again in a running process',
    covers: 'second and later builds, nothing changed in the case; files are checked for change, not read again',
    async run(watch) {
      builder ??= startBuilder(caseFolder, target);
      if (builder.process.pid !== undefined) watch?.follow(builder.process.pid);
      const wallMs = await builder.build();
      await check(target);
      return [{ name: 'build', wallMs }];
    },
    close: async () => builder?.close(),
  };
}

interface Builder {
  readonly process: ChildProcess;
  /** Resolves to the milliseconds the build took, measured in the process itself. */
  build(): Promise<number>;
  close(): Promise<void>;
}

function startBuilder(caseFolder: string, target: string): Builder {
  const child = spawn(process.execPath, [repeatedly, caseFolder, target], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = Promise.withResolvers<void>();
  child.once('exit', () => ended.resolve());
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    async build() {
      child.stdin.write('\n');
      const answer = await answers.next();
      if (answer.done) throw new Error('build-repeatedly.ts ended before it answered');
      const { wallMs }: { wallMs: number } = JSON.parse(answer.value);
      return wallMs;
    },
    async close() {
      child.stdin.end();
      await ended.promise;
    },
  };
}
